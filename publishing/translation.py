"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from publishing.models import Contact, Office


class PageTexts(TranslationOptions):
    """The texts that every page has."""

    fields: tuple[str, ...] = ("title", "lead", "body")


@register([Office, Contact])
class TitleTexts(TranslationOptions):
    fields = ("title",)
