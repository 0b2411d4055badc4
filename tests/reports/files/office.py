"""LibreOffice without a window: the files are opened by the program that readers have."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.outside import program

_ABOUT_THE_MACHINE = "javaldx"  # whether Java is installed says nothing of a file
_LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>"""


class Office:
    """A LibreOffice of its own, with the habits of a country."""

    def __init__(self, folder: Path, locale: str = "sv-SE") -> None:
        self._folder = folder / locale
        profile = self._folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_LOCALE.format(locale))
        self._command = [
            program("soffice"),
            "--headless",
            f"-env:UserInstallation={profile.as_uri()}",
        ]

    def opened(self, files: Sequence[Path], kind: str = "xlsx", read_as: str = "") -> list[Path]:
        """The files as it has understood and saved them. It must have nothing to object."""
        out = self._folder / f"{kind}{len(list(self._folder.iterdir()))}"
        asked = ["--convert-to", kind, "--outdir", str(out)]
        asked += [f"--infilter={read_as}"] if read_as else []
        run = subprocess.run(
            [*self._command, *asked, *map(str, files)],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        said = [line for line in run.stderr.splitlines() if _ABOUT_THE_MACHINE not in line]
        assert not said, said
        found = [out / f"{file.stem}.{kind}" for file in files]
        assert all(each.exists() for each in found), run.stdout
        return found


def read_as(by: str, country: int) -> str:
    """How it reads a CSV in UTF-8, with cells parted by a sign and numbers as in a country."""
    return f"Text - txt - csv (StarCalc):{ord(by)},34,76,1,,{country},false,true,false"
