"""The same release gives the same bytes, whatever process writes it, whenever and wherever."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from reports.files.making import KINDS, languages_of
from reports.models import Release
from tests.reports.files.hard import hard_release

# What another process does: it knows the release, and has no database.
WRITE = """
import hashlib, json, sys
import django
from django.utils.dateparse import parse_datetime
django.setup()
from reports.files.making import languages_of, write
from reports.models import Release, Report
told = json.load(sys.stdin)
told["released_at"] = parse_datetime(told["released_at"])
release = Release(report=Report(slug=told.pop("slug")), **told)
print(json.dumps({
    written.name: hashlib.sha256(written.content).hexdigest()
    for language in languages_of(release)
    for written in write(release, language)
}))
"""


def start(release: Release, **environment: str) -> "subprocess.Popen[str]":
    told = {name: getattr(release, name) for name in ("number", "content", "sha256", "licence")}
    told |= {"slug": release.report.slug, "released_at": release.released_at.isoformat()}
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", WRITE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", **environment},
    )
    assert process.stdin
    process.stdin.write(json.dumps(told))
    process.stdin.close()
    return process


@pytest.mark.django_db
@pytest.mark.usefixtures("real_files")
def test_processes_that_differ_in_all_that_may_differ_write_the_same_bytes() -> None:
    release = hard_release()
    one = start(release, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="C")
    other = start(release, PYTHONHASHSEED="2", TZ="America/Anchorage", LANG="sv_SE.UTF-8")
    given_out = dict(release.files.values_list("name", "sha256"))
    assert len(given_out) == len(KINDS) * len(languages_of(release)) >= 21
    for process in (one, other):
        assert process.stdout
        assert json.loads(process.stdout.read()) == given_out
        process.stdout.close()
        assert process.wait() == 0
