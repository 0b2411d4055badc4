from django.urls import path
from django.utils.translation import gettext_lazy as _

from areas.views import AreaDetail, AreaList

app_name = "areas"
urlpatterns = [
    path(_("omraden/"), AreaList.as_view(), name="list"),
    path(_("omraden/<slug:slug>/"), AreaDetail.as_view(), name="detail"),
]
