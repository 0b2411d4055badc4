"""How the figures of a report become a release."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from reports.dataset import dataset
from reports.models import Release, Report
from reports.models.releases import canonical


def problems(report: Report, data: dict[str, Any]) -> list[str]:
    """Why the figures can't be released, in words for staff; empty if they can."""
    examples = {report.is_example, *(each["is_example"] for each in data["indicators"].values())}
    latest = report.releases.first()
    found = []
    if not data["observations"]:
        found.append("Det finns inga siffror för området att ge ut.")
    if len(examples) > 1:
        found.append("Påhittade exempelvärden kan inte ges ut tillsammans med riktiga siffror.")
    if latest and latest.sha256 == Release.fingerprint(canonical(data)):
        found.append(f"Inget har ändrats sedan utgåva {latest.number}.")
    return found


@transaction.atomic
def release(report: Report, notes: dict[str, str], by: Any = None) -> Release:
    """Freezes the figures of today as the report's newest release.

    `notes` tells what is new, by field: `{"note_sv": "Första utgåvan.", "note_en": …}`.

    Raises ValidationError, with every reason, if they can't be released.
    """
    Report.objects.select_for_update().get(pk=report.pk)
    data = dataset(report).data
    if found := problems(report, data):
        raise ValidationError(found)
    content = canonical(data)
    return Release.objects.create(
        report=report,
        number=_next_number(report),
        released_by=by,
        **notes,
        content=content,
        sha256=Release.fingerprint(content),
        is_example=report.is_example,
    )


def _next_number(report: Report) -> str:
    year = timezone.localdate().year
    numbers = report.releases.filter(number__startswith=f"{year}-").values_list("number", flat=True)
    last = max((int(number.split("-")[1]) for number in numbers), default=0)
    return f"{year}-{last + 1}"
