"""Every release with its files: the page that partners come for."""

from typing import Any

from publishing.views import FilteredList
from reports.downloads.along import Along
from reports.downloads.forms import DownloadFilter
from reports.models import Release


class DownloadList(FilteredList):
    """The releases of every report, newest first. Nothing is asked of who takes them."""

    queryset = (
        Release.objects.light()
        .select_related("report__area", "report__office")
        .prefetch_related("files")
    )
    form_class = DownloadFilter
    template_name = "reports/downloads.html"
    paginate_by = 8  # each has files in five languages

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        language = self.form.language_of_files
        return context | {"taken": [Along(release, language) for release in context["items"]]}
