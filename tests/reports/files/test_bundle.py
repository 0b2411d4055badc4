"""All files in one ZIP, opened and checked by the programs that partners have."""

import hashlib
from io import BytesIO
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import pytest

from reports.files import bundle
from reports.files.edition import Edition
from reports.files.making import WRITERS, write
from reports.models import Kind, Release
from tests.outside import program

pytestmark = pytest.mark.django_db

FILES = {"a-1.sv.csv": b"a,b\r\n", "a-1.sv.json": b"{}\n" * 1_000}


def packed(edition: Edition) -> bytes:
    with edition.told():
        return bundle.write(edition, FILES)


def ends(at: Path, name: str, *options: str) -> int:
    """How a program that runs in a folder ends: 0 if all is well."""
    return run([program(name), *options], cwd=at, capture_output=True, check=False).returncode


def unpacked(edition: Edition, content: bytes, at: Path) -> Path:
    """The folder that unzip makes of it."""
    path = at / "all.zip"
    path.write_bytes(content)
    assert ends(at, "unzip", "-q", path.name) == 0
    return at / edition.file_name(Kind.ZIP).removesuffix(".zip")


def text(edition: Edition, name: str) -> str:
    with ZipFile(BytesIO(packed(edition))) as found:
        return found.read(f"{edition.file_name(Kind.ZIP).removesuffix('.zip')}/{name}").decode()


def checked(folder: Path) -> int:
    """How the check of the sums ends."""
    return ends(folder, "sha256sum", "--check", "--strict", "--quiet", bundle.SUMS)


def test_unzip_finds_no_fault(swedish: Edition, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(packed(swedish))
    assert ends(tmp_path, "unzip", "-tqq", "all.zip") == 0


def test_the_sums_hold_and_one_changed_byte_is_found(swedish: Edition, tmp_path: Path) -> None:
    folder = unpacked(swedish, packed(swedish), tmp_path)
    assert checked(folder) == 0
    sums = (folder / bundle.SUMS).read_text().splitlines()
    assert {line.split("  ")[1] for line in sums} == {*FILES, "README.txt", "LICENCE.txt"}
    (folder / "a-1.sv.csv").write_bytes(b"a;b\r\n")
    assert checked(folder) != 0


def test_a_release_s_own_zip_holds_all_its_other_files(hard: Release) -> None:
    made = {each.name: each.content for each in write(hard, "ar")}
    name = Edition(hard, "ar").file_name(Kind.ZIP)
    assert list(made)[-1] == name
    assert len(made) == len(WRITERS) + 1
    with ZipFile(BytesIO(made.pop(name))) as found:
        folder = name.removesuffix(".zip")
        assert {each: found.read(f"{folder}/{each}") for each in made} == made
        assert len(found.namelist()) == len(made) + 3


def test_it_is_the_same_bytes_whenever_it_is_made(swedish: Edition) -> None:
    first, again = packed(swedish), packed(Edition(swedish.release, "sv"))
    assert hashlib.sha256(first).digest() == hashlib.sha256(again).digest()
    moment = swedish.released_at.timetuple()[:6]
    with ZipFile(BytesIO(first)) as found:
        seconds = {each.date_time[:5] for each in found.infolist()}
    assert seconds == {moment[:5]}


def test_names_are_good_in_windows_and_lines_end_as_it_wants(hard: Release) -> None:
    with ZipFile(BytesIO(packed(Edition(hard, "ar")))) as found:
        for each in found.infolist():
            assert each.filename.isascii()
            assert not {*each.filename} & {*'\\:*?"<>|'}
    readme = text(Edition(hard, "ar"), "README.txt")
    assert readme.count("\n") == readme.count("\r\n") > 20


def test_the_readme_tells_what_is_there_how_to_read_it_and_how_to_cite_it(
    swedish: Edition,
) -> None:
    with swedish.told():
        made = bundle.leaflets.readme(swedish, [swedish.file_name(kind) for kind in WRITERS])
        assert swedish.citation in made
    for kind in WRITERS:
        assert f"{swedish.file_name(kind)}: " in made
    assert 'Det "nya"; =först' in made
    assert "i kolumnen status står suppressed (Visas inte: för få)" in made
    assert "sha256sum --check SHA256SUMS" in made
    assert swedish.address in made
    assert "Exempeldata" not in made


def test_terms_that_are_not_decided_are_said_to_be_so(swedish: Edition) -> None:
    assert "är inte bestämda än" in text(swedish, "LICENCE.txt")
    swedish.data = swedish.data | {"licence": "cc-by"}
    assert "https://creativecommons.org/licenses/by/4.0/" in text(swedish, "LICENCE.txt")


def test_invented_figures_are_said_to_be_so_in_both_texts(swedish: Edition) -> None:
    measures = swedish.data["indicators"]
    invented = {code: each | {"is_example": True} for code, each in measures.items()}
    swedish.data = swedish.data | {"indicators": invented}
    for name in ("README.txt", "LICENCE.txt"):
        assert "Exempeldata, påhittade värden" in text(swedish, name)
