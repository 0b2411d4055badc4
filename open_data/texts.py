"""What the site tells that is not figures, as datasets: news, occasions, and all the rest."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from languages.names import name_of
from open_data import vocabulary
from open_data.rdf import Thing
from open_data.saying import API, Facts, boras, described, here, named, service, subjects, words


class Texts(NamedTuple):
    """A dataset with an address in each language, or, without a `route`, told by the API."""

    name: str
    title: Any
    description: Any
    media_type: str
    route: str = ""

    @property
    def address(self) -> str:
        return named(self.name)

    def things(self) -> Iterator[Thing]:
        distributions = [*self._feeds()] if self.route else [self._served()]
        yield Thing("dcat:Dataset", self.address, (*self._facts(distributions),))
        yield from distributions

    def _facts(self, distributions: list[Thing]) -> Facts:
        yield from described(self.title, self.description)
        yield from subjects()
        yield "dcterms:spatial", boras()
        yield "dcterms:accessRights", vocabulary.PUBLIC
        yield "dcat:landingPage", here(reverse("open_data:page"))
        yield from (("dcat:distribution", each) for each in distributions)

    def _feeds(self) -> Iterator[Thing]:
        for code, _name in settings.LANGUAGES:
            with override(code):
                address = here(reverse(self.route))
            language = vocabulary.language(code)
            facts = (
                *words("dcterms:title", partial(self._in, code)),
                ("dcat:accessURL", address),
                ("dcterms:format", self.media_type),
                *((("dcterms:language", language),) if language else ()),
            )
            yield Thing("dcat:Distribution", named(f"{self.name}-{code}"), facts)

    def _in(self, language: str) -> str:
        return f"{self.title}, {name_of(language)}"

    def _served(self) -> Thing:
        facts = (
            *words("dcterms:title", "JSON"),
            ("dcat:accessURL", here(API)),
            ("dcterms:format", self.media_type),
            ("dcat:accessService", service()),
        )
        return Thing("dcat:Distribution", named(f"{self.name}-api"), facts)


TEXTS = (
    Texts(
        "arbetet",
        _("Områden, mötesplatser, insatser och avtal"),
        _("Vad som görs för hälsan i Borås: var, för vem, med vem och enligt vilka avtal."),
        "application/json",
    ),
    Texts(
        "tillfallen",
        _("Kommande tillfällen"),
        _("När och var insatserna äger rum, som kalender."),
        "text/calendar",
        "initiatives:calendar",
    ),
    Texts(
        "nyheter",
        _("Nyheter från Borås Hälsa"),
        _("Nyheter och pressmeddelanden om folkhälsoarbetet i Borås."),
        "application/atom+xml",
        "news:feed",
    ),
)
