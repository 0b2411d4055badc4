"""What a first visit costs the reader."""

from playwright.sync_api import CDPSession, Page

from tests.browser.conftest import Opened
from tests.browser.served import Site

BYTES = 45_000
REQUESTS = 5


class Wire:
    """What goes over the wire, as the browser counts it: compressed, with headers."""

    def __init__(self, session: CDPSession) -> None:
        self.addresses: list[str] = []
        self.bytes = 0
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: dict) -> None:
        self.addresses.append(event["request"]["url"])

    def _finished(self, event: dict) -> None:
        self.bytes += int(event["encodedDataLength"])


def test_a_first_visit_is_light_and_asks_nobody_else(tab: Page, site: Site) -> None:
    wire = Wire(tab.context.new_cdp_session(tab))
    tab.goto("/", wait_until="networkidle")
    assert all(address.startswith(f"{site.address}/") for address in wire.addresses)
    assert 2 <= len(wire.addresses) <= REQUESTS, wire.addresses
    assert 5_000 < wire.bytes <= BYTES


def test_no_script_holds_up_a_page(opened: Opened) -> None:
    runs_at_once = "script:not([defer], [async], [type=module], [type='application/ld+json'])"
    assert opened.page.locator(runs_at_once).count() == 0


def test_nothing_moves_while_a_page_loads(opened: Opened) -> None:
    assert opened.shifts == []
