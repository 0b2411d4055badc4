"""What came of an agreement: told when it is known, and said when it is not."""

import pytest
from django.test import Client
from lxml import html

from partners.models import Agreement
from tests.conftest import make_agreement

pytestmark = pytest.mark.django_db
UNKNOWN = "Det är ännu inte känt vad arbetet ledde till."


def outcome(client: Client, agreement: Agreement) -> html.HtmlElement:
    text = client.get(agreement.get_absolute_url()).content.decode()
    (section,) = html.document_fromstring(text).xpath("//section[@aria-labelledby='blev']")
    return section


def test_every_agreement_of_the_first_content_says_that_it_is_not_known(client: Client) -> None:
    agreements = Agreement.objects.all()
    assert len(agreements) == 2
    for agreement in agreements:
        assert UNKNOWN in outcome(client, agreement).text_content()


def test_what_came_of_it_is_told_with_headings_below_that_of_the_page(client: Client) -> None:
    told = outcome(client, make_agreement(outcome="<h2>Färre köer</h2><p>Det blev bra.</p>"))
    assert UNKNOWN not in told.text_content()
    assert told.findtext(".//h2") == "Vad blev det av?"
    assert told.findtext(".//h3") == "Färre köer"
    assert told.findtext(".//p") == "Det blev bra."


def test_what_came_of_it_is_cleaned(client: Client) -> None:
    told = outcome(client, make_agreement(outcome="<p>Bra<script>alert(1)</script></p>"))
    assert "alert" not in told.text_content()


def test_an_agreement_is_not_whole_in_a_language_that_lacks_it() -> None:
    agreement = make_agreement(title_en="Agreement", outcome="<p>Det blev bra.</p>")
    assert agreement.readable_languages == ["sv"]
    agreement.outcome_en = "<p>It went well.</p>"
    assert agreement.readable_languages == ["sv", "en"]
