"""What machines are told of a release on its page: its data set, its files, and its feeds."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from languages.routing import address
from languages.translated import SOURCE
from reports.downloads.along import Along
from reports.downloads.names import link
from reports.files.dataset_description import describe
from reports.files.edition import Edition

Description = dict[str, Any]


def described(along: Along) -> Description:
    """The data set as search engines want it, with the files that there are."""
    edition = Edition(along.release, _language_of(along))
    with edition.told():
        description = describe(edition)
    files = along.by_language.get(edition.language)
    return description | {
        "distribution": [_download(file) for file in files.files] if files else []
    }


def _language_of(along: Along) -> str:
    """The language that is spoken now, if the release has files in it; else Swedish."""
    language = get_language() or SOURCE
    return language if language in along.by_language else SOURCE


def _download(file: Any) -> Description:
    return {
        "@type": "DataDownload",
        "name": file.name,
        "contentUrl": f"{settings.SITE_URL}{file.get_absolute_url()}",
        "encodingFormat": file.media_type.partition(";")[0],
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
        "inLanguage": file.language,
    }


def page_links(along: Along) -> Iterator[str]:
    """Link headers of the page of a release: its files, its terms, and what is new."""
    for file in along.own.files if along.own else []:
        yield link(file.get_absolute_url(), "alternate", file.media_type)
    feed = address("reports:release-feed", slug=along.release.report.slug)
    yield link(feed, "alternate", "application/atom+xml")
    if terms := along.licence.address:
        yield link(terms, "license")
