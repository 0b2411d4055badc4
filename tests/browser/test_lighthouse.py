"""Lighthouse as a phone on a slow net sees the site: full marks."""

import json
import os
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.served import Site
from tests.browser.tools import LIGHTHOUSE, program, run

# Performance is a measurement, and what else the machine does can spoil one.
TRIES = 3
PAGES = {
    "home": "/",
    "area": "/omraden/norrby/",
    "initiative": "/insatser/simskola-for-kvinnor/",
    "agreement": "/samverkan/avtal/folkhalsoavtalet/",
    "report": "/kunskapsunderlag/norrby/",
}
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]


def report(address: str) -> dict[str, Any]:
    """What Lighthouse tells of a page; no categories if it broke off."""
    flags = " ".join(["--headless=new", *FLAGS])
    done = run(
        program("node"),
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        "--disable-full-page-screenshot",
        f"--chrome-flags={flags}",
        env={**os.environ, "CHROME_PATH": CHROMIUM},
    )
    return json.loads(done.stdout) if done.returncode == 0 else {"broke off": done.stderr}


def marks(told: dict[str, Any]) -> dict[str, int]:
    return {name: round(told["categories"][name]["score"] * 100) for name in CATEGORIES}


def losses(told: dict[str, Any]) -> list[str]:
    """What cost the page marks, to be shown when it fails."""
    audits = {
        ref["id"]: told["audits"][ref["id"]]
        for name in CATEGORIES
        for ref in told["categories"][name]["auditRefs"]
        if ref["weight"]
    }
    return [
        f"{name}: {audit.get('displayValue', audit['title'])}"
        for name, audit in audits.items()
        if audit["score"] is not None and audit["score"] < 1
    ]


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES.keys())
def test_lighthouse_gives_full_marks(site: Site, place: str) -> None:
    for _ in range(TRIES):
        told = report(f"{site.address}{place}")
        if "categories" in told and set(marks(told).values()) == {100}:
            return
    pytest.fail(f"{marks(told)}: {losses(told)}" if "categories" in told else str(told))
