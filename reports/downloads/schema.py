"""The schema of the JSON files, at an address that stays as long as there are such files."""

import hashlib
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import etag, require_safe

_CONTENT = (Path(__file__).parent.parent / "files/schema.json").read_bytes()
_ETAG = f'"{hashlib.sha256(_CONTENT).hexdigest()}"'


@require_safe
@etag(lambda request: _ETAG)
def schema(request: HttpRequest) -> HttpResponse:
    """The same for readers of every language."""
    return HttpResponse(_CONTENT, content_type="application/schema+json")
