"""Many answers are sent at once, but few are worked on, and few connections are kept."""

from collections import Counter
from threading import Lock, Thread
from time import sleep

import pytest
from django.http import HttpRequest, HttpResponse

from delivery import middleware
from delivery.middleware import AT_ONCE, FewAtOnceMiddleware

MANY = 3 * AT_ONCE


def in_threads(work: object) -> None:
    threads = [Thread(target=work) for _ in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_more_than_a_few_requests_are_worked_on_at_once() -> None:
    lock, working, most = Lock(), 0, 0

    def work(request: HttpRequest) -> HttpResponse:
        nonlocal working, most
        with lock:
            working += 1
            most = max(most, working)
        sleep(0.01)
        with lock:
            working -= 1
        return HttpResponse()

    few = FewAtOnceMiddleware(work)
    in_threads(lambda: few(HttpRequest()))
    assert most == AT_ONCE


def test_only_a_few_threads_keep_a_connection_and_they_keep_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given_back: Counter[str] = Counter()

    class Connection:
        def close(self) -> None:
            given_back["times"] += 1

    monkeypatch.setattr(middleware, "connection", Connection())
    few = FewAtOnceMiddleware(lambda request: HttpResponse())
    in_threads(lambda: [few(HttpRequest()) for _ in range(2)])
    assert given_back["times"] == 2 * (MANY - AT_ONCE)


def test_a_place_is_free_again_after_a_failure() -> None:
    def fail(request: HttpRequest) -> HttpResponse:
        raise ValueError("odd")

    few = FewAtOnceMiddleware(fail)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="odd"):
            few(HttpRequest())
