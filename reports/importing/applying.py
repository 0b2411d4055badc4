"""Takes in the values of a file: all of them, or none."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from languages.models import SourceText
from languages.translated import SOURCE
from reports.importing.cells import FIGURES
from reports.importing.comparing import Change, Comparison, compare
from reports.importing.mistakes import RefusedError
from reports.importing.numbers import written
from reports.importing.reading import ROWS_BETWEEN_WORDS, read
from reports.models import FigureFile, Indicator, Observation

_BATCH = 1000
_COLUMNS = [field.attname for field in Observation._meta.concrete_fields]
_STORED = [*FIGURES, "note_sv", "languages"]


def apply(file: FigureFile, seen: str) -> Generator[str, None, Comparison]:
    """Stores the values of a file. `seen` is what the user has looked through."""
    found = yield from read(bytes(file.content))
    with transaction.atomic():
        _claim(file)
        _hold({row.cell.indicator_id for row in found.rows})
        comparison = yield from compare(found, lock=True)
        _refuse_unready(comparison, seen)
        yield from _store(comparison)
    return comparison


def _claim(file: FigureFile) -> None:
    """Marks the file as taken in, which only one can do."""
    waiting = FigureFile.objects.filter(pk=file.pk, applied_at=None)
    if not waiting.update(applied_at=timezone.now()):
        raise RefusedError("Filen är redan införd.")


def _hold(indicators: set[int]) -> None:
    """Nobody else adds values of these indicators until the transaction ends."""
    held = Indicator.objects.select_for_update().filter(pk__in=indicators).order_by("pk")
    list(held.values_list("pk"))


def _refuse_unready(comparison: Comparison, seen: str) -> None:
    if comparison.read.faults:
        raise RefusedError("Inget infördes: filen har fel. Se igenom den igen.")
    if comparison.seen != seen:
        raise RefusedError(
            "Inget infördes: värdena har ändrats sedan du såg igenom filen. Se igenom den igen."
        )


def _store(comparison: Comparison) -> Iterator[str]:
    stored = 0
    for batch in _batches([*comparison.new, *comparison.changed]):
        _write(batch)
        stored += len(batch)
        if stored % ROWS_BETWEEN_WORDS == 0:
            yield f"{written(stored)} värden är skrivna."


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    rest = iter(changes)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _write(changes: Sequence[Change]) -> None:
    known = Observation.objects.in_bulk([change.pk for change in changes if change.pk])
    changed = [_changed(known[change.pk], change) for change in changes if change.pk]
    new = [_new(change) for change in changes if not change.pk]
    _keep_sources([*new, *changed])
    Observation.objects.bulk_create(new)
    # One statement that finds each row by its key; bulk_update() is many times slower.
    Observation.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=_STORED
    )


def _new(change: Change) -> Observation:
    """By position, which is many times faster than by name when fields are translated."""
    told = change.cell._asdict() | {name: getattr(change.new, name) for name in FIGURES}
    told |= {"note_sv": change.new.note, "languages": {}}
    row = Observation(*(told.get(name) for name in _COLUMNS))
    if change.new.note:
        row.stamp()
    return row


def _changed(row: Observation, change: Change) -> Observation:
    for name in FIGURES:
        setattr(row, name, getattr(change.new, name))
    if change.old.note != change.new.note:
        row.stamp()
    return row


def _keep_sources(rows: Iterable[Observation]) -> None:
    """What save() does of each: the texts that translations will be made from are kept."""
    found: dict[str, Any] = {
        row.languages[SOURCE]["is"]: row.texts_in(SOURCE) for row in rows if SOURCE in row.languages
    }
    kept = [SourceText(digest=digest, texts=texts) for digest, texts in found.items()]
    SourceText.objects.bulk_create(kept, ignore_conflicts=True)
