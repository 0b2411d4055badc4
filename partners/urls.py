from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners.views import AgreementDetail, AgreementList, OrganisationDetail, OrganisationList

app_name = "partners"
urlpatterns = [
    path(_("samverkan/avtal/"), AgreementList.as_view(), name="agreements"),
    path(_("samverkan/avtal/<slug:slug>/"), AgreementDetail.as_view(), name="agreement"),
    path(_("samverkan/parter/"), OrganisationList.as_view(), name="organisations"),
    path(_("samverkan/parter/<slug:slug>/"), OrganisationDetail.as_view(), name="organisation"),
]
