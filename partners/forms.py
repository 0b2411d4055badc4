"""What readers can ask of the lists of agreements and organisations."""

from django.utils.translation import gettext_lazy as _

from areas.forms import AreaMenu
from partners.models import Agreement, Organisation
from publishing.forms import ListFilter, Menu


class AgreementFilter(ListFilter):
    kind = Menu(
        lookup="kind",
        label=_("Slag av avtal"),
        every=_("Alla slag"),
        offers=Agreement.Kind.choices,
    )
    area = AreaMenu(lookup="areas__slug")


class OrganisationFilter(ListFilter):
    kind = Menu(
        lookup="kind",
        label=_("Slag av organisation"),
        every=_("Alla slag"),
        offers=Organisation.Kind.choices,
    )
