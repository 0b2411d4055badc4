"""The Atom feed: one per language, with what can be read in it."""

from datetime import timedelta

import pytest
from django.test import Client
from lxml import etree

from tests.conftest import make_news, yesterday

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return [e.text for e in etree.fromstring(response.content).findall("a:entry/a:title", ATOM)]


def test_an_item_is_in_the_feeds_of_the_languages_it_can_be_read_in(client: Client) -> None:
    make_news(title="Ny nyhet", title_en="Fresh news")
    assert "Ny nyhet" in entries(client, "/nyheter/flode/")
    assert "Fresh news" in entries(client, "/en/news/feed/")
    assert len(entries(client, "/fi/uutiset/syote/")) == 1


def test_a_language_with_few_translations_is_not_crowded_out(client: Client) -> None:
    make_news(title="Äldre", title_en="Older", dated_at=yesterday() - timedelta(days=9))
    for _ in range(25):
        make_news()
    assert "Older" in entries(client, "/en/news/feed/")


def test_what_staff_paste_neither_breaks_the_feed_nor_runs_in_it(client: Client) -> None:
    make_news(title="Klistrat\x0b", lead="<script>x</script>")
    assert "Klistrat" in entries(client, "/nyheter/flode/")
    text = client.get("/nyheter/flode/").content.decode()
    assert "&amp;lt;script" in text
    assert "&lt;script" not in text.replace("&amp;lt;script", "")


def test_the_feed_ends_after_the_latest_twenty(client: Client) -> None:
    for _ in range(25):
        make_news()
    assert len(entries(client, "/nyheter/flode/")) == 20
