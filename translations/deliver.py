"""Takes in the texts of a file that a translator has sent back: all of them, or none.

A file is checked against the site of this very moment, both when it is looked through and,
with its rows locked, when it is taken in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from languages.translated import SOURCE, Translated, digest_of
from translations.delivered import DeliveredRow, DeliveredText, Fault, Outcome
from translations.exchange import Sent, SentFile, UnreadableError
from translations.files import read
from translations.models import Delivery
from translations.registry import translated_models
from translations.units import Key

Place = tuple[str, int]  # the model and the key of a row
_NO_PLACE = "Texten finns inte på webbplatsen, eller så får du inte ändra den. Ta bort den."
Sorted = dict[Place, dict[str, dict[int, Sent]]]


class RefusedError(Exception):
    """A file that can't be taken in now; says why."""


@dataclass
class Looked:
    """A file that has been looked through. With any fault, nothing of it is taken in."""

    rows: list[DeliveredRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def counts(self) -> list[tuple[Outcome, int]]:
        """How many units come to what."""
        counted = Counter(piece.outcome for row in self.rows for piece in row.pieces())
        return [(outcome, counted[outcome]) for outcome in Outcome]

    @property
    def changes_anything(self) -> bool:
        return any(row.changed_texts or row.is_confirmed for row in self.rows)

    @property
    def seen(self) -> str:
        """Changes as soon as anything that the preview shows does."""
        shown = [(piece.label, piece.old, piece.new) for row in self.rows for piece in row.pieces()]
        return digest_of({str(number): repr(piece) for number, piece in enumerate(shown)})


def opened(content: str) -> tuple[str, SentFile]:
    """A file that came from here, and the language that it is in. Else says what is wrong."""
    file = read(content)
    if not file.units:
        raise UnreadableError("Filen innehåller inga texter.")
    if not any(Key.parse(unit.key) for unit in file.units):
        raise UnreadableError("Filen kommer inte härifrån: välj en fil som är hämtad här.")
    return _language(file), file


def _language(file: SentFile) -> str:
    """The code that the site has for the language of a file."""
    told = file.language.replace("_", "-").lower()
    if file.source_language != SOURCE or told == SOURCE:
        raise UnreadableError("Filen ska vara från svenska till ett annat språk.", file.line)
    if told not in settings.MODELTRANSLATION_LANGUAGES:
        problem = f"Webbplatsen har inget språk med koden ”{file.language}”. Rätta språkkoden."
        raise UnreadableError(problem, file.line)
    return told


def look_through(content: str, user: Any, *, lock: bool = False) -> Looked:
    """What would come of a file; `lock` holds its rows until the transaction ends."""
    try:
        language, file = opened(content)
    except UnreadableError as error:
        return Looked(faults=[Fault(error.line, "", error.problem)])
    rows = _rows(file.units, user, lock)
    looked = Looked()
    found = _sorted(file.units, rows, looked.faults)
    for place, texts in found.items():
        row = rows[place]
        told = [DeliveredText(row, name, language, sent) for name, sent in texts.items()]
        looked.rows.append(DeliveredRow(row, language, told))
    looked.faults += [fault for row in looked.rows for fault in row.faults()]
    looked.faults.sort()
    return looked


def _rows(units: Iterable[Sent], user: Any, lock: bool) -> dict[Place, Translated]:
    """The rows that a file names, as far as a user may change them. Locked in one order."""
    wanted = defaultdict(set)
    for key in filter(None, (Key.parse(unit.key) for unit in units)):
        wanted[key.model].add(key.pk)
    found: dict[Place, Translated] = {}
    for model in translated_models(user):
        label = model._meta.label_lower
        rows = model._default_manager.order_by("pk")
        rows = rows.select_for_update() if lock else rows
        found |= {(label, pk): row for pk, row in rows.in_bulk(wanted[label]).items()}
    return found


def _sorted(units: list[Sent], rows: dict[Place, Translated], faults: list[Fault]) -> Sorted:
    """The units by row, text and paragraph. Those that have no place there are faults."""
    found: Sorted = defaultdict(lambda: defaultdict(dict))
    for unit in units:
        key = Key.parse(unit.key)
        row = rows.get((key.model, key.pk)) if key else None
        if not key or not row or key.field not in row.translated_fields():
            faults.append(Fault(unit.line, unit.key or "Text utan namn", _NO_PLACE))
            continue
        sent = found[key.model, key.pk][key.field]
        if key.number in sent:
            problem = f"Texten finns också på rad {sent[key.number].line}. Ta bort den ena."
            faults.append(Fault(unit.line, unit.key, problem))
        sent.setdefault(key.number, unit)
    return found


@transaction.atomic
def take_in(delivery: Delivery, user: Any, seen: str) -> Looked:
    """Puts the texts of a file in their places. `seen` is what the user has looked through."""
    with override(SOURCE):
        current = Delivery.objects.select_for_update().get(pk=delivery.pk)
        looked = look_through(current.content, user, lock=True)
        _refuse_unready(current, looked, seen)
        for row in looked.rows:
            row.take_in()
        current.applied_at = timezone.now()
        current.save(update_fields=["applied_at"])
    return looked


def _refuse_unready(delivery: Delivery, looked: Looked, seen: str) -> None:
    if delivery.applied_at:
        raise RefusedError("Filen är redan införd.")
    if looked.faults:
        raise RefusedError("Inget infördes: filen har fel.")
    if looked.seen != seen:
        raise RefusedError(
            "Inget infördes: texterna har ändrats sedan du såg dem. Se igenom dem igen."
        )
