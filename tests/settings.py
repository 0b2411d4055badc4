"""Settings for the tests: the real ones, with plain static files and fast passwords.

Only the database may be chosen from outside; all else is the same on every machine.
"""

import os
from tempfile import TemporaryDirectory

os.environ |= {
    "SECRET_KEY": "tests-" + "x" * 60,
    "SECRET_KEY_FILE": "",
    "SITE_URL": "http://testserver",
    "EXTRA_HOSTS": "",
    "DEBUG": "0",
    "TRANSLATOR_URL": "",
    **dict.fromkeys(
        ("S3_BUCKET", "S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY", "S3_SECRET_KEY"), ""
    ),
    "S3_ACCESS_KEY_FILE": "",
    "S3_SECRET_KEY_FILE": "",
}

from boras_halsa.settings import *  # noqa: F403
from boras_halsa.settings import STORAGES, VAR_DIR

_releases = TemporaryDirectory(prefix="releases-")  # gone when the tests have ended
STORAGES = STORAGES | {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "releases": STORAGES["releases"] | {"OPTIONS": {"location": _releases.name}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = VAR_DIR  # WhiteNoise warns of a folder that is not there
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
