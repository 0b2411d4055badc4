"""The entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

from delivery.few_at_once import FewAtOnce

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "boras_halsa.settings")
application = FewAtOnce(get_wsgi_application())
# All code is loaded before gunicorn forks: it is shared, and no reader has to wait for it.
resolve("/")
