"""Figures: with their place, their year, and in words when they can't be shown."""

from boras_halsa.specimens.cast import (
    ANSWERS,
    DECAY,
    DISTRICT,
    LONG_MEASURE,
    NO_DIVISION,
    PEOPLE,
    figure,
    figures_of_every_status,
)
from boras_halsa.specimens.shown import Component, Group, State

NO_YEAR = figure(DECAY, "31.4", year=None)
HIDDEN = figure(DECAY, "3.1", status="suppressed")
NOT_ENTERED = figure(DECAY, None)
NOTED = figure(
    PEOPLE, "13594", note=("Kommundelen är större än stadsdelen.", "القسم البلدي أكبر من الحي.")
)

FIGURES = Group(
    "Siffror",
    "Ett värde står aldrig utan vad det räknar, var och när. Det som inte är känt eller inte "
    "får visas sägs i ord.",
    (
        Component(
            "value",
            "Ett värde med enhet, eller i ord varför det inte finns.",
            "figure, en Observation",
            (
                *(State(name, {"figure": it}) for name, it in figures_of_every_status(DECAY)),
                State("inte inlagt", {"figure": NOT_ENTERED}),
                State("stort tal", {"figure": figure(PEOPLE, "1234567")}),
            ),
            around="<p>{}</p>",
        ),
        Component(
            "counted_where",
            "Vilken del av staden en siffra räknar, enligt vilken indelning, och när.",
            "figure, en Observation",
            (
                State("Med år", {"figure": figure(PEOPLE, "1")}),
                State("Utan år", {"figure": NO_YEAR}),
                State(
                    "Utan indelning, långt namn", {"figure": figure(PEOPLE, "1", None, NO_DIVISION)}
                ),
            ),
            around="<p>{}</p>",
        ),
        Component(
            "counted",
            "Siffror från register. En stapel står bredvid när den säger något.",
            "figures, i ordning efter mått",
            (
                State(
                    "Två antal att jämföra",
                    {"figures": [NOTED, figure(PEOPLE, "3735", 2015, DISTRICT)]},
                ),
                State(
                    "Andelar, utan år", {"figures": [NO_YEAR, figure(DECAY, "12", 2019, DISTRICT)]}
                ),
                State("Visas inte, och inte inlagt", {"figures": [HIDDEN, NOT_ENTERED]}),
                State("Långa namn", {"figures": [figure(LONG_MEASURE, "12", None, NO_DIVISION)]}),
            ),
        ),
        Component(
            "residents",
            "De boendes egen bild, i stora tal. Står före siffrorna från register.",
            "figures",
            (
                State(
                    "Tre tal",
                    {"figures": [figure(ANSWERS, value) for value in ("1580", "24", "5")]},
                ),
                State(
                    "Utan år, och ett som inte visas",
                    {
                        "figures": [
                            figure(ANSWERS, "24", None),
                            figure(ANSWERS, "3", status="suppressed"),
                            figure(ANSWERS, None, status="not-collected"),
                        ]
                    },
                ),
                State(
                    "Ett stort tal, långt namn",
                    {"figures": [figure(LONG_MEASURE, "1234567", None, NO_DIVISION)]},
                ),
            ),
        ),
        Component(
            "example_notice",
            "Bandet överst på en sida där alla siffror är påhittade.",
            "inget",
            (State("Överst på sidan"),),
            wide=True,
        ),
        Component(
            "example",
            "Märker påhittade värden, vid varje siffra. Gult betyder detta och inget annat.",
            "inget",
            (State("Märke"),),
        ),
    ),
)
