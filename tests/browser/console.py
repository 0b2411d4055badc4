"""What the browser has to complain of. The security policy reports there too."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import ConsoleMessage, Page


@contextmanager
def complaints(page: Page) -> Iterator[list[str]]:
    """The errors and warnings that the console shows while the block lasts."""
    found: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(f"{page.url}: {message.text}")

    def fail(error: Exception) -> None:
        found.append(f"{page.url}: {error}")

    page.on("console", listen)
    page.on("pageerror", fail)
    yield found
    page.remove_listener("console", listen)
    page.remove_listener("pageerror", fail)
