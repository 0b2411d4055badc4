"""What stands around every page: head, header, menus, footer, and the ways through the site."""

from boras_halsa.specimens.cast import LONG_TITLED, NORRBY, SOMALI, area
from boras_halsa.specimens.shown import Component, Group, State, from_catalogue, told

EVERY_LANGUAGE = ["sv", "sv-x-latt", "en", "fi", "ar", "so"]
SHEET = '<div class="sheet menu"><ul>{}</ul></div>'
AREAS_WORD = from_catalogue("Områden")

FRAME = Group(
    "Sidans ram",
    "Finns på varje sida, så att den som har lärt sig en sida hittar på alla.",
    (
        Component(
            "head",
            "Sidans namn och beskrivning, för webbläsaren, sökmotorer och den som får en länk. "
            "Varje sida har en.",
            "title, description; kind (”article”) om det är en sida med eget innehåll; page "
            "ger delningsbilden",
            (
                State(
                    "En sida med eget innehåll",
                    {
                        "title": told(sv="Norrby", ar="نوربي"),
                        "description": told(sv="Ett område.", ar="منطقة."),
                        "page": NORRBY,
                        "kind": "article",
                    },
                ),
                State(
                    "En lista",
                    {"title": AREAS_WORD, "description": told(sv="Områdena.", ar="المناطق.")},
                ),
            ),
            as_source=True,
        ),
        Component(
            "addresses",
            "Sidans enda rätta adress och var den finns på andra språk. En sida utan sådan "
            "ska inte "
            "hittas av sökmotorer.",
            "available_languages, språken som sidan går att läsa på",
            (
                State("Alla språk", {"available_languages": EVERY_LANGUAGE}),
                State("Bara svenska", {"available_languages": ["sv"]}),
                State("Ingen egen sida, till exempel ett fel"),
            ),
            as_source=True,
        ),
        Component(
            "header",
            "Överst på varje sida. Menyerna öppnas utan skript och ligger framme där det "
            "finns plats.",
            "ingenting; sidans adress avgör vad som är markerat",
            (State("På startsidan", path="home"), State("Under Områden", path="areas:list")),
            wide=True,
        ),
        Component(
            "menu_item",
            "En plats i huvudmenyn.",
            "route (en vy), label; slug om vyn behöver en",
            (
                State("En annan sida", {"route": "news:list", "label": from_catalogue("Nyheter")}),
                State(
                    "Sidan själv, och sidor under den", {"route": "areas:list", "label": AREAS_WORD}
                ),
                State(
                    "Tre gånger så lång text",
                    {
                        "route": "news:list",
                        "label": told(
                            sv="", so=SOMALI, ar="كل ما يجري من أجل الصحة في منطقتك هذا العام"
                        ),
                    },
                    languages=("so", "ar"),
                ),
            ),
            around=SHEET,
        ),
        Component(
            "languages",
            "Språken, vart och ett med sitt eget namn och till samma sida.",
            "ingenting",
            (State("Med språket man läser markerat"),),
            around='<div class="sheet">{}</div>',
        ),
        Component(
            "easy",
            "Vägen mellan vanlig och lätt svenska, under ingressen. Syns bara på en sida som går "
            "att läsa på båda.",
            "available_languages, språken som sidan går att läsa på",
            (
                State("På vanlig svenska", {"available_languages": EVERY_LANGUAGE}, ("sv",)),
                State("På lätt svenska", {"available_languages": EVERY_LANGUAGE}, ("sv-x-latt",)),
            ),
        ),
        Component(
            "wordmark",
            "Ordmärket. Aldrig stadens logotyp eller vapen.",
            "ingenting; står i något med klassen wordmark",
            (State("På sidans grund"),),
            around='<p class="wordmark">{}</p>',
        ),
        Component(
            "crumbs",
            "Vägen hit, överst på varje sida utom startsidan. Sidan själv står inte med: den "
            "är rubriken under.",
            "route (en vy) och label; slug om vyn behöver en; then och then_label för ett "
            "steg till; "
            "parent, en sida",
            (
                State("Under startsidan"),
                State("Under en lista", {"route": "areas:list", "label": AREAS_WORD}),
                State(
                    "Tre steg",
                    {
                        "route": "pages:detail",
                        "slug": "samverkan",
                        "label": from_catalogue("Samverkan"),
                        "then": "partners:agreements",
                        "then_label": from_catalogue("Avtal"),
                    },
                ),
                State(
                    "Under en sida med 300 tecken i rubriken",
                    {"route": "areas:list", "label": AREAS_WORD, "parent": LONG_TITLED},
                ),
            ),
        ),
        Component(
            "ways_on",
            "Vart man kan gå från en sida som inte finns.",
            "ingenting",
            (State("Alltid densamma"),),
            wide=True,
        ),
        Component(
            "meta",
            "Sist på en sida med eget innehåll: när den ändrades, av vilken förvaltning, och "
            "hur man delar den.",
            "page; available_languages",
            (
                State("Med delning", {"page": NORRBY, "available_languages": EVERY_LANGUAGE}),
                State("Utan egen adress att dela", {"page": NORRBY}),
            ),
            wide=True,
        ),
        Component(
            "share",
            "Vanliga länkar för den som vill dela sidan. Inget laddas från de andra webbplatserna.",
            "page; available_languages",
            (
                State(
                    "Alla språk",
                    {
                        "page": area("Sjöbo", "شوبو", "petrol", "satin"),
                        "available_languages": EVERY_LANGUAGE,
                    },
                ),
            ),
            around='<div class="meta">{}</div>',
        ),
        Component(
            "footer",
            "Sist på varje sida. Tyget slutar i en frans.",
            "ingenting",
            (State("Alltid densamma"),),
            wide=True,
        ),
    ),
)
