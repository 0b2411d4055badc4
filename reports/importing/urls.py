"""The staff's pages about files with values, below the address of the admin."""

from django.contrib import admin
from django.urls import path

from reports.importing.views import Files, LookThrough, Template

app_name = "figures"
urlpatterns = [
    path("", admin.site.admin_view(Files.as_view()), name="files"),
    path("mall/", admin.site.admin_view(Template.as_view()), name="template"),
    path("<int:pk>/", admin.site.admin_view(LookThrough.as_view()), name="file"),
]
