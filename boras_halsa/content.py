"""Reads the city's first content from the folder content/.

What is the same in all languages stands in structure.toml, and the texts of each language in a
file of their own, which a translator can be given.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State, Translated
from reports.models import Report
from reports.releasing import release

FOLDER = settings.BASE_DIR / "content"
APPS = (
    "translations",
    "publishing",
    "areas",
    "partners",
    "initiatives",
    "reports",
    "news",
    "pages",
)
MODELS = {
    model._meta.model_name: model for app in APPS for model in apps.get_app_config(app).get_models()
}
Texts = dict[str, dict[str, dict[str, Any]]]


def read(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """One of the files, with numbers kept exact."""
    return tomllib.loads((folder / name).read_text(encoding="utf-8"), parse_float=Decimal)


def texts(folder: Path = FOLDER) -> dict[str, Texts]:
    """The texts of every language that has a file."""
    paths = sorted(folder.glob("texts/*.toml"))
    return {path.stem: read(f"texts/{path.name}", folder) for path in paths}


def give_out(report: Report, edition: str, told: dict[str, Texts]) -> None:
    """Releases the figures of a report; what the texts tell of the edition is translated too."""
    notes = {
        build_localized_fieldname("note", language): each["release"][edition]["note"]
        for language, each in told.items()
    }
    made = release(report, notes)
    for language in told:
        made.confirm(language, State.MACHINE)
    made.save()


class Loader:
    """Creates everything that content/ tells of, in the order of structure.toml."""

    def __init__(self, told: dict[str, Texts] | None = None) -> None:
        self.texts = told or texts()
        self.made: dict[tuple[str, str], models.Model] = {}

    @transaction.atomic
    def load(self) -> int:
        """Makes all objects, or none, and releases the figures; returns how many were made."""
        with override(SOURCE):
            for kind, entries in read("structure.toml").items():
                for entry in entries:
                    self.make(kind, entry)
            for report in Report.objects.all():
                give_out(report, "first", self.texts)
        return len(self.made)

    def make(self, kind: str, told: dict[str, Any]) -> None:
        """Saves one object, with its texts in every language, all machine translations."""
        model, entry = MODELS[kind], dict(told)
        key = entry.pop("key")
        many = {f.name for f in model._meta.many_to_many} & set(entry)
        linked = {name: [self._found(model, name, k) for k in entry.pop(name)] for name in many}
        instance = model(**self._values(model, entry), **self._texts(kind, key))
        self._publish_under(instance, key)
        instance.full_clean()
        if isinstance(instance, Translated):
            instance.stamp(State.MACHINE)
        instance.save()
        for name, objects in linked.items():
            getattr(instance, name).set(objects)
        self.made[kind, key] = instance

    def _values(self, model: type[models.Model], entry: dict[str, Any]) -> dict[str, Any]:
        """The fields that are the same in every language, with keys followed to objects."""
        return {
            name: self._found(model, name, value)
            if model._meta.get_field(name).is_relation
            else value
            for name, value in entry.items()
        }

    def _found(self, model: type[models.Model], field: str, key: str) -> models.Model:
        target = model._meta.get_field(field).related_model
        return self.made[str(target._meta.model_name), key]

    def _texts(self, kind: str, key: str) -> dict[str, str]:
        return {
            build_localized_fieldname(name, language): text.strip()
            for language, told in self.texts.items()
            for name, text in told.get(kind, {}).get(key, {}).items()
        }

    @staticmethod
    def _publish_under(instance: Any, key: str) -> None:
        """The key is the address of a page and the code of an indicator."""
        for name in ("slug", "code"):
            if hasattr(instance, name):
                setattr(instance, name, key)
        if hasattr(instance, "published_at"):
            instance.published_at = timezone.now()
