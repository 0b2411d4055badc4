"""Files with values that staff have sent in."""

from django.conf import settings
from django.db import models


class FigureFile(models.Model):
    """A file with values: first looked through, then taken in or left."""

    name = models.CharField("filens namn", max_length=200)
    content = models.BinaryField("innehåll")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="inläst av"
    )
    uploaded_at = models.DateTimeField("inläst", auto_now_add=True)
    applied_at = models.DateTimeField("införd", null=True)

    class Meta:
        verbose_name = "fil med värden"
        verbose_name_plural = "filer med värden"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name
