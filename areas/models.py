"""The areas of the city that the work is for, and the places where people meet there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from areas.weaves import WEAVES
from languages.routing import address
from publishing.models import PublicPage, Publishable


class Area(PublicPage):
    """A part of the city. It has a dye and a weave of its own wherever it shows."""

    class Kind(models.TextChoices):
        PRIORITY = "priority", _("Prioriterat område")
        OTHER = "other", _("Annat område")

    class Dye(models.TextChoices):
        RED = "red", "Röd"
        BLUE = "blue", "Blå"
        PETROL = "petrol", "Petrol"
        OCHRE = "ochre", "Ockra"
        PLUM = "plum", "Plommon"

    class Weave(models.TextChoices):
        PLAIN = "plain", "Tuskaft"
        TWILL = "twill", "Kypert"
        SATIN = "satin", "Satin"
        BASKET = "basket", "Panama"

    kind = models.CharField("slag", max_length=20, choices=Kind, default=Kind.OTHER)
    dye = models.CharField("färg", max_length=20, choices=Dye, default=Dye.PLUM)
    weave = models.CharField("vävmönster", max_length=20, choices=Weave, default=Weave.PLAIN)
    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "område"
        verbose_name_plural = "områden"
        ordering = ["order", "slug"]

    @property
    def cloth(self) -> tuple[str, tuple[str, ...]]:
        return self.dye, WEAVES.get(self.weave, WEAVES["plain"])

    def get_absolute_url(self) -> str:
        return address("areas:detail", slug=self.slug)


class Arena(Publishable):
    """A place where people in an area meet. It is told of on the area's page."""

    class Kind(models.TextChoices):
        HOUSE = "house", _("Mötesplats")
        PARK = "park", _("Park")
        SPORT = "sport", _("Idrottsplats")
        FAMILY = "family", _("Familjecentral")
        SCHOOL = "school", _("Skola")

    area = models.ForeignKey(Area, models.PROTECT, related_name="arenas", verbose_name="område")
    kind = models.CharField("slag", max_length=20, choices=Kind, default=Kind.HOUSE)
    lead = models.TextField("beskrivning", blank=True, max_length=500)
    street = models.CharField("gatuadress", max_length=200, blank=True)
    opening_hours = models.TextField("öppettider", blank=True, max_length=500)
    accessibility = models.TextField("tillgänglighet", blank=True, max_length=500)
    phone = models.CharField("telefon", max_length=40, blank=True)
    web = models.URLField("webbplats", blank=True)
    latitude = models.DecimalField("latitud", max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(
        "longitud", max_digits=9, decimal_places=6, null=True, blank=True
    )
    order = models.PositiveSmallIntegerField("ordning", default=100)

    public_with = ("", "area")

    class Meta:
        verbose_name = "mötesplats"
        verbose_name_plural = "mötesplatser"
        ordering = ["area__order", "order", "pk"]
