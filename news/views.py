"""News and press releases."""

from typing import Any

from news.forms import NewsFilter
from news.models import NewsItem
from publishing.views import MOST, FilteredList, PublishedPage


class NewsList(FilteredList):
    queryset = NewsItem.objects.all()
    form_class = NewsFilter
    template_name = "news/list.html"


class NewsDetail(PublishedPage):
    queryset = NewsItem.objects.all()
    template_name = "news/detail.html"

    def related(self, page: Any) -> dict[str, Any]:
        return {
            "areas": page.areas.published().in_order()[:MOST],
            "initiatives": page.initiatives.published().in_order()[:MOST],
            "agreements": page.agreements.published().in_order()[:MOST],
            "organisations": page.organisations.published().in_order()[:MOST],
            "reports": page.reports.published()[:MOST],
        }
