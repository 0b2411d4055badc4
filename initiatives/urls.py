from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from initiatives.calendar import calendar
from initiatives.views import InitiativeDetail, InitiativeList

app_name = "initiatives"
urlpatterns = [
    path(_("insatser/"), InitiativeList.as_view(), name="list"),
    path(_("insatser/"), include([path("kalender.ics", calendar, name="calendar")])),
    path(_("insatser/<slug:slug>/"), InitiativeDetail.as_view(), name="detail"),
]
