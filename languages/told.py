"""Texts that know which language they are in, for where no tag can be set around them."""

from typing import Any, Self

from django import forms
from django.utils.translation import get_language

from languages.names import direction_of


class Told(str):
    """A text with its language: `Told("Hej", "sv").language`."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        told = super().__new__(cls, text)
        told.language = language
        return told


class ToldSelect(forms.Select):
    """A menu in which each choice in another language than the page's is marked with its own."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        option = super().create_option(name, value, label, *args, **kwargs)
        language = getattr(label, "language", get_language())
        if language != get_language():
            option["attrs"] |= {"lang": language, "dir": direction_of(language)}
        return option
