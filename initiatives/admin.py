from django.contrib import admin

from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Material, Occasion
from languages.admin import TranslatedInline
from publishing.admin import PageAdmin


class AreaInline(TranslatedInline):
    model = InitiativeArea


class PartnerInline(TranslatedInline):
    model = InitiativePartner


class OccasionInline(TranslatedInline):
    model = Occasion


class MaterialInline(TranslatedInline):
    model = Material


@admin.register(Initiative)
class InitiativeAdmin(PageAdmin):
    filter_horizontal = ["lives_in"]
    inlines = [AreaInline, PartnerInline, OccasionInline, MaterialInline]
