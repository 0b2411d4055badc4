"""What machines and partners take: API, catalogue, calendar."""

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "open_data"
    verbose_name = "Öppna data"
