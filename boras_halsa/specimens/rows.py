"""Lists, and the ways through them."""

from typing import Any

from django.core.paginator import Paginator

from boras_halsa.specimens.cast import (
    LONG_TITLED,
    LONG_WORDED,
    SOMALI,
    SWEDISH_ONLY,
    SWIMMING,
    WITHOUT_LEAD,
    news,
)
from boras_halsa.specimens.shown import Component, Group, State, from_catalogue, told

STATUSES = [
    ("ongoing", "Pågår", from_catalogue("Pågår")),
    ("planned", "Planeras", from_catalogue("Planeras")),
    ("unknown", "Okänt", told(sv="Inte känt", ar="غير معروف")),
    ("ended", "Avslutad", from_catalogue("Avslutad")),
]
ROWS = '<ul class="rows">{}</ul>'
PRESS = news("Avsiktsförklaring om hälsa", "إعلان نوايا حول الصحة", "press-release")


def page_of(number: int, total: int = 95) -> dict[str, Any]:
    return {"page_obj": Paginator(range(total), 20).page(number)}


LISTS = Group(
    "Listor",
    "Rader som hålls ihop av tunna trådar. Inga kort, inga rutor.",
    (
        Component(
            "rows",
            "En lista med sidor.",
            "items",
            (
                State("Tre sidor", {"items": [SWIMMING, SWEDISH_ONLY, WITHOUT_LEAD]}),
                State("Svåra ord", {"items": [LONG_TITLED, LONG_WORDED]}),
            ),
        ),
        Component(
            "row",
            "En rad i en lista: en länk och en mening.",
            "item; text i stället för ingressen; state och word ger ett läge",
            (
                State("Med ingress", {"item": SWIMMING}),
                State("Utan ingress", {"item": WITHOUT_LEAD}),
                State("Bara på svenska", {"item": SWEDISH_ONLY}),
                State(
                    "Med egen mening och läge",
                    {
                        "item": SWIMMING,
                        "text": told(sv="Börjar i februari.", ar="تبدأ في فبراير."),
                        "state": "planned",
                        "word": from_catalogue("Planeras"),
                    },
                ),
                State(
                    "Tre gånger så lång text",
                    {
                        "item": SWIMMING,
                        "state": "ongoing",
                        "word": told(sv="", so=SOMALI, ar="مستمرة منذ وقت طويل"),
                    },
                    languages=("so", "ar"),
                ),
                State(
                    "Ett ord på 80 tecken, med läge",
                    {"item": LONG_WORDED, "state": "ended", "word": from_catalogue("Avslutad")},
                ),
            ),
            around=ROWS,
        ),
        Component(
            "status",
            "Hur långt något har kommit. Formen säger det, och alltid ett ord bredvid.",
            "state (ongoing, planned, unknown, ended) och word",
            tuple(State(name, {"state": state, "word": word}) for state, name, word in STATUSES),
        ),
        Component(
            "news_list",
            "Nyheter med slag och datum.",
            "news",
            (
                State(
                    "Nyhet och pressmeddelande",
                    {"news": [news("Ny mötesplats", "مكان لقاء جديد"), PRESS]},
                ),
                State("300 tecken", {"news": [news(LONG_TITLED.title_sv, LONG_TITLED.title_ar)]}),
            ),
        ),
        Component(
            "news_section",
            "Sist på en sida: nyheter om den, annars de senaste av alla. Utan nyheter syns "
            "den inte.",
            "news",
            (
                State("Om sidan", {"news": [news("Ny mötesplats", "مكان لقاء جديد", about=True)]}),
                State("Inget om sidan", {"news": [PRESS]}),
            ),
            wide=True,
        ),
        Component(
            "pagination",
            "Vägen mellan sidorna i en lista. Syns inte när allt står på en sida.",
            "page_obj",
            (
                State("Första sidan", page_of(1)),
                State("Mitt i", page_of(3)),
                State("Sista sidan", page_of(5)),
                State("Många sidor", page_of(4096, 163_840)),
            ),
        ),
    ),
)
