"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from partners.models import ActionPlan, Agreement, FocusArea, Organisation, Signatory
from publishing.translation import PageTexts

register(Organisation)(PageTexts)


@register(Agreement)
class AgreementTexts(PageTexts):
    fields = ("outcome",)


@register(Signatory)
class SignatoryTexts(TranslationOptions):
    fields = ("title",)


@register(FocusArea)
class FocusAreaTexts(TranslationOptions):
    fields = ("title", "text")


@register(ActionPlan)
class ActionPlanTexts(TranslationOptions):
    fields = ("text", "target_groups")
