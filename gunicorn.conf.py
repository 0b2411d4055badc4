"""gunicorn for this site: threads with keep-alive, and logs as the site writes them."""

from contextlib import suppress
from ctypes import CDLL

from boras_halsa import environment as env
from boras_halsa import settings

wsgi_app = "boras_halsa.wsgi:application"
bind = env.text("BIND", "127.0.0.1:8000")
workers = env.number("WEB_CONCURRENCY", 2)
worker_class = "gthread"
threads = 128  # Most of them only send: delivery/middleware.py works on few requests at once.
preload_app = True
control_socket_disable = True
logconfig_dict = settings.LOGGING

# glibc, where there is one, else sets memory aside for each of the threads.
M_ARENA_MAX = -8
with suppress(OSError, AttributeError):
    CDLL(None).mallopt(M_ARENA_MAX, 2)
