"""The Swedish texts that translations were made from."""

from django.db import models


class SourceText(models.Model):
    """The Swedish texts of something at one time, found by their digest.

    It holds what a translation was made from, so that staff can see what has changed since.
    """

    digest = models.CharField(max_length=16, primary_key=True)
    texts = models.JSONField()

    def __str__(self) -> str:
        return self.digest
