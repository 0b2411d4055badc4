"""What is measured, and where."""

from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from areas.models import Area
from initiatives.models import Initiative
from languages.translated import Translated
from partners.models import Agreement

MOST_DECIMALS = 4  # as many as are stored


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

    code = models.SlugField(
        "kod", unique=True, max_length=60, help_text="Så heter den i filer: norrby-kommundel."
    )
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
    is_example = models.BooleanField("exempel", default=False, editable=False)

    class Meta:
        verbose_name = "geografi"
        verbose_name_plural = "geografier"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.get_division_display()})"


class IndicatorQuerySet(models.QuerySet):
    def with_efforts(self) -> Self:
        """With chapters, and the published efforts: `public_initiatives`, `public_agreements`."""
        initiatives = Prefetch("initiatives", Initiative.objects.published(), "public_initiatives")
        agreements = Prefetch("agreements", Agreement.objects.published(), "public_agreements")
        return self.select_related("chapter").prefetch_related(initiatives, agreements)


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
        "multiplikator",
        default=1,
        validators=[MinValueValidator(1)],
        help_text="100 för procent, 1 000 för tal per tusen.",
    )
    decimals = models.PositiveSmallIntegerField(
        "decimaler", default=0, validators=[MaxValueValidator(MOST_DECIMALS)]
    )
    polarity = models.CharField("riktning", max_length=10, choices=Polarity, default=Polarity.NONE)
    period_type = models.CharField("slag av period", max_length=10, choices=PeriodType, blank=True)
    frequency = models.CharField("hur ofta", max_length=100, blank=True)
    population = models.CharField("befolkning", max_length=300, blank=True)
    collection = models.CharField("insamling", max_length=10, choices=Collection, blank=True)
    disclosure_rule = models.CharField(
        "regel för små tal", max_length=10, choices=Rule, default=Rule.COUNT
    )
    disclosure_threshold = models.PositiveSmallIntegerField(
        "gräns för små tal",
        null=True,
        blank=True,
        help_text="Minsta antal som visas. Tomt betyder 5 fall eller 41 svar.",
    )
    caveats = models.TextField("att tänka på", blank=True)
    breaks = models.TextField("brott i tidsserien", blank=True)
    licence = models.CharField("licens", max_length=200, blank=True)
    owner = models.CharField("ansvarig för måttet", max_length=200, blank=True)
    next_update = models.DateField("nästa uppdatering", null=True, blank=True)
    by_residents = models.BooleanField(
        "de boendes egen bild", default=False, help_text="Visas bland de boendes egna röster."
    )
    is_example = models.BooleanField(
        "exempel",
        default=False,
        help_text="Påhittade värden, som alltid visas som påhittade.",
    )
    initiatives = models.ManyToManyField(
        Initiative, related_name="indicators", verbose_name="insatser som svarar", blank=True
    )
    agreements = models.ManyToManyField(
        Agreement, related_name="indicators", verbose_name="avtal som svarar", blank=True
    )
    order = models.PositiveSmallIntegerField("ordning", default=100)

    objects = IndicatorQuerySet.as_manager()
    FEWEST = {Rule.COUNT: 5, Rule.ANSWERS: 41}

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.title or ""

    @property
    def is_survey(self) -> bool:
        """Whether the figures are answers, of which there must be enough."""
        surveys = (self.Collection.SAMPLE, self.Collection.TOTAL)
        return self.disclosure_rule == self.Rule.ANSWERS or self.collection in surveys

    @property
    def fewest_cases(self) -> int:
        """The smallest number of cases, and of others than them, that may be shown beside none."""
        return self._fewest(self.Rule.COUNT)

    @property
    def fewest_answers(self) -> int:
        """The smallest number of answers to a survey that may be shown."""
        return self._fewest(self.Rule.ANSWERS)

    def _fewest(self, rule: Any) -> int:
        own = self.disclosure_threshold if self.disclosure_rule == rule else None
        return int(own or self.FEWEST[rule])
