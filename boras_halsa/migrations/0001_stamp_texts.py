"""Gives every text its stamp: parts of pages had none, and a digest now names its fields.

What is out of date stays so, and every translation stays as far come as it was. A part that had
no stamp is taken for what the first content was: translated by machine.
"""

from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from languages.translated import digest_of

APPS = ("areas", "initiatives", "news", "pages", "partners", "publishing", "reports", "uploads")
SOURCE = "sv"


def texts_of(row: Any, language: str) -> dict[str, str]:
    """The texts of a row in one language, by field."""
    ends = f"_{SOURCE}"
    fields = [f.name.removesuffix(ends) for f in row._meta.fields if f.name.endswith(ends)]
    texts = {name: getattr(row, f"{name}_{language}") for name in fields}
    return {name: text for name, text in texts.items() if text}


def stamps_of(row: Any, now: str) -> dict[str, dict[str, Any]]:
    """The stamps of a row, with what is known from those that it had."""
    old, source_texts = row.languages, texts_of(row, SOURCE)
    source = {"is": digest_of(source_texts), "dated": old.get(SOURCE, {}).get("dated", now)}
    stamps = {SOURCE: source} if source_texts else {}
    for language in ("en", "fi", "ar", "so"):
        texts = texts_of(row, language)
        if not texts:
            continue
        known = old.get(language, {})
        follows = not known or known.get("of") == old.get(SOURCE, {}).get("is")
        stamps[language] = {
            "is": digest_of(texts),
            "of": source["is"] if follows else known["of"],
            "dated": known.get("dated", source["dated"]),
            "whole": {*source_texts} <= {*texts},
            "state": known.get("state", "machine"),
        }
    return stamps


def stamp_texts(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    now = timezone.now().isoformat()
    kept = apps.get_model("languages", "SourceText")
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for row in model.objects.all().iterator():
                stamps = stamps_of(row, now)
                model.objects.filter(pk=row.pk).update(languages=stamps)
                if source := stamps.get(SOURCE):
                    source_text = kept(digest=source["is"], texts=texts_of(row, SOURCE))
                    kept.objects.bulk_create([source_text], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("languages", "0001_initial"),
        *((app, "0002_easy_swedish") for app in APPS),
    ]
    operations = [migrations.RunPython(stamp_texts, migrations.RunPython.noop)]
