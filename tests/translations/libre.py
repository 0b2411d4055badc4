"""A small translation service on this machine, which speaks LibreTranslate's API."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any

Answer = tuple[int, str, bytes]


def in_json(told: Any, status: int = 200) -> Answer:
    return status, "application/json", json.dumps(told).encode()


def pointer(address: str, status: int) -> Answer:
    """A redirect."""
    return status, address, b""


def error_page(status: int) -> Answer:
    return status, "text/html", b"<!DOCTYPE html><title>Bad gateway</title><h1>Bad gateway</h1>"


class Service:
    """Translates by putting the language in front; a test can make it say something else."""

    targets = ["ar", "en", "fi", "sv", "uk"]

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.address = ""
        self.key = ""
        self.pause = 0.0  # seconds before each few letters of an answer
        self.answer: Callable[[dict[str, Any]], Answer] = self.translate

    def languages(self) -> Answer:
        names = {"en": "English", "sv": "Swedish"}
        return in_json([{"code": c, "name": n, "targets": self.targets} for c, n in names.items()])

    def translate(self, asked: dict[str, Any]) -> Answer:
        if asked.get("api_key", "") != self.key:
            return in_json({"error": "Invalid API key"}, 403)
        return in_json({"translatedText": [said(asked, text) for text in asked["q"]]})


def said(asked: dict[str, Any], text: str) -> str:
    """The text with the language in front: inside the first tag, if it is HTML."""
    if asked["format"] == "html":
        return text.replace("<p>", f"<p>[{asked['target']}] ", 1)
    return f"[{asked['target']}] {text}"


@contextmanager
def served() -> Iterator[Service]:
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.reply(service.languages() if self.path == "/languages" else error_page(404))

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.asked.append(asked)
            self.reply(service.answer(asked) if self.path == "/translate" else error_page(404))

        def reply(self, answer: Answer) -> None:
            status, kind, content = answer
            self.send_response(status)
            self.send_header("Location" if 300 <= status < 400 else "Content-Type", kind)
            self.end_headers()
            step = 20 if service.pause else len(content)
            for start in range(0, len(content), step or 1):
                self.wfile.write(content[start : start + step])
                sleep(service.pause)

        def log_message(self, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *args: None  # the reader may have hung up
        Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        service.address = f"http://127.0.0.1:{server.server_port}"
        yield service
        server.shutdown()
