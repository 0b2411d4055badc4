"""Every address of the site. Swedish has no prefix; other languages have their own words."""

from django.contrib import admin
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.generic import RedirectView

from boras_halsa import views
from boras_halsa.components import components
from boras_halsa.sitemaps import SITEMAPS
from languages.routing import in_every_language
from open_data.views import catalogue

urlpatterns = [
    path("admin/siffror/", include("reports.importing.urls")),
    path("admin/oversattning/", include("translations.urls")),
    path("admin/underlag/", include("reports.drafting")),
    path("admin/", admin.site.urls),
    path("uppladdat/", include("uploads.urls")),
    path("kunskapsunderlag/", include("reports.downloads.urls")),
    path("robots.txt", views.robots),
    path("sitemap.xml", sitemap_index, {"sitemaps": SITEMAPS}, name="sitemap-index"),
    path(
        "sitemap-<section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("datasets/dcat", catalogue, name="catalogue"),
    path(".well-known/security.txt", views.security_txt),
    path("komponenter/", components, name="components"),
    path("favicon.ico", RedirectView.as_view(url="/static/mark.svg")),
    *in_every_language(
        path("", views.home, name="home"),
        path("", include("areas.urls")),
        path("", include("initiatives.urls")),
        path("", include("partners.urls")),
        path("", include("reports.urls")),
        path("", include("news.urls")),
        path("", include("open_data.urls")),
        path("", include("pages.urls")),
        path("", include("publishing.urls")),
    ),
]

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.not_found
handler500 = views.server_error
