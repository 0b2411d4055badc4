"""Lets a process work on few requests at once, however many answers it is sending.

A slow reader of a large file holds a thread for as long as it takes, so there are many of them. The
work is done in a few others, and each of those keeps its connection to the database.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any

from delivery.middleware import ALIVE

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
AT_ONCE = 4


class FewAtOnce:
    """A WSGI application whose answers are made in a few threads, and sent from the caller's."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._workers = ThreadPoolExecutor(AT_ONCE, "work")

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Whether the process is alive is told even if all who work wait for a database."""
        if environ["PATH_INFO"] == ALIVE:
            return self._application(environ, start_response)
        # What the work sets aside, such as a language, stays out of the next request.
        work = copy_context().run
        return self._workers.submit(work, self._application, environ, start_response).result()
