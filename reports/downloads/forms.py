"""What a reader can ask of the list of downloads."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from areas.forms import AreaMenu
from languages.names import language_names
from languages.told import Told
from publishing.forms import ListFilter, Menu
from reports.models import Release, ReleaseFile


def years_released() -> list[tuple[str, str]]:
    """The years that there are releases of, the latest first."""
    years = Release.objects.published().datetimes("released_at", "year", order="DESC")
    return [(str(day.year), str(day.year)) for day in years]


def languages_of_files() -> list[tuple[str, str]]:
    """The languages that there are files in, each in its own name."""
    found = {
        *ReleaseFile.objects.published().order_by().values_list("language", flat=True).distinct()
    }
    return [(code, Told(name, code)) for code, name in language_names().items() if code in found]


class DownloadFilter(ListFilter):
    area = AreaMenu(lookup="report__area__slug")
    year = Menu(
        lookup="released_at__year", label=_("År"), every=_("Alla år"), offers=years_released
    )
    language = Menu(
        lookup="files__language",
        label=_("Filernas språk"),
        every=_("Alla språk"),
        offers=languages_of_files,
    )

    def narrow(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """Each release once, though it has many files in a language."""
        return super().narrow(pages).distinct()

    @property
    def language_of_files(self) -> str:
        """The language that was asked for; empty if none."""
        return str(self.cleaned_data.get("language", "")) if self.is_valid() else ""
