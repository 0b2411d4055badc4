"""What objects of the API have in common: each is told whole in one language, which it names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Path, Schema
from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import core_schema

from languages.routing import told_in
from publishing.fields import clean_html

# A text that nobody has written is empty, never null; a text with marks is clean HTML.
Text = Annotated[str, BeforeValidator(lambda text: text or "")]
Html = Annotated[str, BeforeValidator(clean_html)]

NAME = r"^[-a-zA-Z0-9_]+$"
Named = Annotated[str, Field(pattern=NAME, max_length=100)]
Slug = Annotated[
    str,
    Path(pattern=NAME, max_length=100, description=_("Sista delen av sidans adress.")),
]


@dataclass(frozen=True)
class OneOf:
    """One of a model's choices, by its code: `Annotated[str, OneOf(Area.Kind)]`."""

    choices: Any
    or_nothing: bool = False

    def __get_pydantic_core_schema__(self, *_: Any) -> core_schema.CoreSchema:
        return core_schema.literal_schema([*self.choices.values, *([""] * self.or_nothing)])


def absolute(thing: Any) -> str:
    """The whole address of a page, in the reader's language."""
    return f"{settings.SITE_URL}{thing.get_absolute_url()}"


class Told(Schema):
    """Something with texts. If any of it can't be read in the reader's language, all is Swedish."""

    language: str = Field(description=_("Språket som texterna är på."), examples=["sv"])

    @model_validator(mode="wrap")
    @classmethod
    def in_one_language(cls, thing: Any, read: Any) -> Any:
        with told_in(thing.reading_language):
            return read(thing)

    @staticmethod
    def resolve_language(thing: Any) -> str:
        return str(thing.reading_language)


class NameData(Told):
    """Something by its name only."""

    title: Text = Field(description=_("Namn eller rubrik."))


class LinkData(NameData):
    """A page that an object points at."""

    slug: str = Field(description=_("Sista delen av sidans adress."), examples=["norrby"])
    address: str = Field(description=_("Sidans adress."))

    @staticmethod
    def resolve_address(thing: Any) -> str:
        return absolute(thing)


class ContactData(NameData):
    """Whom to ask."""

    office: NameData = Field(description=_("Ansvarig förvaltning."))
    phone: str = Field(description=_("Telefon."))
    email: str = Field(description=_("E-post."))


class PageData(LinkData):
    """What all pages with an address of their own have."""

    languages: list[str] = Field(
        alias="readable_languages", description=_("Alla språk som sidan går att läsa på.")
    )
    lead: Text = Field(description=_("Ingress."))
    body: Html = Field(description=_("Text, som enkel HTML."))
    office: NameData = Field(description=_("Ansvarig förvaltning."))
    contact: ContactData | None = Field(description=_("Vem man kan fråga."))
    published_at: datetime = Field(description=_("När sidan publicerades."))
    changed_at: datetime = Field(description=_("När sidan senast ändrades."))


# What the pages are fetched with, so that a list costs no more than one page.
WITH_PAGE = ("office", "contact__office")


def example_in_words(is_example: bool) -> str | None:
    """What stands beside every invented value, in the language that it is told in."""
    return gettext("Exempeldata, påhittade värden") if is_example else None
