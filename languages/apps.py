"""Which languages the site speaks, and how."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "languages"
    verbose_name = "Språk"
