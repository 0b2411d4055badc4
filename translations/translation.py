"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from translations.models import Term


@register(Term)
class TermTexts(TranslationOptions):
    fields = ("title",)
