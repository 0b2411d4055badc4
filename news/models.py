"""News and press releases about areas, initiatives, agreements and reports."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from initiatives.models import Initiative
from languages.routing import address
from partners.models import Agreement, Organisation
from publishing.fields import MomentField
from publishing.models import PublicPage, PublishedQuerySet
from reports.models import Report

RECENT = timedelta(days=730)


class NewsQuerySet(PublishedQuerySet):
    def with_latest(self) -> models.QuerySet:
        """These first, marked `about`, then the latest of all: `area.news.with_latest()[:3]`."""
        about = models.Exists(self.filter(pk=models.OuterRef("pk")))
        latest = self.model.objects.published().annotate(about=about)
        return latest.order_by("-about", "-dated_at", "-pk")


class NewsItem(PublicPage):
    """Something that happened, at a date and time that may be long before this site."""

    class Kind(models.TextChoices):
        NEWS = "news", _("Nyhet")
        PRESS_RELEASE = "press-release", _("Pressmeddelande")

    kind = models.CharField("slag", max_length=20, choices=Kind, default=Kind.NEWS)
    dated_at = MomentField("datum och tid", db_index=True)
    areas = models.ManyToManyField(Area, related_name="news", verbose_name="områden", blank=True)
    initiatives = models.ManyToManyField(
        Initiative, related_name="news", verbose_name="insatser", blank=True
    )
    agreements = models.ManyToManyField(
        Agreement, related_name="news", verbose_name="avtal", blank=True
    )
    organisations = models.ManyToManyField(
        Organisation, related_name="news", verbose_name="organisationer", blank=True
    )
    reports = models.ManyToManyField(
        Report, related_name="news", verbose_name="kunskapsunderlag", blank=True
    )

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = "nyhet"
        verbose_name_plural = "nyheter"
        ordering = ["-dated_at", "-pk"]

    @property
    def is_recent(self) -> bool:
        """Whether it is still news, and not the archive."""
        return self.dated_at > timezone.now() - RECENT

    def get_absolute_url(self) -> str:
        return address("news:detail", slug=self.slug)
