"""Every page of the sitemap and every style sheet, read by the Nu HTML checker."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.browser.places import REPORTS
from tests.browser.served import ROOT, Site
from tests.browser.tools import VNU, program, run

CSS = ROOT / "static" / "css"
# Valid, but more than the checker knows: container queries, the smaller of two tokens, SVG's own.
VALID = ["“container-type”", "cqi)", "“min(var(", "“vector-effect”"]
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def addresses(site: Site, sitemap: str) -> list[str]:
    tree = etree.fromstring(site.read(sitemap))
    return [urlsplit(str(element.text)).path for element in tree.iter(LOCATION)]


@pytest.fixture(scope="module")
def pages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All pages as files, each under its address."""
    folder = tmp_path_factory.mktemp("pages")
    files = []
    for address in [*in_sitemaps(site), *below_reports()]:
        file = folder / f"{address.strip('/').replace('/', '+') or 'home'}.html"
        file.write_bytes(site.read(address))
        files.append(file)
    return files


def in_sitemaps(site: Site) -> list[str]:
    sitemaps = addresses(site, "/sitemap.xml")
    return [address for sitemap in sitemaps for address in addresses(site, sitemap)]


def below_reports() -> list[str]:
    return [address for place in REPORTS for address in (place.sv, place.ar)]


def problems(files: list[Path], *options: str) -> list[str]:
    """Every error and warning, with its file and line."""
    names = [str(file) for file in files]
    done = run(program("java"), "-jar", str(VNU), "--format", "json", *options, *names)
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if not any(word in complaint(message) for word in VALID)
    ]


def complaint(message: dict[str, Any]) -> str:
    """What the checker names, or the whole line if it could not read that."""
    if not message["message"].endswith("Parse Error."):
        return message["message"]
    return Path(urlsplit(message["url"]).path).read_text().splitlines()[message["lastLine"] - 1]


def test_all_pages_are_valid_html(pages: list[Path]) -> None:
    assert len(pages) >= 150
    found = problems(pages)
    assert not found, "\n".join(found[:40])


def test_all_style_sheets_are_valid_css() -> None:
    # site.css only imports the others, below its @layer, which the checker doesn't know yet.
    sheets = [sheet for sheet in sorted(CSS.glob("*.css")) if sheet.name != "site.css"]
    assert len(sheets) >= 12
    found = problems(sheets, "--css")
    assert not found, "\n".join(found[:40])
