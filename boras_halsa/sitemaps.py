"""What the sitemap lists: the home page, the lists, and every published page."""

from areas.models import Area
from initiatives.models import Initiative
from languages.routing import address
from news.models import NewsItem
from pages.models import Page
from partners.models import Agreement, Organisation
from publishing.sitemaps import PageSitemap, SiteSitemap
from reports.models import Report

PAGES = [Area, Initiative, Organisation, Agreement, Report, NewsItem, Page]
LISTS = [
    "home",
    "areas:list",
    "initiatives:list",
    "partners:agreements",
    "partners:organisations",
    "reports:list",
    "reports:downloads",
    "reports:check",
    "news:list",
    "open_data:documentation",
    "open_data:page",
]


class ListSitemap(SiteSitemap):
    """The pages that exist in every language, because the site itself writes them."""

    def items(self) -> list[str]:
        return LISTS

    def location(self, item: str) -> str:
        return address(item)


SITEMAPS = {
    "listor": ListSitemap(),
    **{model._meta.model_name: PageSitemap(model.objects.all()) for model in PAGES},
}
