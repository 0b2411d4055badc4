from django.contrib import admin

from languages.admin import TranslatedInline
from partners.models import ActionPlan, Agreement, FocusArea, Organisation, Signatory
from publishing.admin import PageAdmin


class SignatoryInline(TranslatedInline):
    model = Signatory


class FocusAreaInline(TranslatedInline):
    model = FocusArea


class ActionPlanInline(TranslatedInline):
    model = ActionPlan


@admin.register(Agreement)
class AgreementAdmin(PageAdmin):
    list_display = ["title", "kind", "status", "changed_at"]
    filter_horizontal = ["parties", "areas", "documents"]
    inlines = [SignatoryInline, FocusAreaInline, ActionPlanInline]


@admin.register(Organisation)
class OrganisationAdmin(PageAdmin):
    list_display = ["title", "kind", "status", "changed_at"]
