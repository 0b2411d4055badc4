from django.contrib import admin

from partners.models import ActionPlan, Agreement, FocusArea, Organisation, Signatory
from publishing.admin import PageAdmin, PartInline


class SignatoryInline(PartInline):
    model = Signatory


class FocusAreaInline(PartInline):
    model = FocusArea


class ActionPlanInline(PartInline):
    model = ActionPlan


@admin.register(Agreement)
class AgreementAdmin(PageAdmin):
    list_display = ["title", "kind", "status", "changed_at"]
    filter_horizontal = ["parties", "areas", "documents"]
    inlines = [SignatoryInline, FocusAreaInline, ActionPlanInline]


@admin.register(Organisation)
class OrganisationAdmin(PageAdmin):
    list_display = ["title", "kind", "status", "changed_at"]
