from django.urls import path

from uploads.views import uploaded

urlpatterns = [path("<path:name>", uploaded, name="uploaded")]
