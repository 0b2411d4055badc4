"""Knowledge reports, and the figures that they build on."""

from reports.models.figures import Chapter, Indicator, Territory
from reports.models.files import Kind, ReleaseFile
from reports.models.imports import FigureFile
from reports.models.licences import Licence
from reports.models.observations import Observation
from reports.models.releases import Release
from reports.models.reports import Report, ReportChapter, Voice

__all__ = [
    "Chapter",
    "FigureFile",
    "Indicator",
    "Kind",
    "Licence",
    "Observation",
    "Release",
    "ReleaseFile",
    "Report",
    "ReportChapter",
    "Territory",
    "Voice",
]
