"""The site as a whole."""

from django.apps import AppConfig


class BorasHalsaConfig(AppConfig):
    name = "boras_halsa"
    verbose_name = "Borås Hälsa"
