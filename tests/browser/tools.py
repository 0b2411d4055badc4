"""The measures that come from npm, pinned by the lock file beside."""

import subprocess
from pathlib import Path
from shutil import which

FOLDER = Path(__file__).parent / "node_modules"
VNU = FOLDER / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = FOLDER / "lighthouse" / "cli" / "index.js"


def program(name: str) -> str:
    path = which(name)
    assert path, f"{name} is missing"
    return path


def run(*command: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, timeout=180
    )
