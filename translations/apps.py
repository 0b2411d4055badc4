"""How staff and translators work with texts in several languages."""

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = "Översättningar"
