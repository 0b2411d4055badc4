"""What a reader asks of a list: menus whose answers are the address of what is found."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from languages.told import ToldSelect

Choices = Iterable[tuple[str, Any]]


class Menu(forms.ChoiceField):
    """One choice out of `offers`; the first and empty one, `every`, stands for them all.

    `lookup` is how an answer narrows the list.
    """

    widget = ToldSelect
    default_error_messages = {"invalid_choice": _("Det valet finns inte. Välj något i listan.")}

    def __init__(
        self, *, lookup: str, every: Any, offers: Choices | Callable[[], Choices], **kwargs: Any
    ) -> None:
        def choices() -> list[tuple[str, Any]]:
            return [("", every), *(offers() if callable(offers) else offers)]

        super().__init__(required=False, choices=choices, **kwargs)
        self.lookup = lookup


class ListFilter(forms.Form):
    """Menus that narrow a list. Nothing of the answers is kept."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = list(field.choices)  # asks the database once, not at each use

    def narrow(self, pages: QuerySet) -> QuerySet:
        """Those that fit every answer; all of them while an answer can't be understood."""
        if not self.is_valid():
            return pages
        answers = {self.fields[name].lookup: value for name, value in self.cleaned_data.items()}
        return pages.filter(**{lookup: value for lookup, value in answers.items() if value})

    @property
    def chosen(self) -> list[Any]:
        """The answers in words; none if an answer can't be understood."""
        answers = self.cleaned_data if self.is_valid() else {}
        return [dict(self.fields[name].choices)[value] for name, value in answers.items() if value]
