"""The news as an Atom feed, one per language."""

from datetime import datetime
from itertools import islice

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from languages.routing import address
from news.models import NewsItem
from publishing.fields import clean_html
from publishing.plain import plain

MOST = 20
LOOKED_AT = 500  # A language with few translations is looked for among this many.


class NewsFeed(Feed):
    """The latest; an item that is not translated is left to the Swedish feed."""

    feed_type = Atom1Feed
    title = _("Nyheter från Borås Hälsa")
    subtitle = _("Nyheter och pressmeddelanden om folkhälsoarbetet i Borås.")

    def link(self) -> str:
        return settings.SITE_URL + address("news:list")

    def feed_url(self) -> str:
        return settings.SITE_URL + address("news:feed")

    def items(self) -> list[NewsItem]:
        language = get_language() or ""
        latest = NewsItem.objects.published()[:LOOKED_AT]
        return list(islice((item for item in latest if item.is_readable_in(language)), MOST))

    def item_title(self, item: NewsItem) -> str:
        return plain(item.title)

    def item_description(self, item: NewsItem) -> str:
        lead = format_html("<p>{}</p>", item.lead) if item.lead else ""
        return plain(f"{lead}{clean_html(item.body)}")

    def item_link(self, item: NewsItem) -> str:
        return settings.SITE_URL + item.get_absolute_url()

    def item_pubdate(self, item: NewsItem) -> datetime:
        return item.dated_at

    def item_updateddate(self, item: NewsItem) -> datetime:
        return item.changed_at
