"""The terms on which figures may be used again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What others may do with the figures of a report. The city decides; we never guess."""

    NOT_DECIDED = "", _("Inte bestämt än")
    CC0 = "cc0", _("Fri användning (CC0)")
    CC_BY = "cc-by", _("Fri användning om källan anges (CC BY 4.0)")

    @property
    def address(self) -> str:
        """Where the terms stand in full; empty while there are none."""
        return _ADDRESSES.get(self, "")

    @property
    def words(self) -> str:
        """The terms in the active language, as sentences."""
        return str(_WORDS[self])


_ADDRESSES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
}
_WORDS = {
    Licence.NOT_DECIDED: _(
        "Villkoren för att använda siffrorna är inte bestämda än. Fråga oss innan du sprider dem."
    ),
    Licence.CC0: _(
        "Du får använda, ändra och sprida siffrorna fritt, utan att fråga. Licens: CC0 1.0."
    ),
    Licence.CC_BY: _(
        "Du får använda, ändra och sprida siffrorna fritt om du anger källan. Licens: CC BY 4.0."
    ),
}
