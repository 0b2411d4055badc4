"""The cloth of an area, on any page that tells of one."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from areas.models import Area
from areas.weaves import THREAD, pattern

register = template.Library()

_CLOTH = (
    '<svg class="{}" aria-hidden="true" width="100%" height="100%">'
    '<rect width="100%" height="100%" fill="url(#w-{})"/></svg>'
)


@register.inclusion_tag("components/weave_patterns.html")
def weave_patterns(areas: Area | Iterable[Area], scale: float = 1) -> dict[str, Any]:
    """The patterns that the page uses, to stand once in the page, before any `cloth`."""
    given = [areas] if isinstance(areas, Area) else areas
    distinct = {area.pk: area for area in given if area}
    tiles = [(area, pattern(area.weave)) for area in distinct.values()]
    return {"tiles": tiles, "thread": THREAD, "scale": f"{scale:g}"}


@register.simple_tag
def cloth(area: Area, css_class: str = "cloth") -> SafeString:
    """A length of the area's cloth, as large as what it stands in."""
    return format_html(_CLOTH, css_class, area.slug)
