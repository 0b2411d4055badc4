from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from publishing.admin import PageAdmin, PartInline, TitledAdmin
from reports.models import (
    Chapter,
    Indicator,
    Observation,
    Release,
    Report,
    ReportChapter,
    Territory,
    Voice,
)
from translations.admin import TranslatedAdmin


class ReportChapterInline(PartInline):
    model = ReportChapter


class VoiceInline(PartInline):
    model = Voice
    autocomplete_fields = ["register", "residents"]


@admin.register(Report)
class ReportAdmin(PageAdmin):
    change_form_template = "admin/reports/report_form.html"
    list_display = ["title", "area", "status", "changed_at"]
    list_select_related = ["area"]
    inlines = [ReportChapterInline, VoiceInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """The address stands in files and citations as soon as something has been given out."""
        fixed = ["slug"] if obj and obj.releases.exists() else []
        return [*super().get_readonly_fields(request, obj), *fixed]


@admin.register(Release)
class ReleaseAdmin(TranslatedAdmin):
    """What was given out: only the words about it can be changed."""

    list_display = ["report", "number", "released_at", "is_example"]
    list_select_related = ["report"]
    list_filter = ["report"]
    readonly_fields = [
        *TranslatedAdmin.readonly_fields,
        "report",
        "number",
        "released_at",
        "released_by",
        "is_example",
        "sha256",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        return super().get_queryset(request).light()

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A release is given out from its report."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Releases stay for ever."""
        return False


admin.site.register(Chapter, TitledAdmin)


@admin.register(Territory)
class TerritoryAdmin(TitledAdmin):
    list_display = ["title", "division", "code", "area"]
    list_select_related = ["area"]
    search_fields = ["title", "code"]


@admin.register(Indicator)
class IndicatorAdmin(TranslatedAdmin):
    list_display = ["title", "code", "chapter", "value_type", "is_example"]
    list_filter = ["chapter", "value_type", "is_example"]
    list_select_related = ["chapter"]
    search_fields = ["title", "code"]
    filter_horizontal = ["initiatives", "agreements"]


@admin.register(Observation)
class ObservationAdmin(TranslatedAdmin):
    list_display = ["indicator", "territory", "period_from", "period_to", "value", "status"]
    list_filter = ["indicator", "territory", "status"]
    list_select_related = ["indicator", "territory"]
    autocomplete_fields = ["indicator", "territory"]
