"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from initiatives.models import Initiative, InitiativeArea, InitiativePartner, Material, Occasion
from publishing.translation import PageTexts


@register(Initiative)
class InitiativeTexts(PageTexts):
    fields = ("audience", "frequency")


@register(InitiativeArea)
class InitiativeAreaTexts(TranslationOptions):
    fields = ("note",)


@register(InitiativePartner)
class InitiativePartnerTexts(TranslationOptions):
    fields = ("role",)


@register(Occasion)
class OccasionTexts(TranslationOptions):
    fields = ("place", "how_to_sign_up")


@register(Material)
class MaterialTexts(TranslationOptions):
    fields = ("title",)
