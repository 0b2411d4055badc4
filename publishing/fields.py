"""Rich text: what staff write with a small editor, cleaned on the server."""

from typing import Any

import nh3
from django.utils.safestring import SafeString
from django_prose_editor.fields import ProseEditorField

_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "span"}
_ATTRIBUTES = {"a": {"href", "hreflang"}, "*": {"lang", "dir"}}
_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel=None,
)


def clean_html(html: str | None) -> SafeString:
    """HTML with nothing left but plain text marks; safe to show as it is."""
    return SafeString(_cleaner.clean(html or ""))


class RichTextField(ProseEditorField):
    """A text with headings, lists, links and emphasis. Deconstructs to a TextField."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["extensions"] = {
            "Bold": True,
            "Italic": True,
            "Heading": {"levels": [2, 3]},
            "BulletList": True,
            "OrderedList": True,
            "ListItem": True,
            "Blockquote": True,
            "Link": {"protocols": ["https", "http", "mailto", "tel"]},
        }
        super().__init__(*args, sanitize=lambda html: str(clean_html(html)), **kwargs)
