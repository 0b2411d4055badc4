"""A knowledge report, and its chapters."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from languages.routing import address
from languages.translated import Translated
from publishing.fields import RichTextField
from publishing.models import PublicPage
from reports.models.figures import Chapter, Indicator
from reports.models.licences import Licence
from reports.models.observations import Observation


class Report(PublicPage):
    """What is known about living conditions in one area, compared with the city."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="reports", verbose_name="område")
    edition = models.CharField(
        "utgåva", max_length=100, blank=True, help_text="Till exempel våren 2022."
    )
    resources = RichTextField("resurser", blank=True)
    residents_view = RichTextField("de boendes egen bild", blank=True)
    licence = models.CharField(
        "villkor för återanvändning",
        max_length=10,
        choices=Licence,
        default=Licence.NOT_DECIDED,
        blank=True,
        help_text="Gäller utgåvor som ges ut från och med nu.",
    )
    is_example = models.BooleanField("exempel", default=False, editable=False)

    public_with = ("", "area")

    class Meta:
        verbose_name = "kunskapsunderlag"
        verbose_name_plural = "kunskapsunderlag"
        ordering = ["is_example", "area__order", "pk"]

    @property
    def kind_in_words(self) -> str:
        if self.edition:
            return gettext("Kunskapsunderlag, %(edition)s") % {"edition": self.edition}
        return pgettext("ett", "Kunskapsunderlag")

    @property
    def cloth(self) -> tuple[str, tuple[str, ...]]:
        return self.area.cloth

    def get_absolute_url(self) -> str:
        return address("reports:detail", slug=self.slug)

    def figures(self) -> list[Observation]:
        """The figures of the newest release: what readers may see."""
        latest = self.releases.published().first()
        return latest.observations() if latest else []

    def observations_everywhere(self) -> models.QuerySet[Observation]:
        """What is known, anywhere, of each indicator that is known for the area.

        A report of invented values holds nothing else, and no other report holds any.
        """
        alike = {"indicator__is_example": self.is_example, "territory__is_example": self.is_example}
        observed = Observation.objects.filter(**alike)
        known = observed.filter(territory__area=self.area).values("indicator")
        found = observed.filter(indicator__in=known)
        return found.prefetch_related("indicator__chapter", "territory")


class ReportChapter(Translated):
    """A chapter as it is told in one report."""

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="chapters", verbose_name="kunskapsunderlag"
    )
    chapter = models.ForeignKey(Chapter, models.PROTECT, verbose_name="kapitel")
    body = RichTextField("text", blank=True)

    class Meta:
        verbose_name = "kapitel i underlaget"
        verbose_name_plural = "kapitel i underlaget"
        ordering = ["chapter__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "chapter"], name="chapter_once_per_report")
        ]

    def __str__(self) -> str:
        return str(self.chapter)


class Voice(Translated):
    """Something that both a register and the residents may know about an area."""

    class Verdict(models.TextChoices):
        AGREES = "agrees", _("Stämmer överens")
        CHAFES = "chafes", _("Skaver")

    report = models.ForeignKey(
        Report, models.CASCADE, related_name="voices", verbose_name="kunskapsunderlag"
    )
    title = models.CharField("vad det handlar om", max_length=200)
    register = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="mått ur register",
    )
    residents = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="mått på de boendes bild",
    )
    verdict = models.CharField(
        "omdöme",
        max_length=10,
        choices=Verdict,
        blank=True,
        help_text="När båda finns: säger de samma sak? Lämna tomt om bara den ena finns.",
    )
    text = models.TextField("kommentar", blank=True, max_length=500)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "två röster"
        verbose_name_plural = "två röster"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or ""

    def clean(self) -> None:
        super().clean()
        if not self.register and not self.residents:
            raise ValidationError("Välj minst ett mått: ur register eller de boendes bild.")
        if bool(self.verdict) != bool(self.register and self.residents):
            text = "Ange ett omdöme när båda måtten är valda, och bara då."
            raise ValidationError({"verdict": text})

    @property
    def verdict_in_words(self) -> str:
        """Whether the two voices agree, or that only one of them knows."""
        return self.get_verdict_display() if self.verdict else gettext("Bara den ena vet")
