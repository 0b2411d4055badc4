"""The words that catalogues all over Europe share, by their addresses.

They are names, not links: http is part of them, and no letter may differ.
"""

from typing import Any

from open_data.rdf import Address
from reports.models import Licence

_EU = "http://publications.europa.eu/resource/authority/"

THEME_LIST = Address(f"{_EU}data-theme")
THEMES = (Address(f"{_EU}data-theme/HEAL"), Address(f"{_EU}data-theme/SOCI"))
PUBLIC = Address(f"{_EU}access-right/PUBLIC")
STABLE = Address(f"{_EU}planned-availability/STABLE")
LOCAL_AUTHORITY = Address("http://purl.org/adms/publishertype/LocalAuthority")
REST = Address("http://www.wikidata.org/entity/Q749568")
OPENAPI = Address("https://spec.openapis.org/oas/v3.1.0")
SHA_256 = Address("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
CC0 = Address("http://creativecommons.org/publicdomain/zero/1.0/")
CC_BY = Address("http://creativecommons.org/licenses/by/4.0/")
LICENCES: dict[Any, Address] = {Licence.CC0: CC0, Licence.CC_BY: CC_BY}

_LANGUAGES = {
    "sv": "SWE",
    "sv-x-latt": "SWE",
    "en": "ENG",
    "fi": "FIN",
    "ar": "ARA",
    "so": "SOM",
}


def language(code: str) -> Address | None:
    """A language of the site; None if it is not known here what Europe calls it."""
    return Address(f"{_EU}language/{_LANGUAGES[code]}") if code in _LANGUAGES else None
