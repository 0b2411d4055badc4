"""Texts, pictures, notices and links."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import get_language

from boras_halsa.specimens.cast import (
    CONTACT,
    LONG_TITLED,
    LONG_WORD,
    LONG_WORD_AR,
    LONG_WORDED,
    NOT_TRANSLATED,
    ONLY_MAIL,
    SWEDISH_CONTACT,
    SWEDISH_ONLY,
    SWIMMING,
    area,
    document,
    one,
    picture,
    release_file,
    texts,
)
from boras_halsa.specimens.shown import Component, Group, State, from_catalogue
from initiatives.models import Material
from languages.reading import Translation

LEAFLET = document("Simskola", "مدرسة السباحة", "a.docx", 38_000)
MATERIAL = one(
    Material,
    "Informationsblad om simskolan",
    "نشرة عن مدرسة السباحة",
    initiative=SWIMMING,
    document=LEAFLET,
)
BODY = texts(
    "body",
    "<p>Här möts de som bor i området.</p><h2>Så går det till</h2><p>Kom när du vill. "
    '<a href="/">Startsidan</a> visar mer.</p><ul><li>Kaffe</li><li>Läxhjälp</li></ul>'
    f"<h3>{LONG_WORD}</h3><blockquote>Vi gör det tillsammans.</blockquote>",
    "<p>هنا يلتقي سكان المنطقة.</p><h2>كيف يجري ذلك</h2><p>تعال متى شئت. "
    '<a href="/">الصفحة الرئيسية</a> تعرض المزيد.</p><ul><li>قهوة</li><li>مساعدة في '
    "الواجبات</li></ul>"
    f"<h3>{LONG_WORD_AR}</h3><blockquote>نقوم بذلك معًا.</blockquote>",
)
BENCH = picture(("En bänk i solen vid Norrbyhuset", "مقعد في الشمس"), credit="Borås Stad")
LOST = picture(("En bänk i solen vid Norrbyhuset", "مقعد في الشمس بجانب بيت نوربي"), found=False)
WITH_PICTURE = area("Norrby", "نوربي", "blue", "twill", image=BENCH, **BODY)
WITHOUT_PICTURE = area("Norrby", "نوربي", "blue", "twill", **BODY)


def translation(
    *, state: str = "human", of: str = "a", of_page: Any = None
) -> Callable[[], Translation]:
    """What is known of a translation, in the language of the specimen."""
    page = of_page or area("Norrby", "نوربي", "blue", "twill")
    stamp = {"is": "x", "of": of, "dated": "2026-03-18T09:00:00+00:00", "state": state}
    page.languages = {"sv": {"is": "a"}, "ar": stamp, "en": stamp}
    return lambda: Translation(page, get_language() or "sv")


def notice(name: str, available: list[str] | None = None, **values: Any) -> State:
    """The notice is for those who read in another language than Swedish."""
    context = {"translation": translation(**values), "available_languages": available or ["sv"]}
    return State(name, context, languages=("fi", "ar") if values.get("of_page") else ("en", "ar"))


WORDS = Group(
    "Text och bild",
    "Det som personalen skriver, och det som läsaren behöver veta om det.",
    (
        Component(
            "body",
            "En sidas brödtext och bild. Rubrikerna i texten ställer sig där avsnittens namn står.",
            "page",
            (
                State("Med bild", {"page": WITH_PICTURE}),
                State("Utan bild", {"page": WITHOUT_PICTURE}),
            ),
            wide=True,
        ),
        Component(
            "picture",
            "En bild med sin text. Aldrig text ovanpå en bild.",
            "image",
            (
                State("Med fotograf", {"image": BENCH}),
                State("Bara dekoration", {"image": picture(("", ""), decorative=True)}),
                State(
                    "Filen går inte att hämta: beskrivningen står i dess ställe", {"image": LOST}
                ),
                State("Lång källa", {"image": picture(("Bänk", "مقعد"), credit=LONG_WORD)}),
            ),
        ),
        Component(
            "notice",
            "Säger på läsarens eget språk vad hen bör veta om översättningen. Står före sidan.",
            "translation, en Translation; available_languages",
            (
                notice(
                    "Översättningen saknas, men andra finns",
                    ["sv", "sv-x-latt", "en", "so"],
                    of_page=NOT_TRANSLATED,
                ),
                notice("Finns bara på svenska", of_page=NOT_TRANSLATED),
                notice("Översatt av en maskin", state="machine"),
                notice("Den svenska texten har ändrats", of="b"),
                notice("Båda", state="machine", of="b"),
            ),
        ),
        Component(
            "notice_missing",
            "Den del av notisen som säger var sidan finns översatt. Används bara av notice.html.",
            "available_languages",
            (
                State(
                    "Finns på fler språk",
                    {"available_languages": ["sv", "sv-x-latt", "en", "so"]},
                    ("fi", "ar"),
                ),
            ),
            around='<aside class="notice">{}</aside>',
        ),
        Component(
            "link",
            "En länk till en sida, på det språk som sidan går att läsa på. Det enda sättet "
            "att länka till en sida.",
            "item, en sida",
            (
                State("På läsarens språk", {"item": SWIMMING}),
                State("Bara på svenska", {"item": SWEDISH_ONLY}),
                State("300 tecken", {"item": LONG_TITLED}),
                State("Ett ord på 80 tecken", {"item": LONG_WORDED}),
            ),
            around="<p>{}</p>",
        ),
        Component(
            "told",
            "Säger på läsarens språk att något bara finns på svenska. Står bredvid det.",
            "item, något med texter på flera språk",
            (State("Bara på svenska", {"item": SWEDISH_ONLY}, ("fi", "ar")),),
            around="<p>{}</p>",
        ),
        Component(
            "contact",
            "Vem läsaren kan vända sig till: en roll, aldrig en person. Varje sida slutar med den.",
            "contact, som får vara None",
            (
                State("Med allt", {"contact": CONTACT}),
                State("Utan kontakt", {"contact": None}),
                State("Bara e-post, långa ord", {"contact": ONLY_MAIL}),
                State("Bara på svenska", {"contact": SWEDISH_CONTACT}, ("fi", "ar")),
            ),
            wide=True,
        ),
        Component(
            "empty",
            "Säger vänligt att det inte finns något här. En tom lista visas aldrig som ingenting.",
            "text",
            (
                State(
                    "Ett område utan mötesplatser",
                    {"text": from_catalogue("Ingen mötesplats är inlagd än.")},
                ),
                State("Inga nyheter", {"text": from_catalogue("Inga nyheter är inlagda än.")}),
            ),
        ),
        Component(
            "document",
            "En fil att spara. Säger slag, språk och storlek innan man hämtar den.",
            "document; called, en sak med en rubrik, om sidan kallar den något eget",
            (
                State(
                    "Med storlek", {"document": document("Avtalet", "الاتفاقية", "a.pdf", 218_000)}
                ),
                State(
                    "Filen går inte att hitta",
                    {"document": document("Avtalet", "الاتفاقية", "a.pdf")},
                ),
                State(
                    "Långt namn, annat språk",
                    {"document": document(LONG_WORD, LONG_WORD_AR, "a.xlsx", 9_000, "ar")},
                ),
                State(
                    "Eget namn på sidan",
                    {"document": LEAFLET, "called": MATERIAL},
                ),
            ),
            around='<ul class="files">{}</ul>',
        ),
        Component(
            "release_file",
            "En fil ur en utgåva av ett kunskapsunderlag. Säger slag, språk och storlek.",
            "file, en ReleaseFile",
            (
                State("På läsarens språk", {"file": release_file("pdf", "sv", 412_000)}),
                State("På ett annat språk", {"file": release_file("csv", "ar", 9_100)}),
                State("Långt namn på slaget", {"file": release_file("excel-csv", "so", 2_300)}),
                State("Allt på en gång", {"file": release_file("zip", "en", 1_800_000)}),
            ),
            around='<ul class="files">{}</ul>',
        ),
    ),
)
