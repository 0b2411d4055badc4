"""The pictures that others show beside a link: `og` as in Open Graph, the same in all languages."""

from django.urls import path

from publishing.views import share_picture, site_share_picture

urlpatterns = [
    path("og/site.png", site_share_picture, name="site-share-picture"),
    path("og/<str:kind>/<slug:slug>.png", share_picture, name="share-picture"),
]
