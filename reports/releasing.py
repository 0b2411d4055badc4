"""How the figures of a report become a release: frozen, made into files, and then given out.

The files come first. Until all of them are stored there is no release, so that a failure on the
way leaves nothing half-published.
"""

from collections.abc import Generator
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import Error as DatabaseFault
from django.db import IntegrityError, transaction
from django.utils import timezone

from reports.changes import differing
from reports.dataset import dataset
from reports.files.making import Making
from reports.models import Release, ReleaseFile, Report
from reports.models.releases import canonical

Data = dict[str, Any]


def problems(report: Report, data: Data) -> list[str]:
    """Why the figures can't be released, in words for staff; empty if they can."""
    examples = {report.is_example, *(each["is_example"] for each in data["indicators"].values())}
    latest = report.releases.in_force().first()
    found = []
    if not data["observations"]:
        found.append("Det finns inga siffror för området att ge ut.")
    if len(examples) > 1:
        found.append("Påhittade exempelvärden kan inte ges ut tillsammans med riktiga siffror.")
    if latest and latest.data | {"edition": None} == data | {"edition": None}:
        found.append(f"Inget har ändrats sedan utgåva {latest.number}.")
    return found


class Releasing:
    """A release on its way: `for file in releasing.files(): …`, then `releasing.give_out()`.

    `notes` tells what is new, by field: `{"note_sv": "Första utgåvan.", "note_en": …}`.

    Raises ValidationError, with every reason, if the figures can't be released.
    """

    def __init__(self, report: Report, notes: dict[str, str], by: Any = None) -> None:
        figures = dataset(report).data
        if found := problems(report, figures):
            raise ValidationError(found)
        before = report.releases.in_force().first()
        self.release = Release(
            report=report,
            number=_next_number(report),
            released_at=timezone.now(),
            released_by=by,
            licence=report.licence,
            is_example=report.is_example,
            changed=len(differing(before.data, figures)) if before else None,
            **notes,
        )
        self.release.content = canonical(figures | {"edition": _edition(self.release)})
        self.release.sha256 = Release.fingerprint(self.release.content)
        self._making = Making(self.release)

    @property
    def total(self) -> int:
        """How many files there will be."""
        return self._making.total

    def files(self) -> Generator[ReleaseFile, None, None]:
        """Makes and stores the files one by one. If it is left before its end, none is kept."""
        return self._making.files()

    def give_out(self) -> Release:
        """Publishes the release with its files.

        Raises ValidationError, and keeps no file, if somebody else was quicker or if the database
        does not answer.
        """
        try:
            return self._saved()
        except DatabaseFault as error:
            self._making.discard()
            number, is_taken = self.release.number, isinstance(error, IntegrityError)
            quicker = f"Någon annan gav ut utgåva {number} medan filerna gjordes."
            silent = "Databasen svarade inte. Försök igen om en stund."
            raise ValidationError(quicker if is_taken else silent) from error

    @transaction.atomic
    def _saved(self) -> Release:
        self.release.save()
        for file in self._making.made:
            file.release = self.release
        ReleaseFile.objects.bulk_create(self._making.made)
        return self.release


def release(report: Report, notes: dict[str, str], by: Any = None) -> Release:
    """Freezes the figures of today as the report's newest release, with all its files.

    Raises ValidationError, with every reason, if they can't be released.
    """
    releasing = Releasing(report, notes, by)
    for _file in releasing.files():
        pass
    return releasing.give_out()


def _edition(release: Release) -> Data:
    """What the files say of the release itself."""
    notes = {code: release.text_in("note", code) for code in settings.MODELTRANSLATION_LANGUAGES}
    return {
        "number": release.number,
        "released_at": release.released_at.isoformat(),
        "note": {code: text for code, text in notes.items() if text},
        "site": settings.SITE_URL,
    }


def _next_number(report: Report) -> str:
    year = timezone.localdate().year
    numbers = report.releases.filter(number__startswith=f"{year}-").values_list("number", flat=True)
    last = max((int(number.split("-")[1]) for number in numbers), default=0)
    return f"{year}-{last + 1}"
