"""Settings: all that differs between two machines comes from the environment.

The README lists every variable; a test compares that table with the calls in this file.
"""

from pathlib import Path
from urllib.parse import urlsplit

import django.conf.locale
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from boras_halsa import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret("SECRET_KEY") or ("only-for-development" * DEBUG)
if len(SECRET_KEY) < 50 and not DEBUG:
    raise ImproperlyConfigured("SECRET_KEY is missing or shorter than 50 characters.")

# --- Address -------------------------------------------------------------------------------

SITE_URL = env.address("SITE_URL", "http://127.0.0.1:8000")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = [str(urlsplit(SITE_URL).hostname), *env.hosts("EXTRA_HOSTS")]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ROOT_URLCONF = "boras_halsa.urls"
WSGI_APPLICATION = "boras_halsa.wsgi.application"

# --- What it is made of ----------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "corsheaders",
    "csp",
    "django_prose_editor",
    "boras_halsa",
    "open_data",
    "news",
    "reports",
    "initiatives",
    "partners",
    "areas",
    "pages",
    "publishing",
    "uploads",
    "translations",
    "languages",
    "delivery",
]

MIDDLEWARE = [
    "delivery.middleware.HealthMiddleware",
    # First of those that answer: a browser asks for leave before it asks for anything else.
    "corsheaders.middleware.CorsMiddleware",
    # Before the redirect to https, so that what it refuses is told like anything else.
    "csp.middleware.CSPMiddleware",
    "languages.routing.LanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "delivery.middleware.RefuseNulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["languages.templatetags.languages", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "languages.context_processors.languages",
            ],
        },
    }
]

# --- Database --------------------------------------------------------------------------------

DATABASES = {
    "default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'boras-halsa.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Languages -------------------------------------------------------------------------------

LANGUAGE_CODE = "sv"
LANGUAGES = [
    ("sv", "Svenska"),
    ("sv-x-latt", "Lätt svenska"),
    ("en", "English"),
    ("fi", "Suomi"),
    ("ar", "العربية"),
    ("so", "Soomaali"),
]
# Pins the columns, so that hiding a language above never asks to drop its texts.
MODELTRANSLATION_LANGUAGES = ("sv", "sv-x-latt", "en", "fi", "ar", "so")
MODELTRANSLATION_DEFAULT_LANGUAGE = "sv"
# A page falls back to Swedish as a whole, never field by field: languages/translated.py.
MODELTRANSLATION_ENABLE_FALLBACKS = False
# Swedish has no prefix in the address; a language that is not named here is its own prefix.
LANGUAGE_PATHS = {"sv": "", "sv-x-latt": "latt"}
# Languages in which a machine translation is shown to nobody before a person has reviewed it.
REVIEW_FIRST = env.several("REVIEW_FIRST", MODELTRANSLATION_LANGUAGES[1:])
# Off until it has an address. Another one is a class as translations/machine.py describes.
TRANSLATOR = "translations.machine.LibreTranslate"
TRANSLATOR_URL = env.address("TRANSLATOR_URL", "")
TRANSLATOR_KEY = env.secret("TRANSLATOR_KEY")

django.conf.locale.LANG_INFO |= {
    "so": {"bidi": False, "code": "so", "name": "Somali", "name_local": "Soomaali"},
    "sv-x-latt": {
        "bidi": False,
        "code": "sv-x-latt",
        "name": "Easy Swedish",
        "name_local": "Lätt svenska",
    },
}
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["languages.formats"]
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Stockholm"

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/uppladdat/"
MEDIA_ROOT = VAR_DIR / "uploads"
S3 = env.all_or_none(
    S3_BUCKET=env.label("S3_BUCKET"),
    S3_ENDPOINT=env.address("S3_ENDPOINT", ""),
    S3_REGION=env.label("S3_REGION"),
    S3_ACCESS_KEY=env.secret("S3_ACCESS_KEY"),
    S3_SECRET_KEY=env.secret("S3_SECRET_KEY"),
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Apart from the uploads: these are handed over only while their release is published.
    "releases": {
        "BACKEND": "delivery.s3.PrivateStore",
        "OPTIONS": {
            "bucket_name": S3["S3_BUCKET"],
            "endpoint_url": S3["S3_ENDPOINT"],
            "region_name": S3["S3_REGION"],
            "access_key": S3["S3_ACCESS_KEY"],
            "secret_key": S3["S3_SECRET_KEY"],
        },
    }
    if S3
    else {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "releases"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "delivery.storage.BundledStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # Five languages times many inline rows pass 1,000.

# --- Safety ----------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # The nonce serves the admin's editor only; pages for residents never ask for it.
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
if env.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "boras_halsa.views.permission_denied"
SECURITY_CONTACT = env.way_to_write("SECURITY_CONTACT", f"{SITE_URL}/kontakt/")
# The scripts of any site may read open data: the API, the catalogue, the files of releases, their
# schema, feeds as JSON and calendars.
CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = (
    r"^/([\w-]+/)?(api/v1|datasets)/"
    r"|^/kunskapsunderlag/[\w-]+/[\w-]+/[\w.-]+\.[a-z0-9]+$"
    r"|^/(?!admin/|uppladdat/)([\w-]+/)+[\w.-]+\.(json|ics)$"
)
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "if-modified-since", "if-none-match", "if-range", "range"]
CORS_EXPOSE_HEADERS = ["content-disposition", "content-range", "etag", "link"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Logs: one JSON object a line on standard error ---------------------------------------------

LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "{levelname} {name} {message}",
            "style": "{",
            "timestamp": "time",
            "rename_fields": {"levelname": "level", "name": "logger"},
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {name: {"handlers": [], "propagate": True} for name in ("django", "gunicorn.error")},
}
