"""How texts that staff have written are shown."""

import re
from html import unescape
from textwrap import shorten
from typing import Any
from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from languages.routing import address as address_of
from publishing import share_pictures
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
    begins = " ".join(text.split())[: _MOST_OF_A_DESCRIPTION + 1]
    return shorten(begins, _MOST_OF_A_DESCRIPTION, placeholder=" …") or page.title or ""


@register.filter
def absolute(address: str) -> str:
    """An address that also works outside of the site."""
    return urljoin(settings.SITE_URL, address)


@register.simple_tag(takes_context=True)
def share_picture(context: Context) -> dict[str, Any]:
    """The picture that others show beside a link here: the page's own, or one drawn for it."""
    page = context.get("page")
    if not isinstance(page, PublicPage):
        return _drawn(share_pictures.of_site(), address_of("site-share-picture"))
    if page.image:
        return _own(page)
    place = address_of("share-picture", kind=page._meta.model_name, slug=page.slug)
    return _drawn(share_pictures.of_page(page), place)


def _drawn(picture: share_pictures.Picture, address: str) -> dict[str, Any]:
    return {
        "address": absolute(address),
        "width": str(share_pictures.WIDTH),
        "height": str(share_pictures.HEIGHT),
        "words": picture.words,
    }


def _own(page: Any) -> dict[str, Any]:
    """The picture that staff have chosen. Sizes are text, so that no thousands are parted."""
    return {
        "address": absolute(page.image.file.url),
        "width": str(page.image.width),
        "height": str(page.image.height),
        "words": page.image.alt or page.readable_title,
    }
