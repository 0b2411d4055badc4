"""Which texts are told in several languages."""

from modeltranslation.translator import register

from news.models import NewsItem
from publishing.translation import PageTexts

register(NewsItem)(PageTexts)
