"""Template tags that keep each text in its own language and each address in the reader's."""

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as django_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override, to_locale

from languages.names import EASY, direction_of
from languages.routing import reader_language, told_in

register = template.Library()

_OTHER_SWEDISH = {settings.LANGUAGE_CODE: EASY, EASY: settings.LANGUAGE_CODE}
_OG_LOCALES = {"sv": "sv_SE", "en": "en_GB", "fi": "fi_FI", "ar": "ar_AR", "so": "so_SO"}


def attributes(language: str) -> SafeString:
    """The `lang` and `dir` attributes, with a space before; empty if already in force."""
    if language == get_language():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, direction_of(language))


class ContentNode(template.Node):
    """Tells of objects in the language they can be read in: see `content`."""

    def __init__(self, expressions: list[FilterExpression], nodelist: NodeList) -> None:
        self.expressions = expressions
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        told = [expression.resolve(context) for expression in self.expressions]
        languages = {each.reading_language for each in told if each} or {get_language()}
        language = languages.pop() if len(languages) == 1 else settings.LANGUAGE_CODE
        with context.push(language=attributes(language)), told_in(language):
            return self.nodelist.render(context)


@register.tag
def content(parser: Parser, token: Token) -> ContentNode:
    """Renders its body in the language that an object can be read in, whole.

    Inside, `{{ language }}` gives the attributes that say so, to stand in the first tag:
    `{% content area %}<article{{ language }}>{{ area.title }}</article>{% endcontent %}`
    Labels and dates inside follow the object's language; addresses stay in the reader's.
    Of several objects, `{% content area report %}`, each must be there in that language.
    """
    _, *expressions = token.split_contents()
    nodelist = parser.parse(("endcontent",))
    parser.delete_first_token()
    return ContentNode([parser.compile_filter(each) for each in expressions], nodelist)


class ReaderUrlNode(URLNode):
    def render(self, context: Context) -> str:
        with override(reader_language()):
            return super().render(context)


@register.tag
def url(parser: Parser, token: Token) -> ReaderUrlNode:
    """Django's own `url`, but in the reader's language also inside `content`."""
    node = django_url(parser, token)
    return ReaderUrlNode(node.view_name, node.args, node.kwargs, node.asvar)


@register.filter
def named(told: Any) -> SafeString:
    """The title of an object inside other text, marked with its own language."""
    return marked(told.readable_title)


@register.filter
def marked(text: Any) -> SafeString:
    """A text inside other text, marked with its own language if it is Told."""
    marks = attributes(getattr(text, "language", get_language()))
    return format_html("<bdi{}>{}</bdi>", marks, text)


@register.filter
def told_elsewhere(told: Any) -> bool:
    """Whether an object is told in another language than the one around it."""
    return told.reading_language != get_language()


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The absolute address that this page is known by: in Swedish if that is how it is read.

    Empty for a page that nobody should link to, such as an error.
    """
    available = context.get("available_languages")
    if not available:
        return ""
    shown = reader_language() if reader_language() in available else settings.LANGUAGE_CODE
    menu = context["language_menu"]()
    address = next(choice["canonical"] for choice in menu if choice["code"] == shown)
    return f"{address}{later_page(context)}"


@register.simple_tag(takes_context=True)
def later_page(context: Context) -> str:
    """What stands last in the address of a list's second page and on; else empty."""
    number = getattr(context.get("page_obj"), "number", 1)
    return f"?page={number}" if number > 1 else ""


@register.simple_tag(takes_context=True)
def address_in_swedish(context: Context) -> str:
    """The path of this same page in the source language."""
    menu = context["language_menu"]()
    return next(choice["address"] for choice in menu if choice["code"] == settings.LANGUAGE_CODE)


@register.simple_tag(takes_context=True)
def translations(context: Context) -> list[dict[str, Any]]:
    """The translations that there are of this page, easy Swedish first, as in the language menu."""
    there = {*context.get("available_languages", ())} - {settings.LANGUAGE_CODE}
    found = [choice for choice in context["language_menu"]() if choice["code"] in there]
    return sorted(found, key=lambda choice: choice["code"] != EASY)


@register.simple_tag(takes_context=True)
def other_swedish(context: Context) -> dict[str, Any] | None:
    """For a reader of Swedish, easy or not: this page in the other kind, if it is there in both."""
    reader = reader_language()
    pair = {reader, _OTHER_SWEDISH.get(reader)}
    if not pair <= {*context.get("available_languages", ())}:
        return None
    menu = context["language_menu"]()
    return next(choice for choice in menu if choice["code"] in pair - {reader})


@register.simple_tag
def og_locale() -> str:
    """The active language as Open Graph writes it, with a country."""
    language = get_language() or settings.LANGUAGE_CODE
    return _OG_LOCALES.get(language.split("-")[0], to_locale(language))
