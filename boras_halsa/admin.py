"""The admin speaks of the site by its name, and keeps steady for accounts too."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from delivery.admin import SteadyAdmin

admin.site.site_title = admin.site.site_header = "Borås Hälsa"
admin.site.index_title = "Innehåll"
admin.site.unregister([User, Group])


@admin.register(User)
class SteadyUserAdmin(SteadyAdmin, UserAdmin):
    pass


@admin.register(Group)
class SteadyGroupAdmin(SteadyAdmin, GroupAdmin):
    pass
