"""Pages with a place of their own in the site, and all others below /om/."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from pages.views import PageDetail

STANDING = {
    "samverkan": _("samverkan/"),
    "omradesutveckling": _("samverkan/omradesutveckling/"),
    "om": _("om/"),
    "tillganglighet": _("tillganglighet/"),
    "personuppgifter": _("personuppgifter/"),
    "kontakt": _("kontakt/"),
}

app_name = "pages"
urlpatterns = [
    path(_("om/<slug:slug>/"), PageDetail.as_view(), name="detail"),
    # Last, so that their addresses come first when an address is looked up by name.
    *(
        path(route, PageDetail.as_view(), {"slug": slug}, name="detail")
        for slug, route in STANDING.items()
    ),
]
