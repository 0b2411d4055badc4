"""Areas of the city and their meeting places."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "areas"
    verbose_name = "Områden"
