from django.contrib import admin

from news.models import NewsItem
from publishing.admin import PageAdmin


@admin.register(NewsItem)
class NewsItemAdmin(PageAdmin):
    list_display = ["title", "kind", "dated_at", "status"]
    filter_horizontal = ["areas", "initiatives", "agreements", "organisations", "reports"]
