"""What is answered before anything else looks at a request."""

from collections.abc import Callable
from threading import BoundedSemaphore, local

from django.core.exceptions import BadRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse

from delivery import health

Handler = Callable[[HttpRequest], HttpResponse]
AT_ONCE = 4


class FewAtOnceMiddleware:
    """Lets a process work on few requests at once, however many answers it is sending.

    A slow reader of a large file holds a thread for as long as it takes, so there are many. The
    first of them keep their connection to the database; the others give it back before they send.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self._places = BoundedSemaphore(AT_ONCE)
        self._connections = BoundedSemaphore(AT_ONCE)
        self._thread = local()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with self._places:
            try:
                return self.get_response(request)
            finally:
                if not self._keeps_its_connection():
                    connection.close()

    def _keeps_its_connection(self) -> bool:
        if not hasattr(self._thread, "keeps"):
            self._thread.keeps = self._connections.acquire(blocking=False)
        return bool(self._thread.keeps)


class HealthMiddleware:
    """Answers load balancers, which ask by address instead of by host name."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return self._plain("ok", 200)
        if request.path_info == "/readyz":
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
