"""A file that is lost or damaged is made again as it was, or is told to be beyond that."""

import hashlib
import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.test import Client

from reports.files.edition import Edition
from reports.files.making import KINDS, WRITERS
from reports.models import Kind, Release, ReleaseFile
from reports.models.frozen import AS_WRITTEN
from reports.models.releases import canonical
from tests.reports.stored import Place

pytestmark = pytest.mark.django_db


def give_out() -> Release:
    place = Place()
    place.counted((30, 100), (400, 1000))
    return place.give_out()


@pytest.fixture
def release() -> Release:
    return give_out()


def path(file: ReleaseFile) -> Path:
    """Where a file lies now."""
    return Path(ReleaseFile.objects.get(pk=file.pk).file.path)


def of_kind(release: Release, kind: Kind) -> ReleaseFile:
    return release.files.get(kind=kind, language="sv")


def flip(file: ReleaseFile) -> None:
    content = bytearray(path(file).read_bytes())
    content[len(content) // 2] ^= 1
    path(file).write_bytes(content)


def look_after(*options: str) -> str:
    out = io.StringIO()
    call_command("release_files", *options, stdout=out, stderr=out)
    return out.getvalue()


def fails(*options: str) -> tuple[str, str]:
    """What the command says while it works, and in the end."""
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("release_files", *options, stdout=out, stderr=out)
    assert error.value.returncode == 1
    return out.getvalue(), str(error.value)


def told_sums(release: Release) -> dict[str, str]:
    return dict(release.files.values_list("name", "sha256"))


def lying_sums(release: Release) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(path(file).read_bytes()).hexdigest()
        for file in release.files.all()
    }


def test_whole_files_are_left_alone(release: Release) -> None:
    before = {file.name: path(file).stat().st_mtime_ns for file in release.files.all()}
    assert f"Release {release.name}: {len(KINDS)} whole.\n" in look_after()
    assert before == {file.name: path(file).stat().st_mtime_ns for file in release.files.all()}


@pytest.mark.usefixtures("real_files")
def test_a_lost_file_of_any_kind_is_made_again_as_it_was() -> None:
    release = give_out()
    for kind in KINDS:
        path(of_kind(release, kind)).unlink()
        told = look_after("--missing")
        assert f"Release {release.name}: {len(KINDS) - 1} whole, 1 made.\n" in told
        assert lying_sums(release) == told_sums(release)


def test_a_flipped_bit_is_found_and_the_damaged_file_is_gone(release: Release) -> None:
    damaged = of_kind(release, Kind.CSV)
    flip(damaged)
    before = path(damaged)
    assert "1 made" in look_after()
    assert lying_sums(release) == told_sums(release)
    assert not before.exists()


def test_all_files_of_a_folder_can_be_lost_at_once(release: Release) -> None:
    for file in release.files.all():
        path(file).unlink()
    assert f"{len(KINDS)} made" in look_after("--missing")
    assert lying_sums(release) == told_sums(release)


def test_a_release_from_before_there_were_files_gets_them(release: Release) -> None:
    before = told_sums(release)
    release.files.all().delete()
    assert f"{len(KINDS)} made" in look_after("--missing")
    assert lying_sums(release) == told_sums(release) == before
    assert look_after("--missing") == ""


def test_preparing_a_site_makes_missing_files_and_goes_on_without_those_it_can_not_make(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    release.files.all().delete()
    path(of_kind(give_out(), Kind.CSV)).unlink()
    change_the_program(monkeypatch)
    for command in ("migrate", "collectstatic"):
        work = f"{get_commands()[command]}.management.commands.{command}.Command.handle"
        monkeypatch.setattr(work, lambda *args, **options: None)
    out = io.StringIO()
    call_command("prepare", stdout=out, stderr=out)
    assert f"Release {release.name}: {len(KINDS)} made.\n" in out.getvalue()
    assert "1 could not be made again" in out.getvalue()
    assert "Static files" in out.getvalue()


@pytest.mark.usefixtures("real_files")
def test_figures_frozen_before_there_were_files_become_files() -> None:
    """Then no words were frozen but the names of indicators and places."""
    release = give_out()
    data = release.data
    described = (*AS_WRITTEN, "title", "unit")
    known = {name: data[name] for name in ("report", "area", "territories", "observations")}
    known["indicators"] = {
        code: {name: told[name] for name in described} for code, told in data["indicators"].items()
    }
    content = canonical(known | {"version": 1, "trends": []})
    frozen = {"content": content, "sha256": Release.fingerprint(content)}
    Release.objects.filter(pk=release.pk).update(**frozen)
    release.files.all().delete()
    assert f"Release {release.name}: {len(KINDS)} made.\n" in look_after("--missing")


def test_a_new_format_is_made_for_an_old_release_too(release: Release) -> None:
    of_kind(release, Kind.JSON).delete()
    assert "1 made" in look_after("--missing")
    assert lying_sums(release) == told_sums(release)


def change_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the writer of the CSV had changed since the release."""

    def write(edition: Edition) -> bytes:
        return b"another"

    monkeypatch.setitem(WRITERS, Kind.CSV, write)


def test_what_can_not_be_made_as_it_was_is_told_and_left(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = of_kind(release, Kind.CSV)
    flip(damaged)
    before = path(damaged).read_bytes()
    change_the_program(monkeypatch)
    told, last = fails()
    assert f"{damaged.name} is left as it is: what is made now differs" in told
    assert f"Release {release.name}: {len(KINDS) - 1} whole, 1 left.\n" in told
    assert "1 could not be made again" in last
    assert path(damaged).read_bytes() == before


def test_no_zip_is_made_around_a_file_that_differs_from_what_was_given_out(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(of_kind(release, Kind.CSV))
    of_kind(release, Kind.ZIP).delete()
    change_the_program(monkeypatch)
    assert f"{len(KINDS) - 2} whole, 2 left" in fails()[0]
    assert not release.files.filter(kind=Kind.ZIP).exists()


def test_a_zip_holds_the_files_that_were_given_out_though_the_program_has_changed(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    path(of_kind(release, Kind.ZIP)).unlink()
    change_the_program(monkeypatch)
    assert "1 made" in look_after()
    assert lying_sums(release) == told_sums(release)


def test_a_file_that_fails_to_be_made_is_told(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    path(of_kind(release, Kind.PDF)).unlink()

    def write(edition: Edition) -> bytes:
        raise ValueError("no font")

    monkeypatch.setitem(WRITERS, Kind.PDF, write)
    assert "no font" in fails("--missing")[0]


def test_a_store_that_fails_is_told_in_one_line(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listdir(*args: object) -> None:
        raise OSError("S3: no answer")

    monkeypatch.setattr(ReleaseFile._meta.get_field("file").storage.__class__, "listdir", listdir)
    assert fails("--missing")[1] == "Release files: the store fails. S3: no answer"


def test_a_bar_shows_on_a_terminal_only(release: Release) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    call_command("release_files", stdout=out)
    bars = re.findall("[█░]+", out.getvalue())
    assert len(bars) >= len(KINDS)
    assert (bars[0].count("░"), bars[len(KINDS) - 1].count("░")) == (34, 0)
    assert "█" not in look_after()


def test_the_files_of_a_withdrawn_release_are_kept_but_not_handed_over(
    release: Release, client: Client
) -> None:
    file = of_kind(release, Kind.CSV)
    assert client.get(file.get_absolute_url()).getvalue() == path(file).read_bytes()
    release.withdrawn_at, release.withdrawn_reason = release.released_at, "Fel siffror."
    release.save()
    for each in release.files.all():
        assert client.get(each.get_absolute_url()).status_code == 410
    flip(file)
    assert "1 made" in look_after()
    assert lying_sums(release) == told_sums(release)
