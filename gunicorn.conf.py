"""gunicorn for this site: threads with keep-alive, and logs as the site writes them."""

from contextlib import suppress
from ctypes import CDLL
from typing import Any

from django.db import connections

from boras_halsa import environment as env
from boras_halsa import settings

wsgi_app = "boras_halsa.wsgi:application"
bind = env.text("BIND", "127.0.0.1:8000")
workers = env.number("WEB_CONCURRENCY", 2)
worker_class = "gthread"
threads = 128  # They only send: delivery/few_at_once.py has a few others that work.
preload_app = True
control_socket_disable = True
logconfig_dict = settings.LOGGING


def post_request(*_: Any) -> None:
    """A page that is made while it is sent asks the database from here; what asked is not kept."""
    connections.close_all()


# glibc, where there is one, else sets memory aside for each of the threads.
M_ARENA_MAX = -8
with suppress(OSError, AttributeError):
    CDLL(None).mallopt(M_ARENA_MAX, 2)
