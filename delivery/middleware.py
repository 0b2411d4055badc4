"""What is answered before anything else looks at a request."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

from delivery import health

Handler = Callable[[HttpRequest], HttpResponse]
ALIVE, READY = "/healthz", "/readyz"


class HealthMiddleware:
    """Answers load balancers, which ask by address instead of by host name."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == ALIVE:
            return self._plain("ok", 200)
        if request.path_info == READY:
            problem = health.problem()
            return self._plain(problem or "ok", 503 if problem else 200)
        return self.get_response(request)

    @staticmethod
    def _plain(text: str, status: int) -> HttpResponse:
        headers = {"Cache-Control": "no-store"}
        return HttpResponse(f"{text}\n", "text/plain; charset=utf-8", status, headers=headers)


class RefuseNulMiddleware:
    """Refuses NUL characters: no text has them, and PostgreSQL can't take them."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        """Raised here, inside the other middleware, the error page is in the reader's language."""
        asked = [text for name, values in request.GET.lists() for text in (name, *values)]
        if any("\x00" in text for text in (request.path_info, *asked, *request.COOKIES.values())):
            raise BadRequest("NUL in the request")
