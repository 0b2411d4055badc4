"""The cast of the component page: unsaved things with texts in Swedish and Arabic, some of "
"them hard."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse_lazy

from areas.models import Area, Arena
from initiatives.models import Initiative, InitiativePartner, Occasion
from news.models import NewsItem
from partners.models import Organisation
from publishing.models import Contact, Office
from reports.models import (
    Indicator,
    Kind,
    Observation,
    Release,
    ReleaseFile,
    Report,
    Territory,
)
from reports.models.files import file_name
from uploads.models import Document, Image

_numbers = count(1)

LONG_WORD = "Folkhälsoområdesutvecklingssamordningsmötesprotokollsjusteringsförrättningskansl"
LONG_TITLE = (
    "Avsiktsförklaring mellan Borås Stad, Delregional nämnd södra i Västra Götalandsregionen, "
    "Södra Älvsborgs Sjukhus, det kommunala bostadsbolaget och föreningarna i området om hur de "
    "tillsammans ska utveckla närvården, folkhälsan och mötesplatserna under de kommande tio "
    "åren, "
    "med uppföljning varje vår."
)
LONG_TITLE_AR = (
    "إعلان نوايا بين بلدية بوروس وإقليم فسترا يوتالاند ومستشفى Södra Älvsborg وشركة الإسكان "
    "البلدية "
    "والجمعيات في المنطقة حول كيفية تطوير الرعاية القريبة والصحة العامة وأماكن اللقاء معًا "
    "خلال السنوات "
    "العشر القادمة مع متابعة ذلك في ربيع كل عام والتحدث مع السكان عن النتائج وما يجب أن يتغير "
    "بعد ذلك في كل حي."
)
LONG_WORD_AR = "فسيستخدمونهاواستخدمناهاوسيستعملونهاومستخدموهافسيستخدمونهاواستخدمناهاوسيستعملونها"
SOMALI = (
    "Dugsiga dabbaasha ee haweenka ka weyn lix iyo toban jir ee ku nool xaafadda iyo agagaarkeeda"
)


def texts(name: str, sv: str, ar: str, so: str = "") -> dict[str, Any]:
    """The columns of one text. What nobody has translated to Arabic is given as an empty text."""
    return {f"{name}_sv": sv, f"{name}_ar": ar, f"{name}_so": so or sv, f"{name}_en": sv}


def one(model: Any, sv: str, ar: str, lead: tuple[str, str] | None = None, **values: Any) -> Any:
    """A thing with a title, and a lead if it has one."""
    number = next(_numbers)
    if hasattr(model, "slug"):
        values.setdefault("slug", f"exempel-{number}")
    if lead:
        values |= texts("lead", *lead)
    return model(pk=number, **texts("title", sv, ar, values.pop("so", "")), **values)


OFFICE = one(Office, "Borås Stad", "بلدية بوروس")
CONTACT = one(
    Contact,
    "Områdessamordnare",
    "منسق المنطقة",
    office=OFFICE,
    phone="033-35 70 00",
    email="omrade@example.se",
)
ONLY_MAIL = one(
    Contact, LONG_WORD, LONG_WORD_AR, office=OFFICE, email=f"{'samordnare.' * 6}norrby@example.se"
)
SWEDISH_CONTACT = one(Contact, "Folkhälsoplanerare", "", office=OFFICE, email="plan@example.se")


def area(sv: str, ar: str, dye: str, weave: str, **values: Any) -> Area:
    return one(Area, sv, ar, dye=dye, weave=weave, office=OFFICE, **values)


NORRBY = area(
    "Norrby",
    "نوربي",
    "blue",
    "twill",
    lead=("Ett av tre prioriterade områden.", "واحدة من ثلاث مناطق لها الأولوية."),
    changed_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
)
HASSLEHOLMEN = area("Hässleholmen", "هاسلهولمن", "red", "plain")
SJOBO = area("Sjöbo", "شوبو", "petrol", "satin")
HULTA = area("Hulta", "هولتا", "ochre", "basket")
AREAS = [HASSLEHOLMEN, NORRBY, SJOBO, HULTA]
MANY_AREAS = [
    *AREAS,
    area(
        "Trandareds och Brämhults gemensamma område",
        "منطقة ترانداريد وبرمهولت المشتركة",
        "plum",
        "twill",
    ),
    area("Norra Göta och Centrum", "غوتا الشمالية ووسط المدينة", "red", "satin"),
    area(LONG_WORD, LONG_WORD_AR, "petrol", "plain"),
]
NOT_TRANSLATED = area("Brämhult", "", "plum", "plain", lead=("Ett område.", ""))
LONG_AREA = area(LONG_TITLE, LONG_TITLE_AR, "plum", "basket", lead=(LONG_TITLE, LONG_TITLE_AR))
EVERY_CLOTH = [
    area(f"{dyed}, {woven.lower()}", f"{dyed}, {woven.lower()}", dye, weave)
    for dye, dyed in Area.Dye.choices
    for weave, woven in Area.Weave.choices
]
WORN = [*MANY_AREAS, NOT_TRANSLATED, LONG_AREA, *EVERY_CLOTH]

SWIMMING = one(
    Initiative,
    "Simskola för kvinnor",
    "مدرسة السباحة للنساء",
    (
        "Simskola för alla kvinnor från 16 år. Två gånger om året.",
        "مدرسة سباحة لجميع النساء من سن 16 عامًا.",
    ),
    so=SOMALI,
    office=OFFICE,
)
LONG_WORDED = one(Initiative, LONG_WORD, LONG_WORD_AR, (LONG_WORD, LONG_WORD_AR), office=OFFICE)
LONG_TITLED = one(Initiative, LONG_TITLE, LONG_TITLE_AR, (LONG_TITLE, LONG_TITLE_AR), office=OFFICE)
SWEDISH_ONLY = one(Initiative, "Arbete med tandhälsa", "", ("För förskolebarn.", ""), office=OFFICE)
WITHOUT_LEAD = one(Initiative, "Öppen förskola", "الروضة المفتوحة", office=OFFICE)


def report(area: Area, sv: str, ar: str, edition: tuple[str, str] = ("", "")) -> Report:
    lead = ("Livsvillkoren här, jämfört med hela Borås.", "ظروف الحياة هنا مقارنةً ببوروس كلها.")
    return one(Report, sv, ar, lead, area=area, office=OFFICE, **texts("edition", *edition))


def news(sv: str, ar: str, kind: str = "news", **values: Any) -> NewsItem:
    dated = datetime(2026, 3, 18, 9, tzinfo=UTC)
    item = one(NewsItem, sv, ar, kind=kind, dated_at=dated, office=OFFICE)
    vars(item).update(values)
    return item


def arena(sv: str, ar: str, **values: Any) -> Arena:
    return one(Arena, sv, ar, area=NORRBY, **values)


def occasion(**values: Any) -> Occasion:
    starts = datetime(2027, 2, 3, 17, 30, tzinfo=UTC)
    return Occasion(pk=next(_numbers), initiative=SWIMMING, starts_at=starts, **values)


def partnership(sv: str, ar: str, role: tuple[str, str] = ("", "")) -> InitiativePartner:
    who = one(Organisation, sv, ar, kind="association", office=OFFICE)
    return InitiativePartner(
        pk=next(_numbers), initiative=SWIMMING, organisation=who, **texts("role", *role)
    )


def document(
    sv: str, ar: str, name: str, size: int | None = None, language: str = "sv"
) -> Document:
    """A file; one without a size is one that can't be found."""
    file: Any = name if size is None else ContentFile(b"x" * size, name=name)
    return one(Document, sv, ar, file=file, language=language)


def release_file(kind: str, language: str, size: int) -> ReleaseFile:
    """A file of the same release, in one format and language."""
    release = Release(pk=1, report=report(NORRBY, "Norrby", "نوربي"), number="2026-1")
    name = file_name("exempel-2026-1", language, Kind(kind))
    return ReleaseFile(release=release, kind=kind, language=language, name=name, size=size)


def picture(alt: tuple[str, str], *, found: bool = True, credit: str = "", **values: Any) -> Image:
    """A picture. One that is found shows the picture of the site, which needs no upload."""
    image = Image(
        pk=next(_numbers),
        file="image/finns-inte.png",
        width=1200,
        height=630,
        **texts("alt", *alt),
        credit=credit,
        **values,
    )
    if found:
        image.__dict__["file"] = SimpleNamespace(url=reverse_lazy("site-share-picture"))
    return image


def indicator(sv: str, ar: str, **values: Any) -> Indicator:
    unit = values.pop("unit", ("", ""))
    defaults = {"value_type": "count", "code": f"exempel-{next(_numbers)}"}
    return one(Indicator, sv, ar, **defaults | values, **texts("unit", *unit))


DISTRICT = one(Territory, "Norrby", "نوربي", division="district", area=NORRBY)
KOMMUNDEL = one(Territory, "Norrby", "نوربي", division="kommundel", area=NORRBY)
NO_DIVISION = one(Territory, LONG_WORD, LONG_WORD_AR, division="not-stated", area=NORRBY)
PEOPLE = indicator("Antal invånare", "عدد السكان", unit=("personer", "شخصًا"))
DECAY = indicator(
    "Barn med karies",
    "أطفال لديهم تسوس",
    value_type="proportion",
    multiplier=100,
    decimals=1,
    unit=("procent", "بالمئة"),
)
ANSWERS = indicator("Svar på frågor om området", "إجابات عن أسئلة حول المنطقة", by_residents=True)
LONG_MEASURE = indicator(LONG_TITLE, LONG_TITLE_AR, by_residents=True)


def figure(
    measure: Indicator,
    value: str | None,
    year: int | None = 2020,
    where: Territory = KOMMUNDEL,
    **more: Any,
) -> Observation:
    note = more.pop("note", ("", ""))
    return Observation(
        pk=next(_numbers),
        indicator=measure,
        territory=where,
        value=None if value is None else Decimal(value),
        period_from=year and date(year, 1, 1),
        period_to=year and date(year, 12, 31),
        **texts("note", *note),
        **more,
    )


def figures_of_every_status(measure: Indicator) -> list[tuple[str, Observation]]:
    """A value with each status, by the name of the status. Only some of them can have a number."""
    without = {Observation.Status.NOT_COLLECTED, Observation.Status.NOT_APPLICABLE}
    return [
        (name, figure(measure, None if status in without else "12.5", status=status))
        for status, name in Observation.Status.choices
    ]
