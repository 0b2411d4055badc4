from django.contrib import admin

from translations.admin import TranslatedAdmin
from uploads.models import Document, Image


@admin.register(Image)
class ImageAdmin(TranslatedAdmin):
    list_display = ["__str__", "decorative", "width", "height"]


@admin.register(Document)
class DocumentAdmin(TranslatedAdmin):
    list_display = ["title", "language", "kind"]
