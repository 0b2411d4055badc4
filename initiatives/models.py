"""What is done for health: for whom, where, when, and with whom."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from languages.routing import address
from languages.translated import Translated
from partners.models import Organisation
from publishing.fields import MomentField
from publishing.models import PublicPage, PublishedQuerySet
from uploads.models import Document


class InitiativeQuerySet(PublishedQuerySet):
    def fitting(self, area: str = "", age: int | None = None) -> Self:
        """Those open to somebody who lives in an area (its slug) and has an age."""
        found = self
        if area:
            here = Q(area_states__area__slug=area) & ~Q(area_states__state="ended")
            anywhere = Q(lives_in=None, area_states=None)
            found = found.filter(Q(lives_in__slug=area) | Q(lives_in=None) & here | anywhere)
        if age is not None:
            found = found.filter(Q(age_from=None) | Q(age_from__lte=age))
            found = found.filter(Q(age_to=None) | Q(age_to__gte=age))
        return found.distinct()


class Initiative(PublicPage):
    """An effort that people can take part in or meet."""

    class Gender(models.TextChoices):
        ALL = "all", _("Alla")
        WOMEN = "women", _("Kvinnor")
        MEN = "men", _("Män")

    audience = models.CharField(
        "för vem", max_length=300, blank=True, help_text="Med egna ord: förskolebarn, alla kvinnor…"
    )
    age_from = models.PositiveSmallIntegerField("ålder från", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("ålder till", null=True, blank=True)
    gender = models.CharField("kön", max_length=10, choices=Gender, default=Gender.ALL)
    lives_in = models.ManyToManyField(
        Area, related_name="+", verbose_name="för dem som bor i", blank=True
    )
    frequency = models.CharField("hur ofta", max_length=200, blank=True)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "insats"
        verbose_name_plural = "insatser"
        ordering = ["order", "slug"]

    @property
    def kind_in_words(self) -> str:
        return gettext("Insats")

    def get_absolute_url(self) -> str:
        return address("initiatives:detail", slug=self.slug)

    def clean(self) -> None:
        super().clean()
        if self.age_from and self.age_to and self.age_from > self.age_to:
            raise ValidationError({"age_to": "Åldern till kan inte vara lägre än åldern från."})


class InitiativeArea(Translated):
    """How far an initiative has come in one area."""

    class State(models.TextChoices):
        ONGOING = "ongoing", _("Pågår")
        PLANNED = "planned", _("Planeras")
        ENDED = "ended", _("Avslutad")

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="area_states", verbose_name="insats"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="initiative_states", verbose_name="område"
    )
    state = models.CharField("läge", max_length=10, choices=State, default=State.ONGOING)
    note = models.CharField("kommentar", max_length=300, blank=True)

    objects = PublishedQuerySet.as_manager()
    public_with = ("initiative", "area")

    class Meta:
        verbose_name = "område för insatsen"
        verbose_name_plural = "områden för insatsen"
        ordering = ["area__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "area"], name="initiative_once_per_area")
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.get_state_display()}"


class InitiativePartner(Translated):
    """Who does it, and what is their part."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="partnerships", verbose_name="insats"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="partnerships", verbose_name="organisation"
    )
    role = models.CharField("roll", max_length=200, blank=True)

    objects = PublishedQuerySet.as_manager()
    public_with = ("initiative", "organisation")

    class Meta:
        verbose_name = "part i insatsen"
        verbose_name_plural = "parter i insatsen"
        ordering = ["organisation__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "organisation"], name="partner_once_per_initiative"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class OccasionQuerySet(PublishedQuerySet):
    def upcoming(self) -> Self:
        """Those that have not ended yet, by the clock of the database."""
        ends = Coalesce("ends_at", "starts_at")
        return self.alias(ends=ends).filter(ends__gte=Now())


class Occasion(Translated):
    """A course or an event: one time that an initiative takes place."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="occasions", verbose_name="insats"
    )
    starts_at = MomentField("börjar", db_index=True)
    ends_at = MomentField("slutar", null=True, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    signup_from = MomentField("anmälan från", null=True, blank=True)
    signup_to = MomentField("anmälan till", null=True, blank=True)
    how_to_sign_up = models.CharField("så anmäler man sig", max_length=300, blank=True)
    places = models.PositiveSmallIntegerField("antal platser", null=True, blank=True)

    objects = OccasionQuerySet.as_manager()
    public_with = ("initiative",)

    class Meta:
        verbose_name = "tillfälle"
        verbose_name_plural = "tillfällen"
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    def clean(self) -> None:
        super().clean()
        pairs = [("starts_at", "ends_at"), ("signup_from", "signup_to")]
        for first, last in pairs:
            start, end = getattr(self, first), getattr(self, last)
            if start and end and end < start:
                raise ValidationError({last: "Slutet kan inte komma före början."})


class Material(Translated):
    """An information sheet to hand out, in one language."""

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="materials", verbose_name="insats"
    )
    title = models.CharField("rubrik", max_length=300)
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="+", verbose_name="dokument"
    )

    class Meta:
        verbose_name = "informationsblad"
        verbose_name_plural = "informationsblad"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title or ""
