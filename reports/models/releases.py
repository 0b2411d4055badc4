"""Editions of a report's figures, frozen for ever."""

import hashlib
import json
from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from modeltranslation.utils import build_localized_fieldname

from languages.routing import address
from languages.translated import Translated
from publishing.models import PublishedQuerySet
from reports.models.figures import Indicator, Territory
from reports.models.observations import Observation
from reports.models.reports import Report


def canonical(data: dict[str, Any]) -> str:
    """The one way to write data as JSON: keys in order, no spaces, letters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Release(Translated):
    """The figures of a report as they were published: numbered, dated and never changed.

    `content` is canonical JSON, and `sha256` its fingerprint. A correction is a new release.
    """

    report = models.ForeignKey(
        Report, models.PROTECT, related_name="releases", verbose_name="kunskapsunderlag"
    )
    number = models.SlugField("nummer", max_length=20, help_text="År och löpnummer: 2026-1.")
    released_at = models.DateTimeField("utgiven", auto_now_add=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="utgiven av",
    )
    note = models.TextField("vad som är nytt", max_length=1000)
    content = models.TextField("innehåll", editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    is_example = models.BooleanField("exempel", default=False, editable=False)

    objects = PublishedQuerySet.as_manager()
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

    def get_absolute_url(self) -> str:
        return address("reports:release", slug=self.report.slug, number=self.number)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The figures, as reports/dataset.py wrote them."""
        return json.loads(self.content)

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
        by_code = self._frozen_indicators({row["indicator"] for row in rows}, indicators)
        territories = {code: _territory(code, it) for code, it in self.data["territories"].items()}
        return [
            _observation(row, by_code[row["indicator"]], territories[row["territory"]])
            for row in rows
        ]

    def _frozen_indicators(
        self, codes: Iterable[str], indicators: Iterable[Indicator] | None
    ) -> dict[str, Indicator]:
        found = self.indicators() if indicators is None else indicators
        known, told = {each.code: each for each in found}, self.data["indicators"]
        return {
            code: _indicator(known.get(code) or _gone(code, told[code]), told[code])
            for code in codes
        }

    def indicators(self) -> models.QuerySet[Indicator]:
        """The indicators that the release has figures of, with the words of today."""
        return Indicator.objects.filter(code__in=self.data["indicators"])

    @staticmethod
    def fingerprint(content: str) -> str:
        """The SHA-256 of canonical JSON, in hexadecimal."""
        return hashlib.sha256(content.encode()).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves; raises ValueError if the figures are not those that were released."""
        if self.fingerprint(self.content) != self.sha256:
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


def _indicator(known: Indicator, told: dict[str, Any]) -> Indicator:
    """An indicator with the words of today, and all that its numbers are written by as it was."""
    indicator = copy(known)
    for name in told:
        if name not in ("title", "unit"):
            setattr(indicator, name, told[name])
    _tell(indicator, "unit", told["unit"])
    return indicator


def _gone(code: str, told: dict[str, Any]) -> Indicator:
    """An indicator that is no more, as far as the release knows it."""
    indicator = Indicator(code=code)
    indicator.public_initiatives = indicator.public_agreements = []
    _tell(indicator, "title", told["title"])
    return indicator


def _territory(code: str, told: dict[str, Any]) -> Territory:
    territory = Territory(code=code, division=told["division"])
    territory.is_here = told["here"]
    _tell(territory, "title", told["title"])
    return territory


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
    _tell(observation, "note", row["note"])
    return observation


def _tell(row: Any, field: str, texts: dict[str, str]) -> None:
    for language, text in texts.items():
        setattr(row, build_localized_fieldname(field, language), text)
