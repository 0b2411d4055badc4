"""The site as readers get it: prepared, served by gunicorn, on SQLite in a folder of its own."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass(frozen=True)
class Site:
    address: str
    user: str
    password: str

    def read(self, path: str) -> bytes:
        """What a plain request gets."""
        with urlopen(f"{self.address}{path}", timeout=20) as response:  # noqa: S310
            return response.read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(folder: Path, port: int) -> dict[str, str]:
    """Nothing of the tests' own settings: only what the README says a site needs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "VAR_DIR": str(folder),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "BIND": f"127.0.0.1:{port}",
    }


def run(*arguments: str, env: dict[str, str]) -> str:
    """A command of the site, and what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def wait_until_ready(site: Site, server: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            site.read("/readyz")
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"The site did not start: {log.read_text()[-3000:]}")


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """A seeded site that answers, until the block ends."""
    env = environment(folder, free_port())
    login = next(
        line for line in run("manage.py", "prepare", env=env).splitlines() if " / " in line
    )
    user, _, password = login.rpartition(": ")[2].partition(" / ")
    site = Site(env["SITE_URL"], user, password)
    log = folder / "server.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "gunicorn"]
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output)
        try:
            wait_until_ready(site, server, log)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)
