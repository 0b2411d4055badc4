"""A knowledge report, and its chapters."""

from django.db import models
from django.utils.translation import gettext, pgettext

from areas.models import Area
from languages.routing import address
from languages.translated import Translated
from publishing.fields import RichTextField
from publishing.models import PublicPage
from reports.models.figures import Chapter, Indicator, Observation


class Report(PublicPage):
    """What is known about living conditions in one area, compared with the city."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="reports", verbose_name="område")
    edition = models.CharField(
        "utgåva", max_length=100, blank=True, help_text="Till exempel våren 2022."
    )
    resources = RichTextField("resurser", blank=True)
    residents_view = RichTextField("de boendes egen bild", blank=True)

    public_with = ("", "area")
    MOST_FIGURES = 200

    class Meta:
        verbose_name = "kunskapsunderlag"
        verbose_name_plural = "kunskapsunderlag"
        ordering = ["area__order", "pk"]

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

    def figures(self) -> models.QuerySet:
        """What is known of each indicator that is known for the area: here, and in wholes.

        The values of other areas stand in their own reports.
        """
        here_or_whole = models.Q(territory__area=self.area) | models.Q(territory__area=None)
        known = Indicator.objects.filter(observations__territory__area=self.area)
        return Observation.objects.published().filter(here_or_whole, indicator__in=known)[
            : self.MOST_FIGURES
        ]


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
