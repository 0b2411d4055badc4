"""The texts that go with all files of an edition: what they are, and on what terms."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reports.files.edition import Edition
from reports.models import Kind, Observation


def readme(edition: Edition, names: Iterable[str]) -> str:
    """What is in the ZIP, and how to read, cite and check it. Inside `edition.told()`."""
    return "\n\n".join([*_opening(edition), *_reading(edition, names), *_using(edition)]) + "\n"


def licence(edition: Edition) -> str:
    """The terms in words, and where they stand in full. Inside `edition.told()`."""
    parts = (edition.title, _example(edition), edition.licence.words, edition.licence.address)
    return "\n\n".join([*filter(None, parts), _cite(edition)]) + "\n"


def _opening(edition: Edition) -> Iterator[str]:
    date = date_format(edition.released_at, "DATE_FORMAT")
    yield edition.title
    if edition.is_example:
        yield _example(edition)
    yield _("Utgåva %(number)s från %(date)s.") % {"number": edition.number, "date": date}
    yield from filter(None, (edition.note,))
    yield edition.address


def _example(edition: Edition) -> str:
    return f"{_('Exempeldata, påhittade värden')}." if edition.is_example else ""


def _reading(edition: Edition, names: Iterable[str]) -> Iterator[str]:
    yield _heading(_("Filerna"))
    told = {edition.file_name(kind): _what(kind) for kind in map(Kind, Kind.values)}
    yield "\n".join(f"{name}: {told[name]}" for name in names if name in told)
    yield _heading(_("Så läser du siffrorna"))
    yield _(
        "Varje rad är ett värde: ett mått, på en plats, under en tid, för ett kön och en ålder."
    )
    yield _(
        "lower och upper är gränserna för ett intervall på 95 procent. Området jämförs med resten"
        " av Borås, inte med hela staden."
    )
    words = {"code": "suppressed", "words": Observation.Status("suppressed").label}
    yield (
        _(
            "En siffra kan vara dold, för att skydda enskilda personer. Då är cellerna tomma, och i"
            " kolumnen status står %(code)s (%(words)s). En tom cell är aldrig noll."
        )
        % words
    )


def _what(kind: Any) -> str:
    return {
        Kind.PDF: _("kunskapsunderlaget att läsa och skriva ut"),
        Kind.XLSX: _("alla siffror i tabeller för Excel och LibreOffice, med förklaringar"),
        Kind.CSV: _("alla siffror, ett värde på varje rad, med komma mellan cellerna"),
        Kind.EXCEL_CSV: _("samma siffror för Excel på svenska, med semikolon mellan cellerna"),
        Kind.CSVW: _("vad kolumnerna i CSV-filen betyder, för program (CSVW)"),
        Kind.JSON: _("alla siffror och allt som förklarar dem, för program"),
    }.get(kind, str(kind.label))


def _using(edition: Edition) -> Iterator[str]:
    yield _heading(_("Så får du använda siffrorna"))
    yield edition.licence.words
    yield from filter(None, (edition.licence.address,))
    yield _cite(edition)
    yield _heading(_("Så ser du att filerna är oförändrade"))
    yield _(
        "SHA256SUMS har varje fils kontrollsumma. På Linux: sha256sum --check SHA256SUMS. På Mac:"
        " shasum -a 256 --check SHA256SUMS. På Windows: certutil -hashfile, filens namn och SHA256."
    )
    yield _("Siffrorna i en utgåva ändras inte. Om något rättas ger vi ut en ny utgåva.")


def _cite(edition: Edition) -> str:
    return _("Så anger du källan: %(citation)s") % {"citation": edition.citation}


def _heading(text: str) -> str:
    return f"{text}\n{'-' * len(text)}"
