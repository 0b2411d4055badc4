"""The sitemap: every published page, in the languages in which it really exists."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from publishing.models import PublicPage


class SiteSitemap(Sitemap):
    """Addresses of this site, in several languages."""

    i18n = True
    alternates = True
    x_default = True
    limit = 1000
    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class PageSitemap(SiteSitemap):
    """The published pages of one model."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        self.queryset = queryset

    def items(self) -> QuerySet[Any]:
        return self.queryset.published()

    def get_languages_for_item(self, item: PublicPage) -> Iterable[str]:
        return item.readable_languages

    def lastmod(self, item: PublicPage) -> datetime:
        return item.changed_at

    def get_latest_lastmod(self) -> None:
        """Not asked for: the index would cost a query more for each kind of page."""
