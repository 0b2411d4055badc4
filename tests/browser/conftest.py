"""One served site and one browser for all the measures."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.console import complaints
from tests.browser.places import PATHS
from tests.browser.served import Site, served

PROBE = Path(__file__).with_name("probe.js")
PHONE = {"width": 320, "height": 800}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Root, as in a container, has no sandbox; the rest keeps the browser off the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `path`, or the page `opened` there, is asked once for each."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", PATHS.values(), ids=PATHS.keys(), scope="session")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with served(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def new_tab(browser: Browser, site: Site) -> Page:
    """A tab of a visitor of its own, with the questions that tests ask of a page."""
    context = browser.new_context(base_url=site.address, reduced_motion="reduce", viewport=PHONE)
    context.set_default_timeout(10_000)
    context.add_init_script(path=PROBE)
    return context.new_page()


@pytest.fixture(scope="session")
def reader(browser: Browser, site: Site) -> Iterator[Page]:
    """The tab of tests that do something. What a test changes of it, it sets."""
    page = new_tab(browser, site)
    yield page
    page.context.close()


@pytest.fixture(scope="session")
def onlooker(browser: Browser, site: Site) -> Iterator[Page]:
    page = new_tab(browser, site)
    yield page
    page.context.close()


@dataclass(frozen=True)
class Opened:
    """A page as it came, and what happened while it loaded."""

    page: Page
    status: int
    complaints: list[str]
    shifts: list[float]


@pytest.fixture(scope="session")
def opened(onlooker: Page, path: str) -> Opened:
    """A page that is loaded once, on a phone, for all tests that only look at it."""
    onlooker.set_viewport_size(PHONE)
    with complaints(onlooker) as found:
        response = onlooker.goto(path)
        painted = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))"
        onlooker.evaluate(painted)
    assert response
    return Opened(onlooker, response.status, found, onlooker.evaluate("shifts"))


@pytest.fixture(scope="session")
def staff(browser: Browser, site: Site) -> Iterator[Page]:
    """A tab in which staff have signed in."""
    page = new_tab(browser, site)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/admin/login/?next=/admin/")
    page.fill("[name=username]", site.user)
    page.fill("[name=password]", site.password)
    page.click("[type=submit]")
    assert page.url == f"{site.address}/admin/"
    yield page
    page.context.close()


@pytest.fixture
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    """A tab of a reader who has never been here."""
    page = new_tab(browser, site)
    yield page
    page.context.close()
