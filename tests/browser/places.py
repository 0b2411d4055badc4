"""Every type of page, once in Swedish and once in Arabic, which runs from right to left."""

from typing import Literal, NamedTuple

Scheme = Literal["light", "dark"]


class Place(NamedTuple):
    name: str
    sv: str
    ar: str


# Below a report, and beside them all: no sitemap leads there.
REPORTS = [
    Place(
        "indicator",
        "/kunskapsunderlag/norrby/matt/befolkning/",
        "/ar/knowledge-reports/norrby/measures/befolkning/",
    ),
    Place(
        "releases",
        "/kunskapsunderlag/norrby/utgavor/",
        "/ar/knowledge-reports/norrby/releases/",
    ),
    Place("downloads", "/kunskapsunderlag/ladda-ner/", "/ar/knowledge-reports/download/"),
    Place("check", "/kunskapsunderlag/kontrollera/", "/ar/knowledge-reports/check/"),
    Place(
        "what is newest",
        "/kunskapsunderlag/kontrollera/?text=norrby-2026-1",
        "/ar/knowledge-reports/check/?text=norrby-2026-1",
    ),
    Place(
        "compare an indicator",
        "/kunskapsunderlag/jamfor/?indicator=befolkning",
        "/ar/knowledge-reports/compare/?indicator=befolkning",
    ),
    Place(
        "compare a report",
        "/kunskapsunderlag/jamfor/?report=norrby",
        "/ar/knowledge-reports/compare/?report=norrby",
    ),
]
PAGES = [
    Place("home", "/", "/ar/"),
    Place("areas", "/omraden/", "/ar/areas/"),
    Place("area", "/omraden/norrby/", "/ar/areas/norrby/"),
    Place("area with a long name", "/omraden/hassleholmen/", "/ar/areas/hassleholmen/"),
    Place("initiatives", "/insatser/", "/ar/initiatives/"),
    Place("what fits me", "/insatser/?area=norrby&age=40", "/ar/initiatives/?area=norrby&age=40"),
    Place("a refused form", "/insatser/?age=400", "/ar/initiatives/?age=400"),
    Place("initiative", "/insatser/simskola-for-kvinnor/", "/ar/initiatives/simskola-for-kvinnor/"),
    Place("collaboration", "/samverkan/", "/ar/collaboration/"),
    Place(
        "area development", "/samverkan/omradesutveckling/", "/ar/collaboration/area-development/"
    ),
    Place("agreements", "/samverkan/avtal/", "/ar/collaboration/agreements/"),
    Place(
        "agreement",
        "/samverkan/avtal/folkhalsoavtalet/",
        "/ar/collaboration/agreements/folkhalsoavtalet/",
    ),
    Place("organisations", "/samverkan/parter/", "/ar/collaboration/partners/"),
    Place(
        "organisation", "/samverkan/parter/sk-elfsborg/", "/ar/collaboration/partners/sk-elfsborg/"
    ),
    Place("reports", "/kunskapsunderlag/", "/ar/knowledge-reports/"),
    Place("report", "/kunskapsunderlag/norrby/", "/ar/knowledge-reports/norrby/"),
    *REPORTS,
    Place("news list", "/nyheter/", "/ar/news/"),
    Place("news", "/nyheter/avsiktsforklaring-2013/", "/ar/news/avsiktsforklaring-2013/"),
    Place("open data", "/oppna-data/", "/ar/open-data/"),
    Place("open data for programs", "/oppna-data/api/", "/ar/open-data/api/"),
    Place("text", "/om/", "/ar/about/"),
    Place("contact", "/kontakt/", "/ar/contact/"),
    Place("not found", "/finns-inte/", "/ar/not-there/"),
]
LANGUAGES = ["sv", "ar"]
WIDTHS = [320, 1280]
STAFF = {
    "index": "/admin/",
    "areas": "/admin/areas/area/",
    "translations": "/admin/oversattning/?language=ar",
    "files for translators": "/admin/oversattning/hamta/",
    "report as a draft": "/admin/underlag/norrby/utkast/",
    "what a release would be": "/admin/underlag/norrby/ge-ut/",
    "files from translators": "/admin/oversattning/leveranser/",
}
SCHEMES: list[Scheme] = ["light", "dark"]

# Each type of page in each language: a test that takes `path` runs once for every one.
PATHS = {f"{place.name}-{code}": getattr(place, code) for place in PAGES for code in LANGUAGES}
