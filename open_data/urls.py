from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from open_data.api import urls as api
from open_data.api.documentation import documentation
from open_data.views import page

app_name = "open_data"
urlpatterns = [
    path(_("oppna-data/"), page, name="page"),
    path(_("oppna-data/api/"), documentation, name="documentation"),
    path("api/v1/", include((api.urlpatterns, "api"))),
]
