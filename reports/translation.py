"""Which texts are told in several languages."""

from modeltranslation.translator import TranslationOptions, register

from publishing.translation import PageTexts
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


@register(Report)
class ReportTexts(PageTexts):
    fields = ("edition", "resources", "residents_view")


@register([Chapter, Territory])
class TitleTexts(TranslationOptions):
    fields = ("title",)


@register(ReportChapter)
class ReportChapterTexts(TranslationOptions):
    fields = ("body",)


@register(Release)
class ReleaseTexts(TranslationOptions):
    fields = ("note", "withdrawn_reason")


@register(Voice)
class VoiceTexts(TranslationOptions):
    fields = ("title", "text")


@register(Observation)
class ObservationTexts(TranslationOptions):
    fields = ("note",)


@register(Indicator)
class IndicatorTexts(TranslationOptions):
    fields = (
        "title",
        "plain_title",
        "definition",
        "rationale",
        "numerator",
        "numerator_source",
        "denominator",
        "denominator_source",
        "unit",
        "frequency",
        "population",
        "caveats",
        "breaks",
        "licence",
        "owner",
    )
