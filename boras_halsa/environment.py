"""Reads settings from environment variables, and refuses what makes no sense.

A wrong value stops the start with one line that names the variable. Secrets can be given as
a file too: `SECRET_KEY_FILE=/run/secrets/key` stands for `SECRET_KEY`.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\]")


def text(name: str, default: str = "") -> str:
    """The value of a variable, stripped; empty counts as not set."""
    return os.environ.get(name, "").strip() or default


def secret(name: str) -> str:
    """A value that may instead lie in the file that `<name>_FILE` points at."""
    path = text(f"{name}_FILE")
    if not path:
        return text(name)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}") from error


def flag(name: str, *, default: bool = False) -> bool:
    """A yes or no, written as 1/0, true/false, yes/no or on/off."""
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False}
    value = text(name)
    if not value:
        return default
    if value.lower() not in words:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}")
    return words[value.lower()]


def choice(name: str, allowed: list[str], default: str) -> str:
    """One of a few words."""
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}")
    return value


def several(name: str, allowed: Sequence[str]) -> list[str]:
    """Some of a few words, parted by commas."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    for word in found:
        if word not in allowed:
            raise ImproperlyConfigured(f"{name} can hold {', '.join(allowed)}, not {word!r}")
    return found


def address(name: str, default: str) -> str:
    """A web address of scheme and host only, such as https://halsa.example.se.

    It may be left out only if the default is empty.
    """
    value = text(name, default).rstrip("/").lower()
    if not value:
        return value
    try:
        parts = urlsplit(value)
        plain = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    except ValueError:
        plain = ""
    if value != plain or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must look like https://example.se, not {value!r}")
    return value


def hosts(name: str) -> list[str]:
    """Host names parted by commas, each whole: no addresses and no wildcards."""
    found = [word.strip().lower() for word in text(name).split(",") if word.strip()]
    for host in found:
        if not _HOST.fullmatch(host):
            raise ImproperlyConfigured(f"{name} must hold host names, not {host!r}")
    return found


def label(name: str) -> str:
    """A name of small letters, digits, hyphens and points, such as that of a bucket."""
    value = text(name)
    if value and not _HOST.fullmatch(value):
        raise ImproperlyConfigured(f"{name} can't be {value!r}: small letters, digits, - and .")
    return value


def all_or_none(**values: str) -> dict[str, str]:
    """Values of which one is of no use without the others; empty if none is set."""
    missing = [name for name, value in values.items() if not value]
    if len(missing) == len(values):
        return {}
    if missing:
        told = " and ".join(sorted(values.keys() - missing))
        raise ImproperlyConfigured(f"{missing[0]} must be set too, since {told} is")
    return values


def way_to_write(name: str, default: str) -> str:
    """Where people can turn: a mailto: or https: address."""
    value = text(name, default)
    if not value.startswith(("mailto:", "https://", "http://127.0.0.1", "http://testserver")):
        raise ImproperlyConfigured(f"{name} must begin with mailto: or https://, not {value!r}")
    return value


def database(name: str, default: str) -> dict[str, Any]:
    """A database as Django wants it, from an address such as postgres://user:pass@host/name."""
    try:
        found = dj_database_url.parse(
            secret(name) or default, conn_max_age=600, conn_health_checks=True
        )
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} can't be read as a database's address") from error
    if found["ENGINE"] == "django.db.backends.sqlite3":
        # Writers queue instead of failing half-way, and readers never wait for a writer.
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            "timeout": 20,
        }
    elif found["ENGINE"] == "django.db.backends.postgresql":
        found.setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
    else:
        raise ImproperlyConfigured(f"{name} must be a PostgreSQL or SQLite database")
    return dict(found)


def number(name: str, default: int) -> int:
    """A whole number from 1 up."""
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < 1:
        raise ImproperlyConfigured(f"{name} must be a number from 1 up, not {value!r}")
    return int(value)
