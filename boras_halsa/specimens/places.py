"""Areas: their dyes and weaves, their meeting places, and what they look like elsewhere."""

from boras_halsa.specimens.cast import (
    AREAS,
    EVERY_CLOTH,
    HULTA,
    LONG_AREA,
    LONG_TITLE,
    LONG_TITLE_AR,
    LONG_WORD,
    LONG_WORD_AR,
    MANY_AREAS,
    NORRBY,
    NOT_TRANSLATED,
    SJOBO,
    arena,
    report,
    texts,
)
from boras_halsa.specimens.shown import Component, Group, State

HOUSE = arena(
    "Norrbyhuset",
    "بيت نوربي",
    lead=None,
    street="Västerlånggatan 1",
    phone="033-35 70 00",
    web="https://example.se/",
    latitude=57.72,
    longitude=12.92,
    **texts(
        "opening_hours", "Måndag till fredag 9 till 16\nLördag 10 till 14", "من الإثنين إلى الجمعة"
    ),
    **texts("accessibility", "Ramp vid ingången.", "منحدر عند المدخل."),
)
UNKNOWN = arena("Kronängsparken", "متنزه Kronängsparken", kind="park")
LONG_NAMED = arena(LONG_WORD, LONG_WORD_AR, kind="school", street=LONG_WORD)
EDITION = ("våren 2022", "ربيع 2022")
INVENTED = report(NORRBY, "Exempel om Norrby", "مثال عن نوربي")
INVENTED.is_example = True

PLACES = Group(
    "Områden",
    "Varje område har sin väv och sin färg, och bär dem överallt. Allt annat är plommon.",
    (
        Component(
            "weaves",
            "Alla färger och vävar som ett område kan välja. Skriv aldrig text på ett mönster.",
            "areas",
            (State("Färg och väv", {"areas": EVERY_CLOTH}, ("sv",)),),
            title="Färger och vävar",
            shown_by="components_page/weaves.html",
        ),
        Component(
            "weave_patterns",
            "Ritar de mönster som sidan använder, en gång, före all annan text. Taggen "
            "weave_patterns.",
            "områden, och hur stort mönstret är: 1 i rutor, 1.5 i öppningar",
            (State("Ett område", {"areas": [NORRBY]}),),
            shown_by="components_page/weave_patterns.html",
            as_source=True,
        ),
        Component(
            "loose_threads",
            "Inslagstrådar som löper ut ur tyget mot namnet. I öppningen för ett område och "
            "dess underlag.",
            "ingenting; står i något med klassen hero",
            (
                State("Ett område", {"page": NORRBY}),
                State("Ett långt namn", {"page": MANY_AREAS[4]}),
                State("300 tecken", {"page": LONG_AREA}),
            ),
            shown_by="components_page/loose_threads.html",
            wide=True,
        ),
        Component(
            "swatches",
            "Områden som bitar av sitt tyg. Sidan måste rita deras mönster.",
            "areas",
            (
                State("Ett", {"areas": [HULTA]}),
                State("Fyra", {"areas": AREAS}),
                State("Fler än fem, med långa namn", {"areas": MANY_AREAS}),
                State("Bara på svenska", {"areas": [SJOBO, NOT_TRANSLATED]}),
            ),
        ),
        Component(
            "cover",
            "Ett kunskapsunderlags omslag, i områdets tyg.",
            "report, area; heading_id om sidan har flera",
            (
                State(
                    "Med utgåva",
                    {"report": report(NORRBY, "Om Norrby", "عن نوربي", EDITION), "area": NORRBY},
                ),
                State(
                    "Utan utgåva", {"report": report(SJOBO, "Om Sjöbo", "عن شوبو"), "area": SJOBO}
                ),
                State(
                    "Bara på svenska",
                    {"report": report(HULTA, "Om Hulta", "", ("2022", "")), "area": HULTA},
                ),
                State("Påhittade värden", {"report": INVENTED, "area": NORRBY}),
                State(
                    "300 tecken",
                    {"report": report(LONG_AREA, LONG_TITLE, LONG_TITLE_AR), "area": LONG_AREA},
                ),
            ),
            wide=True,
        ),
        Component(
            "place",
            "En mötesplats. Det som inte är känt sägs.",
            "arena",
            (
                State("Allt är känt", {"arena": HOUSE}),
                State("Inget är känt", {"arena": UNKNOWN}),
                State("Ett ord på 80 tecken", {"arena": LONG_NAMED}),
                State("Bara på svenska", {"arena": arena("Bodavallen", "", kind="sport")}),
            ),
            around='<ul class="places">{}</ul>',
        ),
        Component(
            "knot",
            "En liten korsning av trådar, före en mötesplats.",
            "ingenting",
            (State("I områdets färg"),),
            around='<ul class="places" data-dye="blue"><li>{}</li></ul>',
        ),
    ),
)
