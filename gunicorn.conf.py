"""gunicorn for this site: threads with keep-alive, and logs as the site writes them."""

from boras_halsa import environment as env
from boras_halsa import settings

wsgi_app = "boras_halsa.wsgi:application"
bind = env.text("BIND", "127.0.0.1:8000")
workers = env.number("WEB_CONCURRENCY", 2)
worker_class = "gthread"
threads = 4
preload_app = True
control_socket_disable = True
logconfig_dict = settings.LOGGING
