"""Keeps the stored files of releases whole: one that is lost or damaged is made again.

What is made has to be what was given out, byte for byte: it is stored only if it has the SHA-256
that readers were told. It lies beside the old one until the row leads to it, so that nobody is
ever handed half of each.
"""

import hashlib
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath
from typing import NamedTuple

from django.db import IntegrityError, transaction

from reports.files.making import KINDS, WritingError, Written, languages_of, stored, write
from reports.models import Release, ReleaseFile


class State(Enum):
    """What became of a file."""

    WHOLE = "whole"
    MADE = "made"
    LEFT = "left"


class Kept(NamedTuple):
    """A file that has been looked after. If it had to be left as it is, why."""

    name: str
    state: State
    why: str = ""


def fingerprint(file: ReleaseFile) -> str:
    """The SHA-256 of what is stored, read piece by piece; empty if it is lost.

    Raises OSError if the store fails: then nothing is known of the file.
    """
    digest = hashlib.sha256()
    try:
        with file.file.storage.open(file.file.name) as lying:
            for piece in lying.chunks():
                digest.update(piece)
    except FileNotFoundError:
        return ""
    return digest.hexdigest()


def is_whole(file: ReleaseFile) -> bool:
    """Whether what is stored is what was given out."""
    return fingerprint(file) == file.sha256


class Keeping:
    """Looks after the files of a release: `for kept in keeping.files(): …`.

    `thorough` reads every file; else those that lie where they should are trusted.

    Raises OSError if the store fails: without it nothing can be mended.
    """

    def __init__(self, release: Release, *, thorough: bool) -> None:
        self.release = release
        self.thorough = thorough
        self._folders: dict[PurePosixPath, set[str]] = {}

    def files(self) -> Iterator[Kept]:
        """Each file that the release should have."""
        for language in languages_of(self.release):
            files = {it.name: it for it in self.release.files.filter(language=language)}
            if len(files) == len(KINDS) and all(map(self._is_well, files.values())):
                yield from (Kept(name, State.WHOLE) for name in files)
            else:
                yield from self._mended(language, files)

    def _is_well(self, file: ReleaseFile) -> bool:
        return is_whole(file) if self.thorough else self._is_there(file)

    def _is_there(self, file: ReleaseFile) -> bool:
        """Asks the store once for each folder: in S3 each question is a journey."""
        path = PurePosixPath(file.file.name)
        if path.parent not in self._folders:
            try:
                found = file.file.storage.listdir(str(path.parent))[1]
            except FileNotFoundError:
                found = []
            self._folders[path.parent] = set(found)
        return path.name in self._folders[path.parent]

    def _mended(self, language: str, files: dict[str, ReleaseFile]) -> Iterator[Kept]:
        """Writes only what is not whole, so that a ZIP holds the others as they are."""
        whole = {name: _content(file) for name, file in files.items() if is_whole(file)}
        as_given_out = True
        try:
            for written in write(self.release, language, whole):
                kept = self._put(written, files.get(written.name), whole, as_given_out)
                as_given_out &= kept.state is not State.LEFT
                yield kept
        except WritingError as error:
            if isinstance(error.__cause__, OSError):
                raise error.__cause__ from error
            yield Kept(f"{self.release.name} ({language})", State.LEFT, str(error))

    def _put(
        self,
        written: Written,
        file: ReleaseFile | None,
        whole: dict[str, bytes],
        as_given_out: bool,
    ) -> Kept:
        name = written.name
        if name in whole:
            return Kept(name, State.WHOLE)
        if file and hashlib.sha256(written.content).hexdigest() != file.sha256:
            return Kept(name, State.LEFT, "what is made now differs from what was given out")
        if not file and not as_given_out:
            return Kept(name, State.LEFT, "it would not agree with a file that can't be made again")
        _replace(file, stored(self.release, written)) if file else _add(self.release, written)
        return Kept(name, State.MADE)


def _content(file: ReleaseFile) -> bytes:
    with file.file.storage.open(file.file.name) as lying:
        return lying.read()


def _add(release: Release, written: Written) -> None:
    file = stored(release, written)
    try:
        with transaction.atomic():
            file.save()
    except IntegrityError:  # Another process made it meanwhile.
        file.file.delete(save=False)


def _replace(file: ReleaseFile, fresh: ReleaseFile) -> None:
    """Leads the row to the fresh file, unless another process has led it elsewhere meanwhile."""
    old, new = file.file.name, fresh.file.name
    is_ours = ReleaseFile.objects.filter(pk=file.pk, file=old).update(file=new)
    if old != new:
        file.file.storage.delete(old if is_ours else new)
