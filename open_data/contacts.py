"""Whom to ask about a dataset, as an electronic card."""

import re

from languages.told import Told
from open_data.rdf import Address, Thing
from open_data.saying import Facts, named
from reports.models import Report


def contact_of(report: Report) -> list[Thing]:
    """The card and its telephone; nothing without an e-mail address, which the profile demands."""
    contact = report.contact
    if not contact or not contact.email:
        return []
    phone = Thing("vcard:Voice", named(f"telefon-{contact.pk}"), (*_number(contact.phone),))
    facts = (
        ("vcard:fn", Told(contact.text_in("title", "sv"), "sv")),
        ("vcard:hasEmail", Address(f"mailto:{contact.email}")),
        *((("vcard:hasTelephone", phone),) if phone.facts else ()),
    )
    card = Thing("vcard:Organization", named(f"kontakt-{contact.pk}"), facts)
    return [card, phone] if phone.facts else [card]


def _number(phone: str) -> Facts:
    """A telephone number with the code of its country: Sweden's, unless it has one."""
    digits = "".join(sign for sign in phone if sign in "+0123456789")
    if digits:
        abroad = re.sub("^0(?!0)", "+46", re.sub("^00", "+", digits))
        yield "vcard:hasValue", Address(f"tel:{abroad}")
