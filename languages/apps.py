"""Which languages the site speaks, and how."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created

from languages.checks import check_shown_languages


class LanguagesConfig(AppConfig):
    name = "languages"
    verbose_name = "Språk"

    def ready(self) -> None:
        from languages.sorting import teach_alphabets

        connection_created.connect(teach_alphabets)
        register(check_shown_languages, Tags.translation)
