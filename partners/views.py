"""Those who work together, and what they have agreed."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from partners.forms import AgreementFilter, OrganisationFilter
from partners.models import Agreement, Organisation
from publishing.views import MOST, FilteredList, PublishedPage


def with_parties(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Adds to each agreement its published parties, as `public_parties`."""
    parties = Organisation.objects.published().in_order()
    return agreements.prefetch_related(Prefetch("parties", parties, to_attr="public_parties"))


class AgreementList(FilteredList):
    queryset = Agreement.objects.all()
    form_class = AgreementFilter
    template_name = "partners/agreement_list.html"

    def get_queryset(self) -> QuerySet[Agreement]:
        return with_parties(super().get_queryset().in_order())


class AgreementDetail(PublishedPage):
    queryset = Agreement.objects.all()
    template_name = "partners/agreement_detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        plans = list(page.action_plans.all()[:MOST])
        news = list(page.news.with_latest()[:MOST])
        return {
            "parties": page.parties.published().in_order()[:MOST],
            "signatories": page.signatories.published().select_related("organisation")[:MOST],
            "areas": page.areas.published().in_order()[:MOST],
            "focus_areas": page.focus_areas.all()[:MOST],
            "action_plans": plans,
            "documents": page.documents.all()[:MOST],
            "moments": page.timeline(plans, [item for item in news if item.about]),
            "news": [item for item in news if not item.about][:3],
        }


class OrganisationList(FilteredList):
    queryset = Organisation.objects.all()
    form_class = OrganisationFilter
    template_name = "partners/organisation_list.html"

    def get_queryset(self) -> QuerySet[Organisation]:
        return super().get_queryset().in_order()


class OrganisationDetail(PublishedPage):
    queryset = Organisation.objects.all()
    template_name = "partners/organisation_detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        return {
            "agreements": page.agreements.published().in_order()[:MOST],
            "partnerships": page.partnerships.published()
            .select_related("initiative")
            .in_order("initiative")[:MOST],
            "news": page.news.with_latest()[:3],
        }
