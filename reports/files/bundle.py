"""All files of an edition in one ZIP, with what one needs to read, reuse and check them.

The same files always give the same ZIP: their order, times and rights are fixed.
"""

import hashlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reports.files import leaflets
from reports.files.edition import Edition
from reports.models import Kind

SUMS = "SHA256SUMS"
_UNIX, _READABLE = 3, 0o644 << 16


def write(edition: Edition, files: Mapping[str, bytes]) -> bytes:
    """The files by their names, packed in a folder that is called as the ZIP."""
    out, folder = BytesIO(), edition.file_name(Kind.ZIP).removesuffix(".zip")
    moment = edition.released_at.timetuple()[:6]
    with ZipFile(out, "w") as packed:
        for name, content in _contents(edition, files):
            entry = ZipInfo(f"{folder}/{name}", moment)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _READABLE
            entry.create_system = _UNIX
            packed.writestr(entry, content, compresslevel=9)
    return out.getvalue()


def _contents(edition: Edition, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    texts = {
        "README.txt": leaflets.readme(edition, files),
        "LICENCE.txt": leaflets.licence(edition),
    }
    # Windows' own way to end a line, which every program reads.
    leaves = {name: text.replace("\n", "\r\n").encode() for name, text in texts.items()}
    contents = leaves | dict(files)
    yield from contents.items()
    yield SUMS, _sums(contents).encode()


def _sums(contents: Mapping[str, bytes]) -> str:
    """The fingerprints as `sha256sum --check` reads them, which wants bare line feeds."""
    lines = (f"{hashlib.sha256(it).hexdigest()}  {name}\n" for name, it in contents.items())
    return "".join(lines)
