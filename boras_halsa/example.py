"""Loads the invented data set of content/example/: indicators, reports, figures and releases.

It stands beside the city's content and never mixes with it: each of its indicators, territories
and reports is marked, and a report holds either nothing else or none of it.
"""

from dataclasses import asdict, fields
from typing import Any

from django.db import models, transaction
from django.utils.translation import override

from boras_halsa.content import MODELS, Loader, Texts, give_out, read, texts
from languages.translated import SOURCE
from publishing.models import Office
from reports.example.entries import entries, filled
from reports.example.figures import Cell, Numbers, as_first_published, invented
from reports.example.plan import FOLDER, PREFIX
from reports.models import Chapter, Observation, Report


def is_loaded() -> bool:
    """Whether the site holds the example."""
    return Report.objects.filter(is_example=True).exists()


@transaction.atomic
def load() -> int:
    """Makes the whole example, or nothing; returns how many figures it has.

    Raises KeyError, with a kind and a key, if the site lacks something that it belongs to.
    """
    structure = read("structure.toml", FOLDER)
    told = _told(structure)
    with override(SOURCE):
        loader = Loader(told)
        loader.made |= _there_already(told[SOURCE])
        for kind, entry in entries(structure):
            if (kind, entry["key"]) not in loader.made:
                loader.make(kind, entry)
        return _observe_and_release(loader, told)


def _told(structure: dict[str, Any]) -> dict[str, Texts]:
    """The example's texts, and those of the city's chapters, which it shares."""
    told = {code: filled(each, code, structure) for code, each in texts(FOLDER).items()}
    for code, city in texts().items():
        told[code]["chapter"] |= city["chapter"]
    return told


def _there_already(told: Texts) -> dict[tuple[str, str], models.Model]:
    """What the example belongs to, by kind and key."""
    found = {
        (kind, row.slug): row
        for kind in ("area", "initiative", "agreement")
        for row in MODELS[kind].objects.all()
    }
    if office := Office.objects.first():
        found["office", "boras-stad"] = office
    chapters = {row.title: row for row in Chapter.objects.all()}
    keys = {each["title"]: key for key, each in told["chapter"].items()}
    return found | {("chapter", keys[t]): row for t, row in chapters.items() if t in keys}


def _observe_and_release(loader: Loader, told: dict[str, Texts]) -> int:
    """Two editions: the second corrects what the first had wrong."""
    figures = invented()
    wrong = as_first_published(figures)
    rows = {cell: _observation(loader, cell) for cell in figures}
    _give(rows, figures | wrong)
    Observation.objects.bulk_create(rows.values(), batch_size=500)
    _release("first", told)
    mended = {cell: rows[cell] for cell in wrong}
    _give(mended, figures)
    Observation.objects.bulk_update(mended.values(), [field.name for field in fields(Numbers)])
    _release("second", told)
    return len(rows)


def _observation(loader: Loader, cell: Cell) -> Observation:
    return Observation(
        indicator=loader.made["indicator", cell.indicator],
        territory=loader.made["territory", PREFIX + cell.place],
        period_from=cell.first,
        period_to=cell.last,
        sex=cell.sex,
    )


def _give(rows: dict[Cell, Observation], figures: dict[Cell, Numbers]) -> None:
    for cell, row in rows.items():
        for name, number in asdict(figures[cell]).items():
            setattr(row, name, number)


def _release(edition: str, told: dict[str, Texts]) -> None:
    for report in Report.objects.filter(is_example=True):
        give_out(report, edition, told)
