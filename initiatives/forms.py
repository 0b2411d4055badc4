"""The question "is there something for me?"."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from languages.told import ToldSelect


class FitForm(forms.Form):
    """Where somebody lives and how old they are. Nothing of it is kept."""

    area = forms.ChoiceField(
        required=False,
        label=_("Jag bor i"),
        widget=ToldSelect,
        error_messages={"invalid_choice": _("Välj ett område i listan.")},
    )
    age = forms.IntegerField(
        min_value=0,
        max_value=120,
        required=False,
        label=_("Min ålder"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 3}),
        error_messages={
            "invalid": _("Skriv din ålder med siffror, till exempel 34."),
            "min_value": _("Skriv en ålder mellan 0 och 120."),
            "max_value": _("Skriv en ålder mellan 0 och 120."),
        },
    )

    def __init__(self, *args: Any, areas: Iterable[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(area.slug, area.readable_title) for area in areas]
        self.fields["area"].choices = [("", _("Hela Borås")), *named]
