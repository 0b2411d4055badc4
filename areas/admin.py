from django.contrib import admin

from areas.models import Area, Arena
from publishing.admin import PageAdmin, PublishableAdmin


@admin.register(Area)
class AreaAdmin(PageAdmin):
    list_display = ["title", "kind", "status", "changed_at"]


@admin.register(Arena)
class ArenaAdmin(PublishableAdmin):
    list_display = ["title", "area", "kind", "status", "changed_at"]
    list_filter = ["area", "kind"]
    list_select_related = ["area"]
