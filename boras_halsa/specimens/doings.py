"""What goes on, and who does it."""

from datetime import UTC, datetime

from boras_halsa.specimens.cast import LONG_WORD, LONG_WORD_AR, occasion, partnership, texts
from boras_halsa.specimens.shown import Component, Group, State

FULL = occasion(
    ends_at=datetime(2027, 2, 3, 19, tzinfo=UTC),
    signup_from=datetime(2026, 12, 1, 8, tzinfo=UTC),
    signup_to=datetime(2027, 1, 20, 8, tzinfo=UTC),
    places=24,
    **texts("place", "Borås simarena", "مسبح بوروس"),
    **texts("how_to_sign_up", "Ring områdets samordnare.", "اتصل بمنسق المنطقة."),
)
BARE = occasion()
SEVERAL_DAYS = occasion(
    ends_at=datetime(2027, 5, 12, 19, tzinfo=UTC), **texts("place", LONG_WORD, LONG_WORD_AR)
)
ELFSBORG = partnership("SK Elfsborg", "نادي SK Elfsborg", ("Leder kursen", "يقود الدورة"))
CITY = partnership("Borås Stad", "بلدية بوروس", ("Betalar", "تدفع التكاليف"))
REGION = partnership("Västra Götalandsregionen", "إقليم فسترا يوتالاند")
LONG_PARTNER = partnership(LONG_WORD, LONG_WORD_AR, (LONG_WORD, LONG_WORD_AR))
SWEDISH_PLACE = occasion(**texts("place", "Stadsparksbadet", ""))

DOINGS = Group(
    "Insatser och parter",
    "Vad man kan vara med i, när det är, och vilka som gör det.",
    (
        Component(
            "occasion",
            "Ett tillfälle med allt man behöver veta för att komma.",
            "occasion",
            (
                State("Allt är känt", {"occasion": FULL}),
                State("Bara tiden är känd", {"occasion": BARE}),
                State("Flera dagar, långt namn på platsen", {"occasion": SEVERAL_DAYS}),
                State("Bara på svenska", {"occasion": SWEDISH_PLACE}, ("fi", "ar")),
            ),
            around='<ul class="occasions">{}</ul>',
        ),
        Component(
            "occasion_row",
            "Ett tillfälle i korthet, i en lista.",
            "occasion",
            (
                State("Med plats", {"occasion": FULL}),
                State("Utan plats", {"occasion": BARE}),
                State("Långt namn på platsen", {"occasion": SEVERAL_DAYS}),
                State("Bara på svenska", {"occasion": SWEDISH_PLACE}, ("fi", "ar")),
            ),
            around='<ul class="rows">{}</ul>',
        ),
        Component(
            "occasion_when",
            "Dag, datum och klockslag.",
            "occasion",
            (State("Alltid på samma sätt", {"occasion": FULL}),),
            around="<p>{}</p>",
        ),
        Component(
            "braid",
            "De som gör något tillsammans, tre eller fler. Två som har lovat varandra något "
            "är ett rep.",
            "partnerships, var och en med en organisation och dess roll",
            (
                State("Tre", {"partnerships": [ELFSBORG, CITY, REGION]}),
                State("En, utan roll", {"partnerships": [REGION]}),
                State("Långa namn", {"partnerships": [LONG_PARTNER, CITY]}),
            ),
        ),
        Component(
            "braid_strands",
            "Flätans tre trådar: det inre av ett mönster på 36 gånger 84.",
            "ingenting; står i ett pattern",
            (State("Ett varv"),),
            around='<svg class="strands" viewBox="0 0 36 84" aria-hidden="true">{}</svg>',
        ),
    ),
)
