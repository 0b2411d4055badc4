"""Hands over uploaded files: pictures to be shown, documents to be saved."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe


@require_safe
def uploaded(request: HttpRequest, name: str) -> FileResponse:
    """A file under its random name. The name never gets other content, so it keeps for ever."""
    try:
        file = default_storage.open(name)
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=name.startswith("document/"))
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
