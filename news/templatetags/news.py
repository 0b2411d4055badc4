"""The latest news, for pages that no news item is about."""

from typing import Any

from django import template
from django.db.models import QuerySet

from news.models import NewsItem

register = template.Library()


@register.simple_tag
def latest_news(page: Any) -> QuerySet[NewsItem]:
    """The three latest, without the one that the page itself is."""
    news = NewsItem.objects.published()
    return news.exclude(pk=page.pk)[:3] if isinstance(page, NewsItem) else news[:3]
