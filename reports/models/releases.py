"""Editions of a report's figures, frozen for ever."""

import hashlib
import json
from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from languages.routing import address
from languages.translated import Translated
from publishing.fields import MomentField
from publishing.models import PublishedQuerySet
from reports.models.figures import Indicator, Territory
from reports.models.frozen import AS_WRITTEN, as_frozen, frozen_territory, tell, with_all_keys
from reports.models.licences import Licence
from reports.models.observations import Observation
from reports.models.reports import Report


def canonical(data: dict[str, Any]) -> str:
    """The one way to write data as JSON: keys in order, no spaces, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class ReleaseQuerySet(PublishedQuerySet):
    def known(self) -> Self:
        """The releases of published reports, also those that are withdrawn."""
        return super().published()

    def published(self) -> Self:
        """The releases that readers may use: of published reports, and not withdrawn."""
        return self.known().filter(withdrawn_at=None)

    def in_force(self) -> Self:
        """What staff go on from: not withdrawn, whether or not its report is published."""
        return self.filter(withdrawn_at=None)

    def newest(self) -> Self:
        """The newest release of each report, of those that readers may use."""
        of_the_same = Release.objects.published().filter(report=models.OuterRef("report"))
        return self.published().filter(pk=models.Subquery(of_the_same.values("pk")[:1]))

    def withdrawn(self) -> Self:
        """Those of published reports that readers are told not to use."""
        return self.known().exclude(withdrawn_at=None)

    def light(self) -> Self:
        """Without the figures, which can be a million characters."""
        return self.defer("content")


class Release(Translated):
    """The figures of a report as they were published: numbered, dated and never changed.

    `content` is canonical JSON, and `sha256` its fingerprint. A correction is a new release, and
    `changed` is how many figures differ from the one before; None if it was the first. A release
    can be withdrawn, with a reason, and then it is told that it was there.
    """

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="releases", verbose_name="kunskapsunderlag"
    )
    number = models.SlugField("nummer", max_length=20, help_text="År och löpnummer: 2026-1.")
    released_at = models.DateTimeField("utgiven", default=timezone.now, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="utgiven av",
    )
    note = models.TextField("vad som är nytt", max_length=1000)
    content = models.TextField("innehåll", editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False, db_index=True)
    licence = models.CharField(
        "villkor för återanvändning", max_length=10, choices=Licence, blank=True, editable=False
    )
    is_example = models.BooleanField("exempel", default=False, editable=False)
    changed = models.PositiveIntegerField("ändrade siffror", null=True, editable=False)
    withdrawn_at = MomentField(
        "tillbakadragen",
        null=True,
        blank=True,
        help_text="Från den tiden visas utgåvan inte. Den som har den får läsa varför.",
    )
    withdrawn_reason = models.TextField(
        "varför den är tillbakadragen",
        blank=True,
        max_length=1000,
        help_text="Visas för läsare. Skriv vad som är fel och vad de kan göra i stället.",
    )

    objects = ReleaseQuerySet.as_manager()
    public_with = ("report", "report__area")

    class Meta:
        verbose_name = "utgåva"
        verbose_name_plural = "utgåvor"
        ordering = ["-released_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="release_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.report} {self.number}"

    def clean(self) -> None:
        super().clean()
        if bool(self.withdrawn_at) != bool(self.withdrawn_reason):
            text = "Ange både när och varför utgåvan är tillbakadragen, eller inget av dem."
            raise ValidationError({"withdrawn_at": text})
        if self.withdrawn_at and self.withdrawn_at > timezone.now():
            raise ValidationError({"withdrawn_at": "Tiden kan inte ligga framåt i tiden."})

    @property
    def name(self) -> str:
        """What it is called in files and when it is cited: norrby-2026-1."""
        return f"{self.report.slug}-{self.number}"

    @property
    def successor(self) -> "Release | None":
        """The newest release of the same report that may be used; None if there is none."""
        newest = Release.objects.published().light().filter(report=self.report).first()
        return None if newest == self else newest

    def get_absolute_url(self) -> str:
        return address("reports:release", slug=self.report.slug, number=self.number)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The figures and all that explains them, as reports/dataset.py wrote them."""
        edition = {"number": self.number, "released_at": self.released_at.isoformat(), "note": {}}
        edition["site"] = settings.SITE_URL
        return with_all_keys(json.loads(self.content), edition)

    def forget(self) -> None:
        """Lets go of the figures as they were read, which take ten times their content."""
        self.__dict__.pop("data", None)

    def observations(
        self,
        rows: Iterable[dict[str, Any]] | None = None,
        indicators: Iterable[Indicator] | None = None,
    ) -> list[Observation]:
        """Frozen figures, all or those of some rows of the data, in their order.

        They are never saved. What explains them comes from `indicators`; if not given, from one
        query. What they are written by, such as unit and decimals, is frozen too.
        """
        rows = list(self.data["observations"] if rows is None else rows)
        by_code = self._by_code({row["indicator"] for row in rows}, indicators)
        territories = self.territories
        return [
            _observation(row, by_code[row["indicator"]], territories[row["territory"]])
            for row in rows
        ]

    def _by_code(
        self, codes: Iterable[str], indicators: Iterable[Indicator] | None
    ) -> dict[str, Indicator]:
        found = self.indicators() if indicators is None else indicators
        known = {each.code: each for each in found}
        return {
            code: _as_written(known[code], self.data["indicators"][code])
            if code in known
            else self.frozen_indicator(code)
            for code in codes
        }

    @property
    def territories(self) -> dict[str, Territory]:
        """What the figures are for, by code, as it was called."""
        return {code: frozen_territory(code, it) for code, it in self.data["territories"].items()}

    def indicators(self) -> models.QuerySet[Indicator]:
        """The indicators that the release has figures of, with the words of today."""
        return Indicator.objects.filter(code__in=self.data["indicators"])

    def frozen_indicator(self, code: str) -> Indicator:
        """An indicator with the words that it had when it was released."""
        return as_frozen(code, self.data["indicators"][code], self.data["chapters"])

    @staticmethod
    def fingerprint(content: str) -> str:
        """The SHA-256 of canonical JSON, in hexadecimal."""
        return hashlib.sha256(content.encode()).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; raises ValueError if the figures are not those that were released."""
        is_read = "content" not in self.get_deferred_fields()
        if is_read and self.fingerprint(self.content) != self.sha256:
            raise ValueError("A release never changes: its content differs from its SHA-256.")
        super().save(*args, **kwargs)


_AS_FROZEN = (
    "count",
    "denominator",
    "value",
    "lower",
    "upper",
    "answers",
    "response_rate",
    "sex",
    "age_from",
    "age_to",
    "status",
)


def _as_written(known: Indicator, told: dict[str, Any]) -> Indicator:
    """An indicator with the words of today, and all that its numbers are written by as it was."""
    indicator = copy(known)
    for name in AS_WRITTEN:
        setattr(indicator, name, told[name])
    tell(indicator, "unit", told["unit"])
    return indicator


def _observation(row: dict[str, Any], indicator: Indicator, territory: Territory) -> Observation:
    frozen = {name: row[name] for name in _AS_FROZEN}
    observation = Observation(
        indicator=indicator,
        territory=territory,
        period_from=row["from"] and date.fromisoformat(row["from"]),
        period_to=row["to"] and date.fromisoformat(row["to"]),
        **frozen,
    )
    observation.comparison = row.get("comparison")
    tell(observation, "note", row["note"])
    return observation
