from django.urls import path
from django.utils.translation import gettext_lazy as _

from reports.comparing import compare
from reports.downloads.checking import check
from reports.downloads.feeds import ReleaseFeed, ReleaseJSONFeed
from reports.downloads.listing import DownloadList
from reports.views import (
    IndicatorDetail,
    ReleaseDetail,
    ReleaseList,
    ReportDetail,
    ReportList,
)

app_name = "reports"
urlpatterns = [
    path(_("kunskapsunderlag/"), ReportList.as_view(), name="list"),
    path(_("kunskapsunderlag/jamfor/"), compare, name="compare"),
    path(_("kunskapsunderlag/ladda-ner/"), DownloadList.as_view(), name="downloads"),
    path(_("kunskapsunderlag/kontrollera/"), check, name="check"),
    path(_("kunskapsunderlag/flode/"), ReleaseFeed(), name="release-feed"),
    path(_("kunskapsunderlag/flode.json"), ReleaseJSONFeed(), name="release-json-feed"),
    path(_("kunskapsunderlag/<slug:slug>/"), ReportDetail.as_view(), name="detail"),
    path(_("kunskapsunderlag/<slug:slug>/flode/"), ReleaseFeed(), name="release-feed"),
    path(_("kunskapsunderlag/<slug:slug>/flode.json"), ReleaseJSONFeed(), name="release-json-feed"),
    path(_("kunskapsunderlag/<slug:slug>/utgavor/"), ReleaseList.as_view(), name="releases"),
    path(
        _("kunskapsunderlag/<slug:slug>/matt/<slug:code>/"),
        IndicatorDetail.as_view(),
        name="indicator",
    ),
    path(_("kunskapsunderlag/<slug:slug>/<slug:number>/"), ReleaseDetail.as_view(), name="release"),
]
