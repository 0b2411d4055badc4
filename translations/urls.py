"""The staff's pages about translation, below the address of the admin."""

app_name = "translations"
urlpatterns: list = []
