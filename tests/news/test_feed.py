"""The Atom feed: one per language, with what can be read in it."""

import pytest
from django.test import Client
from lxml import etree

from tests.conftest import make_news

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


def test_the_feed_ends_after_the_latest_twenty(client: Client) -> None:
    for _ in range(25):
        make_news()
    assert len(entries(client, "/nyheter/flode/")) == 20
