"""What it means to be published, and what all pages have in common."""

from collections.abc import Sequence
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.urls import NoReverseMatch
from django.utils import timezone

from languages.sorting import alphabetical
from languages.translated import Translated
from publishing.fields import MomentField, RichTextField
from uploads.models import Image

PUBLISHED = "Publicerad"  # the word for staff, and what the admin asks for


class Office(Translated):
    """A part of the organisation that answers for pages; a page never names who wrote it."""

    title = models.CharField("namn", max_length=200)

    class Meta:
        verbose_name = "förvaltning"
        verbose_name_plural = "förvaltningar"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title or ""


class Contact(Translated):
    """Whom a reader can turn to: a role, not a person."""

    title = models.CharField("roll", max_length=200)
    office = models.ForeignKey(Office, models.PROTECT, verbose_name="förvaltning")
    phone = models.CharField("telefon", max_length=40, blank=True)
    email = models.EmailField("e-post", blank=True)

    class Meta:
        verbose_name = "kontakt"
        verbose_name_plural = "kontakter"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title or ""


def is_public(relation: str = "") -> models.Q:
    """The condition that something is published, or that what `relation` points at is."""
    field = f"{relation}__" if relation else ""
    published = models.Q(**{f"{field}published_at__lte": Now()})
    not_withdrawn = models.Q(**{f"{field}withdrawn_at": None})
    not_yet_withdrawn = models.Q(**{f"{field}withdrawn_at__gt": Now()})
    return published & (not_withdrawn | not_yet_withdrawn)


class PublishedQuerySet(models.QuerySet):
    """The only gate between what staff write and what anybody else can see.

    `published()` follows also what the rows can't be shown without: a meeting place is not
    public while its area is a draft. A model names those relations in `public_with`.
    """

    def published(self) -> Self:
        """What residents may see now, by the clock of the database."""
        conditions = [is_public(relation) for relation in self.model.public_with]
        return self.filter(*conditions)

    def in_order(self, relation: str = "") -> Self:
        """As staff have ordered them, then by title in the reader's alphabet.

        The order and the title are their own, or those of what `relation` points at.
        """
        field = f"{relation}__" if relation else ""
        return self.order_by(f"{field}order", alphabetical(f"{field}title"), "pk")

    def withdrawn(self) -> Self:
        """What residents could see once, and no longer can."""
        return self.filter(withdrawn_at__lte=Now(), published_at__lt=models.F("withdrawn_at"))


class Publishable(Translated):
    """Something that staff prepare as a draft and then publish, now or at a set time."""

    title = models.CharField("rubrik", max_length=300)
    published_at = MomentField(
        "publiceras",
        null=True,
        blank=True,
        db_index=True,
        help_text="Tomt betyder utkast. En tid framåt betyder att sidan visas från den tiden.",
    )
    withdrawn_at = MomentField(
        "dras tillbaka",
        null=True,
        blank=True,
        help_text="Från den tiden visas sidan inte. Besökaren får veta att den är borttagen.",
    )
    created_at = models.DateTimeField("skapad", auto_now_add=True)
    changed_at = models.DateTimeField("senast ändrad", auto_now=True)

    objects = PublishedQuerySet.as_manager()
    public_with: tuple[str, ...] = ("",)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title or ""

    def clean(self) -> None:
        super().clean()
        if self.withdrawn_at and (not self.published_at or self.withdrawn_at <= self.published_at):
            text = "Det som dras tillbaka måste ha publicerats först. Ange en senare tid."
            raise ValidationError({"withdrawn_at": text})

    @property
    def status(self) -> str:
        """The state of publication, in words for staff."""
        now = timezone.now()
        if not self.published_at:
            return "Utkast"
        if self.withdrawn_at and self.withdrawn_at <= now:
            return "Tillbakadragen"
        if self.published_at > now:
            return "Schemalagd"
        shown_with = [getattr(self, relation) for relation in self.public_with if relation]
        waits = any(other.status != PUBLISHED for other in shown_with)
        return "Väntar på annat som inte är publicerat" if waits else PUBLISHED


class PublicPage(Publishable):
    """A page with an address of its own."""

    slug = models.SlugField(
        "adress",
        max_length=100,
        unique=True,
        help_text="Slutet på sidans adress, lika på alla språk: små bokstäver och bindestreck.",
    )
    lead = models.TextField("ingress", blank=True, max_length=500)
    body = RichTextField("brödtext", blank=True)
    image = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bild"
    )
    office = models.ForeignKey(
        Office, models.PROTECT, related_name="+", verbose_name="ansvarig förvaltning"
    )
    contact = models.ForeignKey(
        Contact,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kontakt",
    )

    class Meta:
        abstract = True

    @property
    def kind_in_words(self) -> str:
        """What kind of page this is, in the active language; empty if nothing needs to be said."""
        display = getattr(self, "get_kind_display", str)
        return str(display())

    @property
    def cloth(self) -> tuple[str, Sequence[str]] | None:
        """The dye and the weave that the page wears; None for the site's own.

        A weave is its rows of threads, with "1" where the warp lies over: `("10", "01")`.
        """
        return None

    def get_absolute_url(self) -> str:
        """The address in the reader's language. Each kind of page names its own view."""
        raise NoReverseMatch(f"{type(self).__name__} has no page of its own")
