"""What may be uploaded: kind, first bytes, size and pixels are looked at before it is kept."""

import warnings
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageOps

MAX_IMAGE_BYTES = 10 * 2**20
MAX_PIXELS = 40_000_000
MAX_DOCUMENT_BYTES = 25 * 2**20

# Many phones write JPEG files that hold several pictures, which Pillow calls MPO.
JPEG = ("JPEG", "MPO")
IMAGE_FORMATS = {".jpg": JPEG, ".jpeg": JPEG, ".png": ("PNG",), ".webp": ("WEBP",)}
# The first bytes that each kind of document starts with.
DOCUMENT_SIGNATURES = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".odt": b"PK\x03\x04",
}


def _ending(file: Any, allowed: dict[str, Any]) -> str:
    ending = PurePath(file.name).suffix.lower()
    if ending not in allowed:
        kinds = ", ".join(sorted(allowed))
        raise ValidationError(f"Filtypen {ending or 'saknas'} tas inte emot. Välj: {kinds}.")
    return ending


def _size(file: Any, most: int) -> None:
    if file.size > most:
        raise ValidationError(f"Filen är för stor. Den får vara högst {most // 2**20} MB.")


def check_image(file: Any) -> None:
    """Refuses what is not a picture of the kind its name says, or is too large to decode."""
    _size(file, MAX_IMAGE_BYTES)
    expected = IMAGE_FORMATS[_ending(file, IMAGE_FORMATS)]
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Picture.DecompressionBombWarning)
            with Picture.open(file, formats=expected) as picture:
                pixels = picture.width * picture.height
    except (OSError, Picture.DecompressionBombError) as error:
        raise ValidationError(f"Filen {file.name} går inte att läsa som en sådan bild.") from error
    finally:
        file.seek(0)
    if pixels > MAX_PIXELS:
        raise ValidationError(
            f"Bilden har för många punkter: högst {MAX_PIXELS // 10**6} miljoner."
        )


def without_metadata(file: Any) -> ContentFile:
    """The same picture written anew: upright, and without place, camera or anything hidden."""
    file.seek(0)
    with Picture.open(file) as picture:
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
        upright = ImageOps.exif_transpose(picture)
        buffer = BytesIO()
        upright.save(buffer, kind, quality=88, optimize=True)
    return ContentFile(buffer.getvalue(), file.name)


def check_document(file: Any) -> None:
    """Refuses a document whose first bytes are not what its name says."""
    _size(file, MAX_DOCUMENT_BYTES)
    signature = DOCUMENT_SIGNATURES[_ending(file, DOCUMENT_SIGNATURES)]
    file.seek(0)
    start = file.read(len(signature))
    file.seek(0)
    if start != signature:
        raise ValidationError(f"Filen heter {file.name} men innehåller något annat.")
