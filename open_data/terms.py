"""On which terms something may be used: a licence only if the city has decided on one."""

from django.urls import reverse

from open_data import vocabulary
from open_data.rdf import Address, Thing
from open_data.saying import Facts, here, named, words
from reports.models import Licence


def terms(licence: str) -> Facts:
    """The licence, if there is one, and the terms in words."""
    if licence in vocabulary.LICENCES:
        yield "dcterms:license", vocabulary.LICENCES[licence]
    yield "dcterms:rights", _address(licence)


def _address(licence: str) -> Address:
    return named(f"villkor-{licence or 'inte-bestamda'}")


def rights(licence: str) -> Thing:
    """The terms in words. What is not decided is no licence, so it is said here alone."""
    facts = (
        *words("odrs:copyrightNotice", lambda: Licence(licence).words),
        ("odrs:reuserGuidelines", here(f"{reverse('open_data:page')}#villkor")),
    )
    return Thing("odrs:RightsStatement", _address(licence), facts)
