"""What may be uploaded, and how it is handed over."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image as Picture

from uploads.checks import check_document, check_image
from uploads.models import Document, Image

PDF = b"%PDF-1.7\n%%EOF"


def picture(
    size: tuple[int, int] = (8, 8), kind: str = "PNG", name: str = "bild.png"
) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Picture.new("RGB", size).save(buffer, kind)
    return SimpleUploadedFile(name, buffer.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("bild.svg", b"<svg onload='x()'/>"),
        SimpleUploadedFile("bild.png", b"<html>"),
        SimpleUploadedFile("bild", b""),
        picture(kind="JPEG"),
        picture(size=(8000, 6000)),
    ],
    ids=["svg", "html", "empty", "another kind", "too many pixels"],
)
def test_a_bad_picture_is_refused(file: SimpleUploadedFile) -> None:
    with pytest.raises(ValidationError):
        check_image(file)


@pytest.mark.parametrize("name", ["sida.html", "program.exe", "text.pdf", "tabell.xlsx"])
def test_a_document_that_is_not_what_it_says_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        check_document(SimpleUploadedFile(name, b"<script>"))


def test_good_files_are_taken() -> None:
    check_image(picture())
    check_document(SimpleUploadedFile("text.pdf", PDF))


@pytest.mark.django_db
def test_a_picture_needs_words_unless_it_is_decoration(staff: Client) -> None:
    response = staff.post("/admin/uploads/image/add/", {"file": picture(), "alt_sv": ""})
    assert "Beskriv bilden" in response.content.decode()
    response = staff.post("/admin/uploads/image/add/", {"file": picture(), "decorative": "on"})
    assert response.status_code == 302
    assert Image.objects.get().width == 8


@pytest.mark.django_db
def test_a_photo_from_a_phone_is_taken_and_loses_where_it_was_taken(staff: Client) -> None:
    exif = Picture.Exif()
    exif[0x010E] = "Hemma hos mig"
    exif[0x0112] = 6  # turned a quarter
    buffer = io.BytesIO()
    frames = [Picture.new("RGB", (8, 4)) for _ in range(2)]
    frames[0].save(buffer, "MPO", save_all=True, append_images=frames[1:], exif=exif)
    photo = SimpleUploadedFile("foto.jpg", buffer.getvalue())
    response = staff.post("/admin/uploads/image/add/", {"file": photo, "decorative": "on"})
    assert response.status_code == 302
    kept = Image.objects.get()
    assert b"Hemma hos mig" not in kept.file.read()
    assert (kept.width, kept.height) == (4, 8)


@pytest.mark.django_db
def test_a_document_is_never_opened_in_the_site(client: Client) -> None:
    document = Document.objects.create(title="Avtal", file=SimpleUploadedFile("avtal.pdf", PDF))
    name = document.file.name
    assert client.get(f"/uppladdat/image/..%2f{name}").status_code == 404
    assert "immutable" not in client.get(document.file.url).headers["Cache-Control"]


@pytest.mark.django_db
def test_a_document_is_saved_under_a_random_name_and_handed_over_as_a_download(
    client: Client,
) -> None:
    document = Document.objects.create(title="Avtal", file=SimpleUploadedFile("avtal.PDF", PDF))
    assert "avtal" not in document.file.name
    response = client.get(document.file.url)
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == PDF
