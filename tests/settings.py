"""Settings for the tests: the real ones, with plain static files and fast passwords."""

import os

os.environ.setdefault("SECRET_KEY", "tests-" + "x" * 60)
os.environ.setdefault("SITE_URL", "http://testserver")
os.environ["DEBUG"] = "0"
os.environ.pop("SECRET_KEY_FILE", None)

from boras_halsa.settings import *  # noqa: F403
from boras_halsa.settings import STORAGES, VAR_DIR

STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = VAR_DIR  # WhiteNoise warns of a folder that is not there
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
