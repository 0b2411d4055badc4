"""How a release is described to machines inside a page."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reports.downloads.along import Along
from reports.downloads.described import described

register = template.Library()

# Also inside a script element no text may end it, or open another.
_ESCAPED = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&"}


@register.filter
def dataset_as_json(along: Along) -> SafeString:
    """schema.org's Dataset as a block of data, which no browser runs."""
    data = json.dumps(described(along), ensure_ascii=False).translate(_ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(data))
