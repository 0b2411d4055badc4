"""The files of releases can lie in S3: the bucket is private, and readers are sent there signed."""

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import requests
from botocore.exceptions import ClientError
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from moto import mock_aws

from delivery.s3 import SIGNED_FOR, PrivateStore
from reports.files.keeping import Keeping, State
from reports.files.making import KINDS, WritingError
from reports.models import Kind, Release, ReleaseFile
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db
REGION = "eu-north-1"
ENDPOINT = f"https://s3.{REGION}.amazonaws.com"


def store_of(bucket: str) -> PrivateStore:
    keys = {"access_key": "prov", "secret_key": "hemlig"}
    return PrivateStore(bucket_name=bucket, endpoint_url=ENDPOINT, region_name=REGION, **keys)


@pytest.fixture(scope="module")
def bucket() -> Iterator[PrivateStore]:
    with mock_aws():
        store = store_of("prov")
        place = {"LocationConstraint": REGION}
        store.connection.create_bucket(Bucket="prov", CreateBucketConfiguration=place)
        yield store


def keep_in(monkeypatch: pytest.MonkeyPatch, store: PrivateStore) -> None:
    monkeypatch.setattr(ReleaseFile._meta.get_field("file"), "storage", store)


@pytest.fixture
def store(bucket: PrivateStore, monkeypatch: pytest.MonkeyPatch) -> PrivateStore:
    """Where the files of releases are kept meanwhile."""
    keep_in(monkeypatch, bucket)
    return bucket


def a_place() -> Place:
    place = Place()
    place.counted((30, 100), (400, 1000))
    return place


@pytest.fixture
def release(store: PrivateStore) -> Release:
    return a_place().give_out()


def csv_of(release: Release) -> ReleaseFile:
    return release.files.get(kind=Kind.CSV, language="sv")


def sent_to(client: Client, file: ReleaseFile) -> str:
    response = client.get(file.get_absolute_url())
    assert response.status_code == 302
    assert response.headers["Cache-Control"] == "no-store"
    return response.headers["Location"]


def states(release: Release) -> Counter[State]:
    """What becomes of the files when they are looked after."""
    return Counter(kept.state for kept in Keeping(release, thorough=True).files())


def test_every_file_lies_in_the_bucket_as_it_was_given_out(
    release: Release, store: PrivateStore
) -> None:
    assert len(store.listdir(f"{release.report.slug}/{release.number}")[1]) == len(KINDS)
    for file in release.files.all():
        with store.open(file.file.name) as lying:
            assert hashlib.sha256(lying.read()).hexdigest() == file.sha256


def test_a_reader_is_sent_there_and_gets_the_bytes_under_a_readable_name(
    release: Release, client: Client
) -> None:
    file = csv_of(release)
    response = requests.get(sent_to(client, file), timeout=5)
    assert hashlib.sha256(response.content).hexdigest() == file.sha256
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    named = unquote(response.headers["Content-Disposition"])
    assert named.startswith("attachment")
    assert "Provunderlag, utgåva" in named


def test_who_only_asks_about_a_file_is_sent_to_an_address_signed_for_that(
    release: Release, client: Client
) -> None:
    file = csv_of(release)
    asked = client.head(file.get_absolute_url()).headers["Location"]
    with requests.head(asked, timeout=5, stream=True) as told:
        assert told.headers["Content-Length"] == str(file.size)
    signature, other = (
        parse_qs(urlsplit(address).query)["X-Amz-Signature"]
        for address in (asked, sent_to(client, file))
    )
    assert signature != other


def test_a_broken_download_goes_on_there(release: Release, client: Client) -> None:
    address = sent_to(client, csv_of(release))
    whole = requests.get(address, timeout=5).content
    rest = requests.get(address, headers={"Range": "bytes=10-"}, timeout=5)
    assert (rest.status_code, rest.content) == (206, whole[10:])


def test_the_address_is_signed_for_a_short_time(release: Release, client: Client) -> None:
    told = parse_qs(urlsplit(sent_to(client, csv_of(release))).query)
    assert told["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert told["X-Amz-Expires"] == [str(SIGNED_FOR)]
    assert SIGNED_FOR <= 600


def test_nobody_gets_a_file_without_a_signature(release: Release, client: Client) -> None:
    bare = sent_to(client, csv_of(release)).partition("?")[0]
    assert requests.get(bare, timeout=5).status_code == 403


def test_nobody_is_sent_to_the_file_of_a_withdrawn_release(
    release: Release, client: Client
) -> None:
    release.withdrawn_at, release.withdrawn_reason = release.released_at, "Fel siffror."
    release.save()
    assert client.get(csv_of(release).get_absolute_url()).status_code == 410


def test_a_second_file_of_the_same_name_lies_beside_the_first(store: PrivateStore) -> None:
    first, second = (store.save("a/b.csv", ContentFile(text)) for text in (b"1", b"2"))
    assert first != second
    with store.open(first) as lying:
        assert lying.read() == b"1"


def test_a_lost_and_a_damaged_file_are_noticed_and_made_again(
    release: Release, store: PrivateStore
) -> None:
    lost, damaged = csv_of(release), release.files.get(kind=Kind.JSON)
    store.delete(lost.file.name)
    store.connection.Object("prov", damaged.file.name).put(Body=b"{}")
    assert states(release) == {State.WHOLE: len(KINDS) - 2, State.MADE: 2}
    assert states(release) == {State.WHOLE: len(KINDS)}


@pytest.fixture
def mute(store: PrivateStore) -> Iterator[None]:
    """The store tells that it has a file, and then does not give it."""

    def fail(**_: object) -> None:
        raise ClientError({"Error": {"Code": "SlowDown"}}, "GetObject")

    events = store.connection.meta.client.meta.events
    events.register("before-call.s3.GetObject", fail)
    yield
    events.unregister("before-call.s3.GetObject", fail)


@pytest.mark.usefixtures("mute")
def test_a_store_that_gives_no_file_fails_when_it_is_opened_as_a_disk_does(
    release: Release, store: PrivateStore
) -> None:
    with pytest.raises(OSError, match=r"S3: .*SlowDown"):
        store.open(csv_of(release).file.name)


def test_a_large_file_does_not_lie_in_memory(store: PrivateStore) -> None:
    name = store.save("stor", ContentFile(bytes(2 * store.max_memory_size)))
    with store.open(name) as lying:
        assert lying.file._rolled


@pytest.fixture
def gone(bucket: PrivateStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings name a bucket that is not there."""
    keep_in(monkeypatch, store_of("finns-inte"))


@pytest.mark.usefixtures("gone")
def test_a_failing_store_leaves_the_release_unpublished_and_is_told() -> None:
    place = a_place()
    with pytest.raises((WritingError, ValidationError), match=r"S3: .*NoSuchBucket"):
        place.give_out()
    assert not place.report.releases.exists()


@pytest.mark.usefixtures("gone")
def test_a_failing_store_is_told_to_operators_in_one_line() -> None:
    with pytest.raises(CommandError, match=r"Release files: the store fails\. S3: .*NoSuchBucket"):
        call_command("release_files", stdout=io.StringIO())
