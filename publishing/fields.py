"""Fields that take only what can be kept and shown: clean rich text, and possible times."""

from datetime import UTC, datetime
from typing import Any

import nh3
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
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


class MomentField(models.DateTimeField):
    """A date and time within reason: PostgreSQL keeps year 1, but Python can't read it back."""

    default_validators = [
        MinValueValidator(datetime(1900, 1, 1, tzinfo=UTC), "Året måste vara 1900 eller senare."),
        MaxValueValidator(datetime(2200, 1, 1, tzinfo=UTC), "Året måste vara före 2200."),
    ]

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, kwargs
