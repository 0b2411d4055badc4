from django.urls import path
from django.utils.translation import gettext_lazy as _

from reports.views import ReportDetail, ReportList

app_name = "reports"
urlpatterns = [
    path(_("kunskapsunderlag/"), ReportList.as_view(), name="list"),
    path(_("kunskapsunderlag/<slug:slug>/"), ReportDetail.as_view(), name="detail"),
]
