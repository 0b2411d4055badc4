"""Every published page in every language: what must hold on all of them, and how many they are."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language_info, override
from lxml import etree, html

from languages.routing import address as address_of
from languages.routing import language_of
from tests.conftest import LANGUAGES

# The city's first content: 11 lists and 25 pages. Adding a seeded page changes this on purpose.
LISTS = 11
PAGES = 4 + 2 + 7 + 2 + 3 + 1 + 6
XML = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}

pytestmark = pytest.mark.django_db


def sitemap_addresses(client: Client) -> dict[str, dict[str, str]]:
    """Every address in the sitemap, each with its alternates by language."""
    index = etree.fromstring(client.get("/sitemap.xml").content)
    found = {}
    for section in index.findall("s:sitemap/s:loc", XML):
        tree = etree.fromstring(client.get(urlsplit(section.text).path).content)
        for url in tree.findall("s:url", XML):
            links = url.findall("x:link", XML)
            found[url.find("s:loc", XML).text] = {
                link.get("hreflang"): link.get("href") for link in links
            }
    return found


def in_language(code: str, view: str, **kwargs: str) -> str:
    with override(code):
        return address_of(view, **kwargs)


@pytest.fixture(scope="module")
def sitemap(django_db_setup: None, django_db_blocker: Any) -> dict[str, dict[str, str]]:
    with django_db_blocker.unblock():
        return sitemap_addresses(Client())


@pytest.fixture(scope="module")
def responses(sitemap: dict, django_db_blocker: Any) -> dict[str, Any]:
    """What every address of the sitemap answers, asked once."""
    with django_db_blocker.unblock():
        client = Client()
        return {address: client.get(urlsplit(address).path) for address in sitemap}


@pytest.fixture(scope="module")
def site(responses: dict[str, Any]) -> dict[str, html.HtmlElement]:
    """Every page of the sitemap."""
    assert not [address for address, it in responses.items() if it.status_code != 200]
    return {a: html.document_fromstring(it.content.decode()) for a, it in responses.items()}


def test_no_page_sets_a_cookie_or_depends_on_one(client: Client, responses: dict) -> None:
    others = ["/insatser/?age=3", "/finns-inte/", "/nyheter/flode/"]
    for address, response in (responses | {each: client.get(each) for each in others}).items():
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address


def test_all_pages_are_there_in_all_languages(site: dict) -> None:
    assert len(site) == (LISTS + PAGES) * len(LANGUAGES)
    languages = Counter(page.get("lang") for page in site.values())
    assert languages == dict.fromkeys(LANGUAGES, LISTS + PAGES)


def test_each_page_has_its_language_and_direction(site: dict) -> None:
    for address, page in site.items():
        bidi = get_language_info(page.get("lang"))["bidi"]
        assert page.get("dir") == ("rtl" if bidi else "ltr"), address
        assert page.get("lang") == language_of(urlsplit(address).path), address


def test_each_page_has_one_heading_a_title_and_a_description(site: dict) -> None:
    for address, page in site.items():
        assert len(page.findall(".//h1")) == 1, address
        assert page.findtext("head/title").strip(), address
        description = page.xpath("//meta[@name='description']/@content")
        assert len(description) == 1, address
        assert description[0].strip(), address


def test_titles_differ_within_a_language(site: dict) -> None:
    titles = Counter((page.get("lang"), page.findtext("head/title")) for page in site.values())
    assert not {title for title, times in titles.items() if times > 1}


def test_headings_go_down_one_level_at_a_time(site: dict) -> None:
    for address, page in site.items():
        levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        main = levels[levels.index(1) :]
        assert all(after - before <= 1 for before, after in pairwise(main)), (address, levels)


def test_each_page_is_its_own_canonical(site: dict) -> None:
    for address, page in site.items():
        assert page.xpath("//link[@rel='canonical']/@href") == [address]


def test_language_links_come_in_pairs(site: dict) -> None:
    pairs = {}
    for address, page in site.items():
        links = page.xpath("//link[@rel='alternate'][@hreflang]")
        pairs[address] = {link.get("hreflang"): link.get("href") for link in links}
        assert pairs[address][page.get("lang")] == address
        assert pairs[address]["x-default"] == pairs[address]["sv"]
    for address, links in pairs.items():
        assert set(links) == {*LANGUAGES, "x-default"}, address
        assert all(pairs[other] == links for other in links.values()), address


def test_the_sitemap_tells_the_same_languages_as_the_pages(sitemap: dict, site: dict) -> None:
    for address, alternates in sitemap.items():
        links = site[address].xpath("//link[@rel='alternate'][@hreflang]")
        assert alternates == {link.get("hreflang"): link.get("href") for link in links}


def test_ids_are_unique_and_references_resolve(site: dict) -> None:
    for address, page in site.items():
        ids = Counter(page.xpath("//@id"))
        assert not {name for name, times in ids.items() if times > 1}, address
        for attribute in ("aria-labelledby", "aria-describedby", "for", "popovertarget"):
            for value in page.xpath(f"//@{attribute}"):
                assert set(value.split()) <= set(ids), (address, attribute, value)


def test_no_internal_link_is_broken(client: Client, site: dict) -> None:
    @cache
    def ids_at(address: str) -> set[str]:
        if address in site:
            return set(site[address].xpath("//@id"))
        # A file has no ids, and is left where it is; an address of what is newest leads to it.
        response = client.head(address.removeprefix(settings.SITE_URL))
        if response.status_code == 302:
            response = client.head(response.headers["Location"].removeprefix(settings.SITE_URL))
        assert response.status_code == 200, address
        return set()

    checked = 0
    for address, page in site.items():
        for href in page.xpath("//a/@href"):
            target = urlsplit(urljoin(address, href))
            if target.netloc != urlsplit(settings.SITE_URL).netloc:
                continue
            ids = ids_at(target._replace(fragment="").geturl())
            assert not target.fragment or target.fragment in ids, (address, href)
            checked += 1
    assert checked > 20 * len(site)


def test_links_stay_in_the_language_of_the_page(site: dict) -> None:
    for address, page in site.items():
        links = "//main//a[starts-with(@href, '/')][not(@hreflang)][not(@type='text/plain')]"
        for link in page.xpath(links):
            assert language_of(link.get("href")) == page.get("lang"), (address, link.get("href"))


def test_nothing_is_loaded_from_elsewhere(site: dict) -> None:
    for address, page in site.items():
        sources = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        assert all(source.startswith("/static/") for source in sources), address
        assert not page.xpath("//style | //iframe | //*[@style]"), address
        inline = page.xpath("//script[not(@src)]")
        assert all(script.get("type") == "application/ld+json" for script in inline), address


def test_every_page_tells_who_to_ask_and_when_it_changed(site: dict) -> None:
    pages = {a: p for a, p in site.items() if p.xpath("//main//article")}
    contact_pages = [in_language(code, "pages:detail", slug="kontakt") for code in LANGUAGES]
    assert len(pages) == PAGES * len(LANGUAGES)
    for address, page in pages.items():
        has_contact = bool(page.xpath("//*[@id='kontakt']"))
        assert has_contact != (urlsplit(address).path in contact_pages), address
        assert page.xpath("//main//time[@datetime]"), address
        links = " ".join(page.xpath("//main//a/@href"))
        assert all(to in links for to in ("facebook.com", "linkedin.com", "mailto:?")), address
        assert page.xpath("//nav[contains(@class, 'crumbs')]//a"), address


def test_machine_translations_say_so(site: dict) -> None:
    for address, page in site.items():
        if page.xpath("//main//article"):
            notices = page.xpath("//*[contains(@class, 'notice')]")
            assert bool(notices) == (page.get("lang") != "sv"), address


def test_no_text_is_left_in_the_source_language(site: dict) -> None:
    """The words of the Swedish menu stand on no page in another language."""
    words = {"Områden", "Insatser", "Kunskapsunderlag", "Hoppa till innehållet", "Tillgänglighet"}
    for address, page in site.items():
        if not page.get("lang").startswith("sv"):
            texts = {re.sub(r"\s+", " ", text).strip() for text in page.xpath("//body//text()")}
            assert not texts & words, address
