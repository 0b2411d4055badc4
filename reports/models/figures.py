"""What is measured, where, and what was found."""

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from languages.translated import Translated
from publishing.models import is_public


class Chapter(Translated):
    """A theme that figures are gathered under, the same for all areas."""

    title = models.CharField("rubrik", max_length=200)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "kapitel"
        verbose_name_plural = "kapitel"
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or ""


class TerritoryQuerySet(models.QuerySet):
    def figures(self) -> models.QuerySet:
        """The values observed in these territories, with what one needs to read them."""
        return Observation.objects.published().filter(territory__in=self)


class Territory(Translated):
    """What a figure counts: an area of one name can be several, of different size.

    The district (stadsdel) Norrby is much smaller than the kommundel of that name, so a
    figure always belongs to a territory, and a territory to one division of the city.
    """

    class Division(models.TextChoices):
        DISTRICT = "district", _("stadsdel")
        KOMMUNDEL = "kommundel", _("kommundel")
        CLINIC_AREA = "clinic-area", _("klinikområde")
        MUNICIPALITY = "municipality", _("kommun")
        REGION = "region", _("region")
        NOT_STATED = "not-stated", _("indelningen är inte angiven")

    title = models.CharField("namn", max_length=200)
    division = models.CharField("indelning", max_length=20, choices=Division)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="territories",
        verbose_name="visas för område",
    )

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = "geografi"
        verbose_name_plural = "geografier"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_division_display()})"


class Indicator(Translated):
    """Something measured the same way in several territories, and all one needs to read it."""

    class ValueType(models.TextChoices):
        COUNT = "count", _("Antal")
        PROPORTION = "proportion", _("Andel")
        RATE = "rate", _("Tal per invånare")
        MEAN = "mean", _("Medelvärde")
        INDEX = "index", _("Index")

    class Polarity(models.TextChoices):
        HIGH = "high", _("Högt värde är bra")
        LOW = "low", _("Lågt värde är bra")
        NONE = "none", _("Varken högt eller lågt är bra i sig")

    class PeriodType(models.TextChoices):
        DAY = "day", _("En viss dag")
        YEAR = "year", _("Ett år")
        YEARS = "years", _("Flera år")
        TERM = "term", _("En termin")

    class Collection(models.TextChoices):
        REGISTER = "register", _("Register")
        SAMPLE = "sample", _("Urvalsundersökning")
        TOTAL = "total", _("Totalundersökning")

    class Rule(models.TextChoices):
        COUNT = "count", "Dölj få fall"
        ANSWERS = "answers", "Dölj få svar"

    chapter = models.ForeignKey(
        Chapter,
        models.PROTECT,
        related_name="indicators",
        null=True,
        blank=True,
        verbose_name="kapitel",
    )
    code = models.SlugField("kod", unique=True, max_length=60)
    title = models.CharField("namn", max_length=300)
    plain_title = models.CharField("namn i klarspråk", max_length=300, blank=True)
    definition = models.TextField("definition", blank=True)
    rationale = models.TextField("varför måttet är viktigt", blank=True)
    numerator = models.CharField("täljare", max_length=300, blank=True)
    numerator_source = models.CharField("täljarens källa", max_length=300, blank=True)
    denominator = models.CharField("nämnare", max_length=300, blank=True)
    denominator_source = models.CharField("nämnarens källa", max_length=300, blank=True)
    value_type = models.CharField("värdetyp", max_length=20, choices=ValueType)
    unit = models.CharField("enhet", max_length=60, blank=True)
    multiplier = models.PositiveIntegerField(
        "multiplikator", default=1, help_text="100 för procent, 1 000 för tal per tusen."
    )
    decimals = models.PositiveSmallIntegerField("decimaler", default=0)
    polarity = models.CharField("riktning", max_length=10, choices=Polarity, default=Polarity.NONE)
    period_type = models.CharField("slag av period", max_length=10, choices=PeriodType, blank=True)
    frequency = models.CharField("hur ofta", max_length=100, blank=True)
    population = models.CharField("befolkning", max_length=300, blank=True)
    collection = models.CharField("insamling", max_length=10, choices=Collection, blank=True)
    disclosure_rule = models.CharField(
        "regel för små tal", max_length=10, choices=Rule, default=Rule.COUNT
    )
    disclosure_threshold = models.PositiveSmallIntegerField("gräns för små tal", default=5)
    caveats = models.TextField("att tänka på", blank=True)
    breaks = models.TextField("brott i tidsserien", blank=True)
    licence = models.CharField("licens", max_length=200, blank=True)
    owner = models.CharField("ansvarig för måttet", max_length=200, blank=True)
    next_update = models.DateField("nästa uppdatering", null=True, blank=True)
    by_residents = models.BooleanField(
        "de boendes egen bild", default=False, help_text="Visas bland de boendes egna röster."
    )
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.title or ""


class ObservationQuerySet(models.QuerySet):
    def published(self) -> Self:
        """The values that may be told of, with what one needs to read them.

        A territory that is shown for an area is not told of while that area is a draft.
        """
        told = models.Q(territory__area=None) | is_public("territory__area")
        return self.filter(told).select_related("indicator", "territory")


class Observation(Translated):
    """One value: of an indicator, for a territory, a period, a sex and an age group."""

    class Sex(models.TextChoices):
        ALL = "all", _("Alla")
        WOMEN = "women", _("Kvinnor")
        MEN = "men", _("Män")

    class Status(models.TextChoices):
        OK = "ok", _("Värde finns")
        SUPPRESSED = "suppressed", _("Visas inte: för få")
        NOT_COLLECTED = "not-collected", _("Har inte samlats in")
        NOT_APPLICABLE = "not-applicable", _("Ej tillämpligt")
        UNRELIABLE = "unreliable", _("Osäkert värde")
        PROVISIONAL = "provisional", _("Preliminärt")
        REVISED = "revised", _("Reviderat")

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="observations", verbose_name="indikator"
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="observations", verbose_name="geografi"
    )
    period_from = models.DateField(
        "period från", null=True, blank=True, help_text="Tomt om källan inte anger perioden."
    )
    period_to = models.DateField("period till", null=True, blank=True)
    sex = models.CharField("kön", max_length=10, choices=Sex, default=Sex.ALL)
    age_from = models.PositiveSmallIntegerField("ålder från", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("ålder till", null=True, blank=True)
    count = models.PositiveIntegerField("antal", null=True, blank=True)
    denominator = models.PositiveIntegerField("nämnare", null=True, blank=True)
    value = models.DecimalField("värde", max_digits=14, decimal_places=4, null=True, blank=True)
    lower = models.DecimalField(
        "undre gräns", max_digits=14, decimal_places=4, null=True, blank=True
    )
    upper = models.DecimalField(
        "övre gräns", max_digits=14, decimal_places=4, null=True, blank=True
    )
    answers = models.PositiveIntegerField("antal svar", null=True, blank=True)
    response_rate = models.DecimalField(
        "svarsandel, procent", max_digits=4, decimal_places=1, null=True, blank=True
    )
    status = models.CharField("status", max_length=20, choices=Status, default=Status.OK)
    note = models.CharField("anmärkning", max_length=300, blank=True)

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = "värde"
        verbose_name_plural = "värden"
        ordering = ["indicator", "territory", "period_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                "indicator",
                "territory",
                # Two unknown periods or ages are the same cell, though NULL never equals NULL.
                Coalesce("period_from", models.Value(date.min)),
                Coalesce("period_to", models.Value(date.min)),
                "sex",
                Coalesce("age_from", -1),
                Coalesce("age_to", -1),
                name="one_value_per_cell",
                violation_error_message=(
                    "Det finns redan ett värde för samma mått, geografi, period, kön och ålder."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.territory}"

    def clean(self) -> None:
        super().clean()
        if self.period_from and self.period_to and self.period_to < self.period_from:
            raise ValidationError({"period_to": "Perioden kan inte sluta innan den börjar."})
        known = self.count is not None and self.denominator is not None
        if known and self.count > self.denominator:
            raise ValidationError({"count": "Antalet kan inte vara större än nämnaren."})
        if self.status != self.Status.SUPPRESSED and self.is_too_small_to_show():
            text = "För få för att visas. Ange statusen Visas inte: för få, eller ändra gränsen."
            raise ValidationError({"status": text})

    def is_too_small_to_show(self) -> bool:
        """Whether the indicator's rule for small numbers forbids the value to be shown."""
        by_answers = self.indicator.disclosure_rule == Indicator.Rule.ANSWERS
        number = self.answers if by_answers else self.count
        return number is not None and 0 < number < self.indicator.disclosure_threshold

    @property
    def has_value(self) -> bool:
        """Whether there is a number that may be shown."""
        return self.value is not None and self.status != self.Status.SUPPRESSED

    @property
    def formatted_value(self) -> str:
        """The number, without its unit; or in words why there is none."""
        if self.has_value:
            return floatformat(self.value, self.indicator.decimals)
        if self.status == self.Status.OK:
            return gettext("Värdet är inte inlagt än")
        return self.get_status_display()

    @property
    def period(self) -> str:
        """When the value was so: a day, a year, from when to when, or that it isn't known."""
        first, last = self.period_from or self.period_to, self.period_to or self.period_from
        if not first or not last:
            return gettext("året är inte angivet")
        whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        written = "Y" if whole_years else "DATE_FORMAT"
        begins, ends = date_format(first, written), date_format(last, written)
        if begins == ends:
            return begins
        return gettext("%(first)s till %(last)s") % {"first": begins, "last": ends}

    @property
    def group(self) -> str:
        """Whom the value counts, by sex and age; empty if it counts everybody."""
        words = {"who": self.get_sex_display(), "first": self.age_from, "last": self.age_to}
        if self.age_from is not None and self.age_from == self.age_to:
            return gettext("%(who)s, %(first)s år") % words
        if self.age_from is not None and self.age_to is not None:
            return gettext("%(who)s, %(first)s till %(last)s år") % words
        if self.age_from is not None:
            return gettext("%(who)s, från %(first)s år") % words
        if self.age_to is not None:
            return gettext("%(who)s, till och med %(last)s år") % words
        return "" if self.sex == self.Sex.ALL else self.get_sex_display()
