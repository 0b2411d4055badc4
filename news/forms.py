"""What readers can ask of the list of news."""

from django.utils.translation import gettext_lazy as _

from areas.forms import AreaMenu
from news.models import NewsItem
from publishing.forms import ListFilter, Menu


def years_told() -> list[tuple[str, str]]:
    """The years that there is published news of, the latest first."""
    years = NewsItem.objects.published().datetimes("dated_at", "year", order="DESC")
    return [(str(day.year), str(day.year)) for day in years]


class NewsFilter(ListFilter):
    kind = Menu(
        lookup="kind",
        label=_("Slag av nyhet"),
        every=_("Alla slag"),
        offers=NewsItem.Kind.choices,
    )
    area = AreaMenu(lookup="areas__slug")
    year = Menu(lookup="dated_at__year", label=_("År"), every=_("Alla år"), offers=years_told)
