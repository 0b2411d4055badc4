"""What the component page tells of a component, and how a text of it is told in two "
"directions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext

# Words that the site already has, in the language of the specimen. makemessages shall not see them.
from_catalogue = lazy(gettext, str)


def _told(texts: Mapping[str, str]) -> str:
    return texts.get(get_language() or "", texts["sv"])


def told(**texts: str) -> Any:
    """A text in the language of the specimen: `told(sv="Hej", ar="مرحبًا")`."""
    return lazy(_told, str)(texts)


@dataclass(frozen=True)
class State:
    """A component in one of its states. What is callable in `context` is asked anew each time."""

    name: str
    context: Mapping[str, Any] = field(default_factory=dict)
    languages: tuple[str, ...] = ("sv", "ar")
    path: str = "areas:list"  # the view of the page that it stands in


@dataclass(frozen=True)
class Component:
    """A component: its name, when to use it, what it takes, and its states."""

    name: str
    when: str
    takes: str
    states: tuple[State, ...]
    around: str = "{}"  # the markup that it must stand in
    title: str = ""  # for what is no file of its own, such as a button
    shown_by: str = ""  # a template that shows it at its place, if it can't stand alone
    wide: bool = False  # takes the width of the page, so the directions stand below each other
    as_source: bool = False  # has nothing to see, so its markup is shown

    @property
    def heading(self) -> str:
        return self.title or f"components/{self.name}.html"

    @property
    def short(self) -> str:
        return self.title or self.name

    @property
    def anchor(self) -> str:
        return f"komponent-{self.name}"

    @property
    def template(self) -> str:
        return self.shown_by or f"components/{self.name}.html"


@dataclass(frozen=True)
class Group:
    """Components that belong together."""

    title: str
    text: str
    components: tuple[Component, ...]

    @property
    def anchor(self) -> str:
        return "grupp-" + "-".join(self.title.lower().split())
