"""Those who work together, and what they have agreed."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from languages.routing import address
from languages.translated import Translated
from publishing.fields import RichTextField
from publishing.models import PublicPage, PublishedQuerySet
from uploads.models import Document


class Organisation(PublicPage):
    """A party to agreements or a partner in initiatives."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Kommun")
        REGION = "region", _("Region")
        BOARD = "board", _("Nämnd i regionen")
        HOSPITAL = "hospital", _("Sjukhus")
        HOUSING = "housing", _("Kommunalt bostadsbolag")
        ASSOCIATION = "association", _("Förening")
        FEDERATION = "federation", _("Samarbete mellan kommuner")

    kind = models.CharField("slag", max_length=20, choices=Kind)
    web = models.URLField("webbplats", blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["order", "slug"]

    def get_absolute_url(self) -> str:
        return address("partners:organisation", slug=self.slug)


class Moment(NamedTuple):
    """A point on an agreement's time line. Of a plan only the year is known."""

    kind: str
    on: date | None
    item: Any = None

    @property
    def order(self) -> tuple[int, int, int]:
        """A year comes before its days."""
        return (self.on.year, self.on.month, self.on.day) if self.on else (self.item.year, 0, 0)


class Agreement(PublicPage):
    """What parties have promised each other. A date that is not known stays empty."""

    class Kind(models.TextChoices):
        PUBLIC_HEALTH = "public-health", _("Folkhälsoavtal")
        INTENT = "intent", _("Avsiktsförklaring")
        LOCAL_CARE = "local-care", _("Närvårdssamverkan")

    kind = models.CharField("slag", max_length=20, choices=Kind)
    parties = models.ManyToManyField(
        Organisation, related_name="agreements", verbose_name="parter", blank=True
    )
    areas = models.ManyToManyField(
        Area, related_name="agreements", verbose_name="områden", blank=True
    )
    documents = models.ManyToManyField(Document, verbose_name="dokument", blank=True)
    signed_on = models.DateField("undertecknat", null=True, blank=True)
    valid_from = models.DateField("gäller från", null=True, blank=True)
    valid_to = models.DateField("gäller till", null=True, blank=True)
    outcome = RichTextField("vad det ledde till", blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "avtal"
        verbose_name_plural = "avtal"
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__lte=models.F("valid_to"))
                | models.Q(valid_from=None)
                | models.Q(valid_to=None),
                name="agreement_starts_before_it_ends",
                violation_error_message="Avtalet kan inte sluta gälla innan det börjar.",
            )
        ]

    def get_absolute_url(self) -> str:
        return address("partners:agreement", slug=self.slug)

    def timeline(self, plans: Iterable["ActionPlan"], news: Iterable[Any]) -> list[Moment]:
        """All that is known with a time, the earliest first. Plans and news are handed over."""
        own = {"signed": self.signed_on, "begins": self.valid_from, "ends": self.valid_to}
        moments = [Moment(kind, day) for kind, day in own.items() if day]
        moments += [Moment("plan", None, plan) for plan in plans]
        moments += [Moment("news", timezone.localdate(told.dated_at), told) for told in news]
        return sorted(moments, key=lambda moment: moment.order)


class AgreementRow(Translated):
    """A numbered part of an agreement."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, verbose_name="avtal")
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        abstract = True


class Signatory(AgreementRow):
    """Who signed, in which office, for which party."""

    name = models.CharField("namn", max_length=200)
    title = models.CharField("titel", max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="för part"
    )

    objects = PublishedQuerySet.as_manager()
    public_with = ("agreement", "organisation")

    class Meta:
        verbose_name = "undertecknare"
        verbose_name_plural = "undertecknare"
        default_related_name = "signatories"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name


class FocusArea(AgreementRow):
    """What the parties want to develop together."""

    title = models.CharField("rubrik", max_length=300)
    text = models.TextField("text", blank=True)

    class Meta:
        verbose_name = "utvecklingsområde"
        verbose_name_plural = "utvecklingsområden"
        default_related_name = "focus_areas"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or ""


class ActionPlan(AgreementRow):
    """What is to be done in a year, and for whom."""

    year = models.PositiveSmallIntegerField("år")
    text = models.TextField("text", blank=True)
    target_groups = models.TextField("målgrupper", blank=True, help_text="En målgrupp per rad.")

    class Meta:
        verbose_name = "handlingsplan"
        verbose_name_plural = "handlingsplaner"
        default_related_name = "action_plans"
        ordering = ["year", "order", "pk"]

    def __str__(self) -> str:
        return str(self.year)
