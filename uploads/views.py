"""Hands over uploaded files: pictures to be shown, documents to be saved."""

import posixpath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe


@require_safe
def uploaded(request: HttpRequest, name: str) -> FileResponse:
    """A file under its random name. An image keeps for ever, a document may be withdrawn."""
    if posixpath.normpath(name) != name:
        raise Http404("Not the address of a file")
    is_image = name.startswith("image/")
    try:
        file = default_storage.open(name)
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=not is_image)
    kept = "public, max-age=31536000, immutable" if is_image else "public, max-age=300"
    response.headers["Cache-Control"] = kept
    return response
