"""The staff's pages about translation, below the address of the admin."""

from django.contrib import admin
from django.urls import path

from translations.views.deliveries import Deliveries, LookThrough
from translations.views.export import Export
from translations.views.machine import MachineDrafts
from translations.views.table import TranslationTable

app_name = "translations"
urlpatterns = [
    path("", admin.site.admin_view(TranslationTable.as_view()), name="table"),
    path("hamta/", admin.site.admin_view(Export.as_view()), name="export"),
    path("maskin/", admin.site.admin_view(MachineDrafts.as_view()), name="translate"),
    path("leveranser/", admin.site.admin_view(Deliveries.as_view()), name="deliveries"),
    path("leveranser/<int:pk>/", admin.site.admin_view(LookThrough.as_view()), name="delivery"),
]
