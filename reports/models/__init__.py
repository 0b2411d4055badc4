"""Knowledge reports, and the figures that they build on."""

from reports.models.figures import Chapter, Indicator, Observation, Territory
from reports.models.reports import Report, ReportChapter

__all__ = ["Chapter", "Indicator", "Observation", "Report", "ReportChapter", "Territory"]
