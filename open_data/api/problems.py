"""What is said when a question can't be answered: RFC 9457, in the language of the address."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

MEDIA_TYPE = "application/problem+json"
TITLES: dict[int, Promise] = {
    HTTPStatus.BAD_REQUEST: gettext_lazy("Adressen går inte att läsa"),
    HTTPStatus.NOT_FOUND: gettext_lazy("Finns inte"),
    HTTPStatus.METHOD_NOT_ALLOWED: gettext_lazy("Här går det bara att läsa"),
    HTTPStatus.NOT_ACCEPTABLE: gettext_lazy("Svaret finns bara som JSON"),
    HTTPStatus.GONE: gettext_lazy("Borttaget"),
    HTTPStatus.UNPROCESSABLE_ENTITY: gettext_lazy("En parameter är fel"),
    HTTPStatus.INTERNAL_SERVER_ERROR: gettext_lazy("Något gick fel hos oss"),
}


class Fault(NamedTuple):
    """What is wrong with one parameter, and what it may be, if that can be listed."""

    parameter: str
    detail: str
    known: list[str] | None = None

    def told(self) -> dict[str, Any]:
        return {name: value for name, value in self._asdict().items() if value is not None}


class ProblemError(Exception):
    """Ends an answer: the `status` is the kind, `detail` what happened this time."""

    def __init__(
        self, status: HTTPStatus, detail: str, faults: Iterable[Fault] = (), **more: Any
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.more = more
        if told := [fault.told() for fault in faults]:
            self.more["errors"] = told

    def answer(self) -> HttpResponse:
        """The problem as it is sent. It is kept by nobody: the next answer may be another."""
        told = {
            "type": kind(self.status),
            "title": str(TITLES.get(self.status, self.status.phrase)),
            "status": self.status.value,
            "detail": self.detail,
        }
        return JsonResponse(
            told | self.more,
            json_dumps_params={"ensure_ascii": False},
            status=self.status,
            content_type=MEDIA_TYPE,
            headers={"Cache-Control": "no-store"},
        )


def kind(status: HTTPStatus) -> str:
    """The address that names a kind of problem, the same in every language, and explains it."""
    with override(settings.LANGUAGE_CODE):
        return f"{settings.SITE_URL}{reverse('open_data:documentation')}#{anchor(status)}"


def anchor(status: int) -> str:
    """Where the documentation tells of a kind of problem."""
    return f"fel-{int(status)}"


def is_read_by_programs(request: HttpRequest) -> bool:
    """Whether an address lies in the API, so that also what goes wrong there is told as JSON."""
    return request.path_info.startswith(reverse("open_data:api:index"))


def none_named(parameter: str, value: str, known: Iterable[str]) -> ProblemError:
    """The problem that what a parameter names is not there."""
    detail = _("Det finns inget som heter ”%(name)s”.") % {"name": value[:100]}
    return ProblemError(HTTPStatus.NOT_FOUND, detail, [Fault(parameter, detail, sorted(known))])
