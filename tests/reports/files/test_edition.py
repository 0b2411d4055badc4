"""A release as it is told in one language, with the words that were frozen."""

import json
from copy import copy
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.files.edition import Edition
from reports.models import Kind, Release
from reports.models.releases import canonical

pytestmark = pytest.mark.django_db


def changed(release: Release, **told: Any) -> Edition:
    """The edition as it would be with other content."""
    other = copy(release)
    other.__dict__.pop("data", None)
    other.content = canonical(json.loads(release.content) | told)
    return Edition(other, "sv")


def test_a_text_knows_its_language_and_is_swedish_where_there_is_no_translation(
    hard: Release,
) -> None:
    english = Edition(hard, "en")
    told = english.text({"sv": "Hej", "en": "Hi"}), english.text({"sv": "Hej"}), english.text({})
    assert [(str(it), it.language) for it in told] == [("Hi", "en"), ("Hej", "sv"), ("", "sv")]


def test_it_is_named_and_addressed_for_ever(hard: Release) -> None:
    arabic, slug = Edition(hard, "ar"), hard.report.slug
    assert arabic.name == f"{slug}-{hard.number}"
    assert arabic.file_name(Kind.EXCEL_CSV) == f"{slug}-{hard.number}.ar.excel.csv"
    assert arabic.address == f"http://testserver/ar/knowledge-reports/{slug}/{hard.number}/"
    assert arabic.file_address(Kind.PDF) == (
        f"http://testserver/kunskapsunderlag/{slug}/{hard.number}/{slug}-{hard.number}.ar.pdf"
    )


def test_it_asks_the_database_nothing(hard: Release) -> None:
    edition = Edition(hard, "en")
    with CaptureQueriesContext(connection) as queries, edition.told():
        assert edition.lines
        assert edition.parts
        assert edition.citation
        assert edition.indicators
    assert len(queries) == 0


def test_the_citation_says_who_what_when_and_where(swedish: Edition) -> None:
    with swedish.told():
        cited = swedish.citation
    assert cited.startswith(f"Borås Stad ({swedish.released_at.year}). Provunderlag. ")
    assert f"utgåva {swedish.number}, " in cited
    assert cited.endswith(swedish.address)


def test_a_citation_of_invented_figures_says_so(swedish: Edition) -> None:
    measures = swedish.data["indicators"]
    invented = {code: each | {"is_example": True} for code, each in measures.items()}
    edition = changed(swedish.release, indicators=invented)
    with edition.told():
        assert edition.citation.endswith("[Exempeldata, påhittade värden]")


def test_what_an_older_version_had_not_frozen_is_empty(hard: Release) -> None:
    data = json.loads(hard.content)
    kept = ("report", "area", "indicators", "territories", "observations", "trends")
    first = copy(hard)
    first.__dict__.pop("data", None)
    first.content = canonical({name: data[name] for name in kept})
    edition = Edition(first, "sv")
    with edition.told():
        assert (edition.number, edition.title) == (hard.number, data["report"])
        assert (edition.note, edition.licence, edition.publisher) == ("", "", "")
