from django.urls import path
from django.utils.translation import gettext_lazy as _

from open_data.views import page

app_name = "open_data"
urlpatterns = [path(_("oppna-data/"), page, name="page")]
