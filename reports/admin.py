from django.contrib import admin

from publishing.admin import PageAdmin, PartInline, TitledAdmin
from reports.models import Chapter, Indicator, Observation, Report, ReportChapter, Territory
from translations.admin import TranslatedAdmin


class ReportChapterInline(PartInline):
    model = ReportChapter


@admin.register(Report)
class ReportAdmin(PageAdmin):
    list_display = ["title", "area", "status", "changed_at"]
    list_select_related = ["area"]
    inlines = [ReportChapterInline]


admin.site.register([Chapter, Territory], TitledAdmin)


@admin.register(Indicator)
class IndicatorAdmin(TranslatedAdmin):
    list_display = ["title", "code", "chapter", "value_type"]
    list_filter = ["chapter", "value_type"]
    list_select_related = ["chapter"]
    search_fields = ["title", "code"]


@admin.register(Observation)
class ObservationAdmin(TranslatedAdmin):
    list_display = ["indicator", "territory", "period_from", "period_to", "value", "status"]
    list_filter = ["indicator", "territory", "status"]
    list_select_related = ["indicator", "territory"]
    autocomplete_fields = ["indicator", "territory"]
