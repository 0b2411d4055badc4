"""What was found: one value at a time."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from languages.translated import Translated
from reports.models import counted
from reports.models.figures import Indicator, Territory


class Observation(Translated):
    """One value: of an indicator, for a territory, a period, a sex and an age group.

    Observations are the staff's: readers see those that a release has frozen.
    """

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
        if None not in (self.age_from, self.age_to) and self.age_to < self.age_from:
            raise ValidationError({"age_to": "Åldern kan inte sluta innan den börjar."})
        known = self.count is not None and self.denominator is not None
        if known and self.count > self.denominator:
            raise ValidationError({"count": "Antalet kan inte vara större än nämnaren."})
        if not self.indicator_id or not self.territory_id:
            return  # The form says that they are missing.
        if self.indicator.is_example != self.territory.is_example:
            text = "Påhittade mått hör till påhittade geografier, och riktiga till riktiga."
            raise ValidationError({"territory": text})
        if self.status != self.Status.SUPPRESSED and self.is_too_small_to_show():
            text = "För få för att visas. Ange statusen Visas inte: för få, eller ändra gränsen."
            raise ValidationError({"status": text})

    def is_too_small_to_show(self) -> bool:
        """Whether the indicator's rule for small numbers forbids the value to be shown."""
        return counted.is_too_small(self.indicator, self)

    @property
    def cases(self) -> int | None:
        """How many are counted: as given, or as the value tells. None if it tells nothing of it."""
        return counted.cases(self.indicator, self)

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
        if self.status == self.Status.SUPPRESSED:
            return gettext("Visas inte, för att skydda enskilda personer")
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
