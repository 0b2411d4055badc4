"""What translators share: the city's own words, and the files that they have sent back."""

from django.conf import settings
from django.db import models


class Term(models.Model):
    """A word that the city has decided how to say in each language."""

    title = models.CharField("ord", max_length=100, help_text="I grundform: folkhälsa.")
    note = models.CharField(
        "förklaring", max_length=300, blank=True, help_text="På svenska, för den som översätter."
    )

    class Meta:
        verbose_name = "ord i ordlistan"
        verbose_name_plural = "ordlista"
        ordering = ["title_sv", "pk"]

    def __str__(self) -> str:
        return self.title or ""


class Delivery(models.Model):
    """A file that a translator has sent back: first looked through, then taken in or left."""

    name = models.CharField("filens namn", max_length=200)
    language = models.CharField("språk", max_length=20)
    content = models.TextField("innehåll")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="uppladdad av"
    )
    uploaded_at = models.DateTimeField("uppladdad", auto_now_add=True)
    applied_at = models.DateTimeField("införd", null=True)

    class Meta:
        verbose_name = "leverans"
        verbose_name_plural = "leveranser"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name
