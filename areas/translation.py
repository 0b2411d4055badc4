"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from areas.models import Area, Arena
from publishing.translation import PageTexts

register(Area)(PageTexts)


@register(Arena)
class ArenaTexts(TranslationOptions):
    fields = ("title", "lead", "opening_hours", "accessibility")
