"""The admin speaks of the site by its name."""

from django.contrib import admin

admin.site.site_title = admin.site.site_header = "Borås Hälsa"
admin.site.index_title = "Innehåll"
