"""Nothing is lost on the way to a translator and back: not a letter, in any format."""

from collections.abc import Iterator
from time import process_time
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from modeltranslation.utils import build_localized_fieldname

from languages.translated import SOURCE, State, Translated
from tests.conftest import make_page
from translations.deliver import look_through
from translations.exports import Amount, packed
from translations.files import FORMATS
from translations.registry import translated_models

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code in settings.MODELTRANSLATION_LANGUAGES if code != SOURCE]


@pytest.fixture
def editor() -> Any:
    return get_user_model().objects.create_superuser("editor", password="x")


def rows(user: Any) -> Iterator[Translated]:
    for kind in translated_models(user):
        yield from kind._default_manager.order_by("pk")


def texts(user: Any, language: str) -> dict[tuple[str, int], dict[str, str]]:
    return {(row._meta.label, row.pk): row.texts_in(language) for row in rows(user)}


def written(user: Any, language: str, file_format: str) -> str:
    units = packed(translated_models(user), language, Amount.ALL)
    return FORMATS[file_format].write(units, language).decode()


def say_that_people_made_it(user: Any, language: str) -> None:
    for row in rows(user):
        row.confirm(language, State.HUMAN)
        row.save()


def blank(user: Any, language: str) -> None:
    for row in rows(user):
        for field in row.translated_fields():
            setattr(row, build_localized_fieldname(field, language), "")
        row.save()


def take_in(content: str, user: Any) -> int:
    """Takes a file in, and returns how many rows it changed."""
    looked = look_through(content, user)
    assert not looked.faults, looked.faults[:5]
    changed = [row for row in looked.rows if row.changed_texts or row.is_confirmed]
    for row in looked.rows:
        row.take_in()
    return len(changed)


# A format knows nothing of languages: each language goes by one, and each format by one language.
WAYS = [("xliff-1.2", language) for language in LANGUAGES] + [
    (file_format, "ar") for file_format in FORMATS if file_format != "xliff-1.2"
]


@pytest.mark.parametrize(("file_format", "language"), WAYS)
def test_all_content_comes_back_letter_for_letter(
    editor: Any, file_format: str, language: str
) -> None:
    say_that_people_made_it(editor, language)
    before = texts(editor, language)
    assert sum(map(len, before.values())) > 150
    content = written(editor, language, file_format)
    assert take_in(content, editor) == 0
    blank(editor, language)
    assert texts(editor, language) != before
    assert take_in(content, editor) > 50
    assert texts(editor, language) == before
    assert all(row.is_whole_in(language) for row in rows(editor))
    assert not any(row.is_out_of_date_in(language) for row in rows(editor))
    assert take_in(content, editor) == 0


SWEDISH = (
    '<p>A &amp; B &lt; C&nbsp;D <strong>E</strong></p>\n<ul><li>F<br>G "h" \\n</li></ul>'
    '<p><a href="https://x.example/?a=1&amp;b=%20">I\u2028J</a> {name} 5\u202f%</p><p></p>'
)


@pytest.mark.parametrize("file_format", FORMATS)
def test_odd_letters_come_back_too(editor: Any, file_format: str) -> None:
    page = make_page(
        title_sv='Rubrik & "citat" <5',
        lead_sv="En rad\r\nen \\ till\tmed tabb\u2028& slut",
        body_sv=SWEDISH,
    )
    page.title_fi, page.lead_fi = 'Åäö & "citat" \u200f<5', "»Yksi rivi\nja \\\ttoinen\u2028&«"
    page.body_fi = SWEDISH.replace(">A", ">Ä").replace("J", "\u200fÖ\U0001f600")
    page.full_clean()
    page.save()
    before = page.texts_in("fi")
    content = written_of(page, file_format)
    assert take_in(content, editor) == 0
    page.title_fi = page.lead_fi = page.body_fi = ""
    page.save()
    assert take_in(content, editor) == 1
    page.refresh_from_db()
    assert page.texts_in("fi") == before


def written_of(page: Any, file_format: str) -> str:
    units = [unit for unit in packed([type(page)], "fi", Amount.ALL) if unit.unit.key.pk == page.pk]
    return FORMATS[file_format].write(units, "fi").decode()


def test_a_control_character_in_a_text_does_not_stop_the_file(editor: Any) -> None:
    page = make_page(title_sv="Rad\x0bbruten\x01", lead_sv="", body_sv="<p>x\ufffe</p>")
    for file_format in FORMATS:
        content = written_of(page, file_format)
        assert not look_through(content, editor).faults


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_thousand_units_take_seconds(editor: Any, file_format: str) -> None:
    link = '<a href="https://x.example/">{}</a>'
    paragraphs = [f"<p>Stycke {n} med {link.format('länk')}.</p>" for n in range(1200)]
    page = make_page(title_fi="T", body_sv="".join(paragraphs))
    page.body_fi = page.body_sv.replace("länk", "linkki")
    page.save()
    began = process_time()
    content = written_of(page, file_format)
    page.body_fi = ""
    page.save()
    assert take_in(content, editor) == 1
    assert process_time() - began < 5
    last = content.rindex("pages.page:")
    assert content[:last].count("\n") > 5_000
