from django.contrib import admin

from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Material, Occasion
from publishing.admin import PageAdmin, PartInline
from translations.admin import TranslatedInline


class AreaInline(PartInline):
    model = InitiativeArea


class PartnerInline(PartInline):
    model = InitiativePartner


class OccasionInline(TranslatedInline):
    """As many as there have been; the page shows those to come."""

    model = Occasion


class MaterialInline(PartInline):
    model = Material


@admin.register(Initiative)
class InitiativeAdmin(PageAdmin):
    filter_horizontal = ["lives_in"]
    inlines = [AreaInline, PartnerInline, OccasionInline, MaterialInline]
