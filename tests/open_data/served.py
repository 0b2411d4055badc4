"""The site served to other programs, with the data of the test that asks for it."""

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


def server() -> WSGIServer:
    """Listens on a port of its own, and answers when `run` lets it."""
    made = make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet)
    made.timeout = 0.05
    return made


@contextmanager
def connection_kept() -> Iterator[None]:
    """The connection that holds the data of the test stays open after a request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def run(server: WSGIServer, command: Sequence[str], folder: Path, stdin: str) -> str:
    """What a program prints, while the site answers it from this thread, which has the data."""
    program = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    found: list[str] = []
    waiting = threading.Thread(target=lambda: found.extend(program.communicate(stdin, timeout=60)))
    waiting.start()
    with connection_kept():
        while waiting.is_alive():
            server.handle_request()
    assert program.returncode == 0, found[1]
    return found[0]
