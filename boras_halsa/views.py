"""The home page, the pages for machines, and what is said when something goes wrong."""

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from areas.models import Area
from boras_halsa.loom import WARPS, report_knots, wefts
from initiatives.forms import FitForm
from initiatives.models import Occasion
from initiatives.views import MOST_AREAS
from news.models import NewsItem
from open_data.api.problems import ProblemError, is_read_by_programs


def home(request: HttpRequest) -> HttpResponse:
    """What goes on in each area, what fits you, and what is new."""
    every_area = list(Area.objects.published().in_order()[:MOST_AREAS])
    areas = every_area[:WARPS]
    context = {
        "areas": areas,
        "has_more_areas": len(every_area) > WARPS,
        "wefts": wefts(areas),
        "report_knots": report_knots(areas),
        "form": FitForm(areas=every_area),
        "occasions": Occasion.objects.published().upcoming().select_related("initiative")[:3],
        "news": list(NewsItem.objects.published()[:3]),
        "available_languages": [code for code, _name in settings.LANGUAGES],
    }
    return render(request, "home.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read by robots but the staff's own pages."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    expires = timezone.now().replace(microsecond=0) + timedelta(days=180)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}",
        "Preferred-Languages: sv, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _error(request: HttpRequest, status: HTTPStatus, title: str, text: str) -> HttpResponse:
    if is_read_by_programs(request):
        return ProblemError(status, text).answer()
    request.leads_nowhere = True  # The language menu can't keep a page that is not there.
    context = {"title": title, "text": text, "status": status.value}
    return render(request, "error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _(
        "Adressen innehåller något som vi inte kan läsa. Gå till startsidan och börja därifrån."
    )
    return _error(request, HTTPStatus.BAD_REQUEST, _("Vi förstod inte adressen"), text)


def permission_denied(
    request: HttpRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    text = _("Logga in på nytt, eller be den som ansvarar för webbplatsen om behörighet.")
    return _error(request, HTTPStatus.FORBIDDEN, _("Du får inte öppna sidan"), text)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    text = _("Sidan finns inte. Den kan ha flyttat, eller så blev adressen fel på vägen hit.")
    return _error(request, HTTPStatus.NOT_FOUND, _("Sidan hittades inte"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    text = _("Felet är vårt, inte ditt. Försök igen om en stund.")
    return _error(request, HTTPStatus.INTERNAL_SERVER_ERROR, _("Något gick fel hos oss"), text)
