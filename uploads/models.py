"""Images and documents: checked when they come in, described, and kept under random names."""

import secrets
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from languages.told import Told
from languages.translated import Translated
from uploads.checks import check_document, check_image, without_metadata


def random_name(instance: models.Model, filename: str) -> str:
    """A name that can't be guessed and says nothing, with the file's own ending."""
    folder = instance._meta.model_name
    return f"{folder}/{secrets.token_urlsafe(16)}{PurePath(filename).suffix.lower()}"


class Image(Translated):
    """A picture, with words for those who don't see it."""

    file = models.ImageField(
        "fil",
        upload_to=random_name,
        validators=[check_image],
        width_field="width",
        height_field="height",
    )
    width = models.PositiveIntegerField("bredd", editable=False, default=0)
    height = models.PositiveIntegerField("höjd", editable=False, default=0)
    decorative = models.BooleanField(
        "enbart dekoration", default=False, help_text="Bilden säger inget som texten inte säger."
    )
    alt = models.CharField(
        "beskrivning (alt-text)",
        max_length=300,
        blank=True,
        help_text="Vad bilden visar, för den som inte ser den. Krävs om bilden inte är dekoration.",
    )
    credit = models.CharField("fotograf eller källa", max_length=200, blank=True)

    class Meta:
        verbose_name = "bild"
        verbose_name_plural = "bilder"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.alt or f"Bild {self.pk}"

    def clean(self) -> None:
        """Asks for words, and keeps of a new picture only what can be seen."""
        if self.file and not self.file._committed:
            self.file = without_metadata(self.file)
        if not self.decorative and not self.alt:
            raise ValidationError(
                {"alt_sv": "Beskriv bilden, eller kryssa i att den enbart är dekoration."}
            )


class Document(Translated):
    """A file for readers to keep; always handed over as a download, never opened in the site."""

    title = models.CharField("rubrik", max_length=300)
    file = models.FileField("fil", upload_to=random_name, validators=[check_document])
    language = models.CharField(
        "dokumentets språk",
        max_length=20,
        default="sv",
        validators=[
            RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "Ange en språkkod: sv, so …")
        ],
        help_text="Språkkoden, till exempel sv, en, fi, ar eller so.",
    )

    class Meta:
        verbose_name = "dokument"
        verbose_name_plural = "dokument"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title or ""

    @property
    def kind(self) -> str:
        """The file type as readers know it."""
        return PurePath(self.file.name).suffix.lstrip(".").upper() or _("fil")

    @property
    def size(self) -> int | None:
        """How many bytes it has; None if the file can't be found."""
        try:
            return self.file.size
        except (OSError, ValueError):
            return None

    @property
    def language_name(self) -> str:
        """The language of the document, in that language's own name."""
        name = dict(settings.LANGUAGES).get(self.language)
        return Told(name, self.language) if name else self.language
