"""The catalogue for machines, and the page that tells people what there is to take."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from open_data.api.answers import KEPT_FOR
from open_data.catalogue import newest_releases, things
from open_data.examples import examples_from
from open_data.rdf import written
from publishing.views import MOST
from reports.models import Licence

MOST_DATASETS = 100  # each with some thirty files: that is seven megabytes before it is packed


@require_safe
@conditional_page
@cache_control(public=True, max_age=KEPT_FOR)
def catalogue(request: HttpRequest) -> HttpResponse:
    """All open data, as the portals of Sweden and Europe fetch it every night."""
    told = things(newest_releases()[:MOST_DATASETS])
    return HttpResponse(written(told), content_type="application/rdf+xml")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What there is, on which terms, and how to fetch it."""
    releases = list(newest_releases()[:MOST])
    context = {
        "reports": [(release, Licence(release.licence).words) for release in releases],
        "examples": examples_from(releases),
        "has_examples": any(release.is_example for release in releases),
        "available_languages": [code for code, _name in settings.LANGUAGES],
    }
    return render(request, "open_data/page.html", context)
