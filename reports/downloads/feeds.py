"""The releases as feeds, of one report or of all, as Atom and as JSON Feed.

A release that can't be read in the language of the feed is told whole in Swedish, marked as such:
whoever follows the figures needs to hear that there are new ones, and that old ones are withdrawn.
"""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure, SyndicationFeed, rfc3339_date
from django.utils.html import format_html
from django.utils.translation import gettext, override

from languages.routing import address, told_in
from languages.translated import SOURCE
from publishing.plain import plain
from reports.downloads.along import Along
from reports.models import Release, Report

MOST = 20


class MarkedAtom(Atom1Feed):
    """Atom in which each entry says which language it is in."""

    def item_attributes(self, item: Any) -> dict[str, str]:
        return {"xml:lang": item["language"]}


class JSONFeed(SyndicationFeed):
    """JSON Feed 1.1."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        told = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "description": self.feed["description"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "items": [self._entry(item) for item in self.items],
        }
        outfile.write(json.dumps(told, ensure_ascii=False).encode(encoding))

    @staticmethod
    def _entry(item: Any) -> dict[str, Any]:
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_html": item["description"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "language": item["language"],
            "attachments": [
                {"url": it.url, "mime_type": it.mime_type, "size_in_bytes": int(it.length)}
                for it in item["enclosures"]
            ],
        }


class ReleaseFeed(Feed):
    """What was given out or withdrawn last."""

    feed_type: type[SyndicationFeed] = MarkedAtom
    route = "reports:release-feed"

    def get_object(self, request: HttpRequest, slug: str = "") -> Report | None:
        return get_object_or_404(Report.objects.published(), slug=slug) if slug else None

    def title(self, report: Report | None) -> str:
        if not report:
            return gettext("Utgåvor av kunskapsunderlagen")
        with told_in(report.reading_language):
            return gettext("Utgåvor: %(name)s") % {"name": plain(report.title or "")}

    def description(self, report: Report | None) -> str:
        return gettext("Varje utgåva av siffrorna, och vad som ändrades i den.")

    def link(self, report: Report | None) -> str:
        page = (
            address("reports:releases", slug=report.slug)
            if report
            else address("reports:downloads")
        )
        return settings.SITE_URL + page

    def feed_url(self, report: Report | None) -> str:
        of = {"slug": report.slug} if report else {}
        return settings.SITE_URL + address(self.route, **of)

    def items(self, report: Report | None) -> QuerySet[Release]:
        told = Release.objects.known().light().prefetch_related("files")
        of = told.filter(report=report) if report else told
        latest = of.order_by(Coalesce("withdrawn_at", "released_at").desc(), "-pk")
        return latest.select_related("report")[:MOST]

    def item_title(self, release: Release) -> str:
        with told_in(_language_of(release)):
            words = {"title": plain(release.report.title or ""), "number": release.number}
            title = gettext("%(title)s, utgåva %(number)s") % words
            if release.is_example:
                title = f"{title} ({gettext('Exempeldata, påhittade värden')})"
            return _withdrawn(title) if release.withdrawn_at else title

    def item_description(self, release: Release) -> str:
        with told_in(_language_of(release)):
            text = release.withdrawn_reason if release.withdrawn_at else release.note
            changed = "" if release.withdrawn_at else Along(release).changed
            return "".join(
                format_html("<p>{}</p>", plain(it or "")) for it in (text, changed) if it
            )

    def item_link(self, release: Release) -> str:
        return settings.SITE_URL + release.get_absolute_url()

    def item_guid(self, release: Release) -> str:
        """The same in every language, so that nobody is told of a release twice."""
        with override(SOURCE):
            found = {"slug": release.report.slug, "number": release.number}
            return settings.SITE_URL + reverse("reports:release", kwargs=found)

    def item_pubdate(self, release: Release) -> datetime:
        return release.released_at

    def item_updateddate(self, release: Release) -> datetime:
        return release.withdrawn_at or release.released_at

    def item_enclosures(self, release: Release) -> list[Enclosure]:
        taken = None if release.withdrawn_at else Along(release, _language_of(release)).own
        return [
            Enclosure(
                settings.SITE_URL + file.get_absolute_url(),
                str(file.size),
                file.media_type.partition(";")[0],
            )
            for file in (taken.files if taken else [])
        ]

    def item_extra_kwargs(self, release: Release) -> dict[str, str]:
        return {"language": _language_of(release)}


class ReleaseJSONFeed(ReleaseFeed):
    feed_type = JSONFeed
    route = "reports:release-json-feed"


def _withdrawn(title: str) -> str:
    return gettext("Tillbakadragen: %(title)s") % {"title": title}


def _language_of(release: Release) -> str:
    """The language of the reader if both the release and its report can be read in it."""
    return release.reading_language if _is_read_alike(release) else SOURCE


def _is_read_alike(release: Release) -> bool:
    return release.reading_language == release.report.reading_language
