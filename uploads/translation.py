"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from uploads.models import Document, Image


@register(Image)
class ImageTexts(TranslationOptions):
    fields = ("alt",)


@register(Document)
class DocumentTexts(TranslationOptions):
    fields = ("title",)
