"""`manage.py load_example` on a site that it does not fit."""

import pytest
from django.core.management import CommandError, call_command

from areas.models import Area
from reports.models import Report, Territory

pytestmark = pytest.mark.django_db


def test_a_site_without_the_areas_gets_no_example_and_hears_why() -> None:
    Area.objects.filter(slug="sjobo").update(slug="annat")
    with pytest.raises(CommandError, match="sjobo"):
        call_command("load_example")
    assert not Territory.objects.filter(is_example=True).exists()
    assert not Report.objects.filter(is_example=True).exists()
