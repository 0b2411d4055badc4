"""The first, empty catalogue of a new language."""

import polib
from django.utils.translation import to_locale

from languages.catalogues import djangos_own, paths, read
from languages.lint import plural_forms
from languages.words import DAYS, MONTHS

_ADDRESS = "Part of an address: only a-z and hyphens. <slug:slug> stays as it is."
_TWO_FORMS = "nplurals=2; plural=(n != 1);"


def new_catalogue(language: str) -> polib.POFile:
    """All interface texts without translations, but with what Django itself knows."""
    model, django = read(next(paths())), djangos_own(language)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = "Interface texts of Borås Hälsa."
    rule = django.metadata["Plural-Forms"] if django else _TWO_FORMS
    catalogue.metadata = {
        **model.metadata,
        "Language": to_locale(language),
        "Plural-Forms": " ".join(rule.split()),
    }
    forms = plural_forms(catalogue)
    catalogue.extend(_empty(entry, forms) for entry in model if not entry.obsolete)
    if django:
        _fill_in_names(catalogue, django)
    return catalogue


def _empty(entry: polib.POEntry, forms: int) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgid_plural=entry.msgid_plural,
        msgstr_plural=dict.fromkeys(range(forms), "") if entry.msgid_plural else {},
        flags=[flag for flag in entry.flags if flag != "fuzzy"],
        comment=_ADDRESS if entry.msgid.endswith("/") else entry.comment,
    )


def _fill_in_names(catalogue: polib.POFile, django: polib.MOFile) -> None:
    """Months and days, whose source is Django's English."""
    known = {entry.msgid: entry.msgstr for entry in django if not entry.msgctxt}
    for entry in catalogue:
        if entry.msgid in {*MONTHS, *DAYS}:
            entry.msgstr = known.get(entry.msgid, "")
