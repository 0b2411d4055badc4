"""The ZIP that an XLSX is: how much it would unpack to is checked before anything is unpacked."""

import io
from zipfile import ZipFile, ZipInfo

from reports.importing.mistakes import UnreadableError

_MEMBER = b"PK\x01\x02"  # stands once for each member, in the list at the end of the file
_MOST_MEMBERS = 500
_LARGEST = 100 * 1024 * 1024
_LARGEST_STRINGS = 30 * 1024 * 1024
_HIGHEST_RATIO = 100
_SMALL = 1024 * 1024


def opened(content: bytes) -> ZipFile:
    """The members of a file. None of them can give more than it says, so the sizes hold."""
    if content.count(_MEMBER) > _MOST_MEMBERS:
        raise UnreadableError("Filen består av för många delar. Spara bara bladet i en ny fil.")
    archive = ZipFile(io.BytesIO(content))
    members = archive.infolist()
    if sum(member.file_size for member in members) > _LARGEST:
        raise UnreadableError("Filen blir för stor när den packas upp. Dela upp den i flera.")
    if any(_is_bomb(member) for member in members):
        raise UnreadableError("Filen är packad på ett sätt som inte är vanligt. Spara den på nytt.")
    return archive


def strings_fit(archive: ZipFile, path: str) -> None:
    """Refuses more text than there can be in a file with values: it is all kept in memory."""
    if archive.getinfo(path).file_size > _LARGEST_STRINGS:
        raise UnreadableError("Filen har för mycket text. Dela upp den i flera.")


def _is_bomb(member: ZipInfo) -> bool:
    packed = max(member.compress_size, 1)
    return member.file_size > _SMALL and member.file_size / packed > _HIGHEST_RATIO
