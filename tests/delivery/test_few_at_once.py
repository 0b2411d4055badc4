"""Many answers are sent at once, but few are worked on, and each of those keeps its connection."""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Barrier, Event, Lock, Thread, get_ident
from time import sleep
from typing import Any

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.test import RequestFactory
from django.utils.translation import activate, get_language
from gunicorn.config import Config

from delivery.few_at_once import AT_ONCE, FewAtOnce

MANY = 5 * AT_ONCE


def ask(few: FewAtOnce, address: str = "/") -> bytes:
    environ = RequestFactory().get(address).environ
    return b"".join(few(environ, lambda status, headers, *_: None))


def in_threads(number: int, work: Callable[[], Any]) -> None:
    threads = [Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_more_than_a_few_requests_are_worked_on_at_once() -> None:
    lock, working, most = Lock(), 0, 0

    def work(*_: Any) -> list[bytes]:
        nonlocal working, most
        with lock:
            working += 1
            most = max(most, working)
        sleep(0.01)
        with lock:
            working -= 1
        return []

    few = FewAtOnce(work)
    in_threads(MANY, lambda: ask(few))
    assert most == AT_ONCE


@pytest.fixture
def opened() -> Iterator[list[int]]:
    """The threads in which a connection to the database was opened."""
    threads: list[int] = []

    def note(**_: Any) -> None:
        threads.append(get_ident())

    connection_created.connect(note)
    yield threads
    connection_created.disconnect(note)


@pytest.mark.django_db
def test_those_who_work_keep_their_connections_also_after_a_burst(opened: list[int]) -> None:
    together = Barrier(AT_ONCE)

    def work(environ: dict[str, Any], _: Any) -> list[bytes]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        sleep(0.005)  # so that there is a burst
        if environ["PATH_INFO"] == "/end":
            together.wait(timeout=10)
            # Django's own keeps a SQLite in memory, which is all that there is of it.
            BaseDatabaseWrapper.close(connections["default"])
        return []

    few = FewAtOnce(work)
    in_threads(MANY, lambda: ask(few))
    after_a_burst = len(opened)
    for _ in range(MANY):
        ask(few)
    in_threads(MANY, lambda: ask(few))
    in_threads(AT_ONCE, lambda: ask(few, "/end"))
    assert 1 <= after_a_burst <= len(opened) <= AT_ONCE
    assert len(opened) == len(set(opened)), "A thread opened a second connection"


def test_a_process_is_alive_although_all_who_work_wait() -> None:
    waiting, answered = Barrier(AT_ONCE + 1), Event()
    site = WSGIHandler()

    def work(environ: dict[str, Any], start_response: Any) -> Any:
        if environ["PATH_INFO"] == "/":
            waiting.wait(timeout=10)
            answered.wait(timeout=10)
            return []
        return site(environ, start_response)

    few = FewAtOnce(work)
    busy = [Thread(target=ask, args=(few,)) for _ in range(AT_ONCE)]
    for thread in busy:
        thread.start()
    waiting.wait(timeout=10)
    told: list[bytes] = []
    asking = Thread(target=lambda: told.append(ask(few, "/healthz")), daemon=True)
    asking.start()
    asking.join(timeout=5)
    told_meanwhile = [*told]
    answered.set()
    for thread in busy:
        thread.join()
    assert told_meanwhile == [b"ok\n"]


def test_a_place_is_free_again_after_a_failure() -> None:
    def fail(*_: Any) -> list[bytes]:
        raise ValueError("odd")

    few = FewAtOnce(fail)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="odd"):
            ask(few)


def test_a_request_leaves_nothing_to_the_next_one_or_to_who_sends() -> None:
    found: list[str | None] = []

    def work(*_: Any) -> list[bytes]:
        found.append(get_language())
        activate("ar")
        return []

    few = FewAtOnce(work)
    for _ in range(MANY):
        ask(few)
    assert {*found, get_language()} == {"sv"}


def test_who_sends_keeps_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is made while it is sent, such as a release, asks from the thread that sends it."""
    sent = runpy.run_path(str(Path(settings.BASE_DIR) / "gunicorn.conf.py"))["post_request"]
    Config().set("post_request", sent)  # gunicorn does not start with one that it can't call
    closed: list[int] = []
    kind = type(connections["default"])
    monkeypatch.setattr(kind, "close", lambda connection: closed.append(get_ident()))
    sender: list[int] = []

    def send() -> None:
        sender.append(get_ident())
        assert connections["default"].connection is None
        sent(None, None, {}, None)

    in_threads(1, send)
    assert closed == sender


def test_the_site_is_served_so() -> None:
    served = runpy.run_path(str(Path(settings.BASE_DIR) / "boras_halsa" / "wsgi.py"))
    assert isinstance(served["application"], FewAtOnce)
