"""The files of a release: made once, when it is given out, and never changed."""

from typing import Any, Self

from django.core.files.storage import Storage, storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from languages.names import language_names
from languages.told import Told
from reports.models.releases import Release


class Kind(models.TextChoices):
    """The kinds of files that every release has in each of its languages."""

    PDF = "pdf", _("PDF")
    XLSX = "xlsx", _("Excel")
    CSV = "csv", _("CSV")
    EXCEL_CSV = "excel-csv", _("CSV för svenska Excel")
    CSVW = "csvw", _("Beskrivning av CSV")
    JSON = "json", _("JSON")
    ZIP = "zip", _("Allt i en ZIP")

    @property
    def ending(self) -> str:
        """The last part of the file's name, after its language."""
        return _ENDINGS[self]

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


_ENDINGS = {
    Kind.PDF: "pdf",
    Kind.XLSX: "xlsx",
    Kind.CSV: "csv",
    Kind.EXCEL_CSV: "excel.csv",
    Kind.CSVW: "csv-metadata.json",  # where CSVW looks for it: beside the CSV
    Kind.JSON: "json",
    Kind.ZIP: "zip",
}
_MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.CSV: "text/csv; charset=utf-8; header=present",
    Kind.EXCEL_CSV: "text/csv; charset=utf-8; header=present",
    Kind.CSVW: "application/csvm+json",
    Kind.JSON: "application/json",
    Kind.ZIP: "application/zip",
}


def file_name(release: str, language: str, kind: Kind) -> str:
    """What a file is called in its address: `norrby-2026-1.sv.pdf`."""
    return f"{release}.{language}.{kind.ending}"


def release_storage() -> Storage:
    """Where the files lie. Not among the uploads, whose addresses ask no one."""
    return storages["releases"]


def stored_at(instance: Any, name: str) -> str:
    """The folder and name of a file in its storage."""
    return f"{instance.release.report.slug}/{instance.release.number}/{name}"


class ReleaseFileQuerySet(models.QuerySet):
    def published(self) -> Self:
        """The files of the releases that readers may see."""
        return self.filter(release__in=Release.objects.published())


class ReleaseFile(models.Model):
    """A release as a file, in one format and one language."""

    release = models.ForeignKey(
        Release, models.PROTECT, related_name="files", verbose_name="utgåva"
    )
    kind = models.CharField("slag", max_length=20, choices=Kind)
    language = models.CharField("språk", max_length=20)
    name = models.CharField("namn", max_length=200, unique=True)
    file = models.FileField("fil", upload_to=stored_at, storage=release_storage, max_length=300)
    size = models.PositiveBigIntegerField("storlek i byte")
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)

    objects = ReleaseFileQuerySet.as_manager()

    class Meta:
        verbose_name = "fil i en utgåva"
        verbose_name_plural = "filer i utgåvor"
        ordering = ["release", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The permanent address: the same for readers of every language."""
        return release_address(self.release, self.name)

    @property
    def media_type(self) -> str:
        """The type of the file as HTTP has it."""
        return Kind(self.kind).media_type

    @property
    def language_name(self) -> Told:
        """The language of the file, in that language's own name."""
        return Told(language_names().get(self.language, self.language), self.language)


def release_address(release: Release, name: str) -> str:
    """The address of a file of a release, by its name."""
    return reverse(
        "release-file", kwargs={"slug": release.report.slug, "number": release.number, "name": name}
    )
