"""Buttons, fields and forms."""

from collections.abc import Callable
from typing import Any

from django import forms

from boras_halsa.specimens.cast import AREAS, LONG_WORD, SOMALI
from boras_halsa.specimens.shown import Component, Group, State, from_catalogue, told
from initiatives.forms import FitForm
from publishing.forms import ListFilter, Menu


class SampleFilter(ListFilter):
    """Three menus that ask nothing of the database."""

    kind = Menu(
        lookup="kind",
        label=from_catalogue("Slag av nyhet"),
        every=from_catalogue("Alla slag"),
        offers=[("news", from_catalogue("Nyhet"))],
    )
    area = Menu(
        lookup="area",
        label=from_catalogue("Område"),
        every=from_catalogue("Hela Borås"),
        offers=[("norrby", told(sv="Norrby", ar="نوربي")), ("long", LONG_WORD)],
    )
    year = Menu(
        lookup="year",
        label=from_catalogue("År"),
        every=from_catalogue("Alla år"),
        offers=[("2026", "2026")],
    )


class SampleForm(forms.Form):
    """Fields that the site's own forms don't have yet."""

    name = forms.CharField(
        label=told(sv="Ditt namn", ar="اسمك"),
        help_text=told(sv="Så som du vill bli kallad.", ar="كما تريد أن تُنادى."),
        initial=told(sv="Ebba", ar="إيمان"),
    )
    text = forms.CharField(
        label=told(sv="Vad vill du berätta?", ar="ماذا تريد أن تقول؟"),
        widget=forms.Textarea({"rows": 3}),
    )
    focused = forms.CharField(
        label=told(sv="Ditt namn", ar="اسمك"), widget=forms.TextInput({"class": "as-focused"})
    )
    closed = forms.CharField(
        label=told(sv="Går inte att ändra", ar="لا يمكن تغييره"), disabled=True
    )


def fit(name: str, answers: dict[str, str] | None = None) -> Callable[[], Any]:
    """A field of the question "is there something for me?"."""
    return lambda: FitForm(answers, areas=AREAS)[name]


def sample(name: str, answers: dict[str, str] | None = None) -> Callable[[], Any]:
    return lambda: SampleForm(answers)[name]


def narrowed(**answers: str) -> Callable[[], SampleFilter]:
    return lambda: SampleFilter(answers or None)


BUTTON = from_catalogue("Visa vad som passar")
NEWS = {
    "route": "news:list",
    "all": from_catalogue("Alla nyheter"),
    "button": from_catalogue("Visa nyheter"),
}

FORMS = Group(
    "Knappar och formulär",
    "Inget sparas, och svaret har en egen adress. Varje fält har sin etikett, och felet står "
    "vid fältet.",
    (
        Component(
            "buttons",
            "En knapp per formulär, och högst en till på en sida. Det som bara leder vidare "
            "är en länk.",
            "klassen btn; btn-2 för en knapp som inte är den viktigaste",
            (
                State("Vila, hand över, fokus, avstängd", {"words": BUTTON}),
                State(
                    "Tre gånger så lång text",
                    {"words": told(sv="", so=SOMALI, ar="اعرض كل ما يناسبك ويناسب عائلتك")},
                    ("so", "ar"),
                ),
            ),
            title="Knappar",
            shown_by="components_page/buttons.html",
        ),
        Component(
            "field",
            "Ett fält med etikett, hjälp och fel, hopbundna så att en skärmläsare läser dem "
            "tillsammans.",
            "field",
            (
                State("Meny", {"field": fit("area")}),
                State("Text", {"field": fit("age")}),
                State("Med hjälp och ifyllt", {"field": sample("name")}),
                State("I fokus", {"field": sample("focused")}),
                State("Flera rader", {"field": sample("text")}),
                State("Avstängt", {"field": sample("closed")}),
                State("Fel: går inte att läsa", {"field": fit("age", {"age": "gammal"})}),
                State("Fel: tomt", {"field": sample("name", {"name": ""})}),
                State("Fel: finns inte i menyn", {"field": fit("area", {"area": "månen"})}),
            ),
        ),
        Component(
            "filter",
            "Menyer som gör en lista kortare. Svaret öppnas där listan börjar.",
            "form, ett ListFilter; route, listans vy; button, orden på knappen",
            (
                State("Inget valt", {"form": narrowed(), **NEWS}),
                State(
                    "Valt, och ett val som inte finns",
                    {"form": narrowed(area="long", year="1"), **NEWS},
                ),
            ),
            wide=True,
        ),
        Component(
            "chosen",
            "Vad en lista är inskränkt till, i ord, och vägen tillbaka.",
            "form, ett ListFilter; items; route, listans vy; all, ord för hela listan",
            (
                State(
                    "Två val", {"form": narrowed(kind="news", area="norrby"), "items": [1], **NEWS}
                ),
                State("Långt ord", {"form": narrowed(area="long"), "items": [1], **NEWS}),
                State("Ett val som inte finns", {"form": narrowed(kind="x"), **NEWS}),
            ),
        ),
        Component(
            "nothing_found",
            "När inget stämmer med det man har valt: vad man kan göra.",
            "route, listans vy; all, ord för hela listan",
            (State("Alltid densamma", NEWS),),
        ),
    ),
)
