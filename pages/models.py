"""Pages about the site and the work as a whole."""

from django.db import models

from languages.routing import address
from publishing.models import PublicPage


class Page(PublicPage):
    """A page of text. Some have a place of their own in the site: see pages/urls.py."""

    order = models.PositiveSmallIntegerField("ordning", default=100)

    class Meta:
        verbose_name = "sida"
        verbose_name_plural = "sidor"
        ordering = ["order", "slug"]

    def get_absolute_url(self) -> str:
        return address("pages:detail", slug=self.slug)
