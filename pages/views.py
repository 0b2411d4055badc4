"""Pages about the site and the work as a whole."""

from pages.models import Page
from publishing.views import PublishedPage


class PageDetail(PublishedPage):
    queryset = Page.objects.all()
    template_name = "pages/detail.html"

    def get_template_names(self) -> list[str]:
        """A page may have a template of its own, named by its address."""
        return [f"pages/{self.object.slug}.html", self.template_name]
