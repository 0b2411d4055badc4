from django.urls import path
from django.utils.translation import gettext_lazy as _

from news.feeds import NewsFeed
from news.views import NewsDetail, NewsList

app_name = "news"
urlpatterns = [
    path(_("nyheter/"), NewsList.as_view(), name="list"),
    path(_("nyheter/flode/"), NewsFeed(), name="feed"),
    path(_("nyheter/<slug:slug>/"), NewsDetail.as_view(), name="detail"),
]
