"""How texts that staff have written are shown."""

import re
from html import unescape
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from publishing.fields import clean_html
from publishing.models import PublicPage

register = template.Library()

_HEADING = re.compile(r"(</?h)([2-4])\b")
_FIRST_SENTENCE = re.compile(r".+?[.!?؟](?=\s|$)", re.DOTALL)
_MOST_OF_A_DESCRIPTION = 300


@register.filter
def rich(html: str | None) -> SafeString:
    """Rich text, cleaned once more on its way out."""
    return clean_html(html)


@register.filter
def lowered(html: SafeString, levels: int) -> SafeString:
    """Rich text that stands below a heading of the page, its own headings so much lower."""
    return SafeString(_HEADING.sub(lambda tag: f"{tag[1]}{int(tag[2]) + levels}", html))


@register.filter
def first_sentence(text: str | None) -> str:
    """As much of a lead as a list has room for."""
    found = _FIRST_SENTENCE.match(text or "")
    return found[0] if found else text or ""


@register.filter
def described(page: PublicPage) -> str:
    """What a search engine may say about a page: its lead, or how it begins, or its title."""
    text = page.lead or unescape(strip_tags(clean_html(page.body).replace("</", " </")))
    return " ".join(text.split())[:_MOST_OF_A_DESCRIPTION] or page.title or ""


@register.filter
def absolute(address: str) -> str:
    """An address that also works outside of the site."""
    return urljoin(settings.SITE_URL, address)
