"""The addresses of files: one each in all languages, so that they can be cited. They stay."""

from django.urls import path

from reports.downloads.files import newest_file, release_file
from reports.downloads.schema import schema

urlpatterns = [
    path("schema/release-1.json", schema, name="release-schema"),
    path("<slug:slug>/senaste/<str:name>", newest_file, name="newest-file"),
    path("<slug:slug>/<slug:number>/<str:name>", release_file, name="release-file"),
]
