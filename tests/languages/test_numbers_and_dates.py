"""Numbers and dates follow the language."""

from datetime import date

import pytest
from django.utils.formats import date_format, number_format
from django.utils.translation import override

DATES = {
    "sv": "18 december 2013",
    "sv-x-latt": "18 december 2013",
    "en": "18 December 2013",
    "fi": "18. joulukuuta 2013",
    "ar": "18 ديسمبر 2013",
    "so": "18 Diseembar 2013",
}
NUMBERS = {
    "sv": "13\xa0594,5",
    "sv-x-latt": "13\xa0594,5",
    "en": "13,594.5",
    "fi": "13\xa0594,5",
    "ar": "13,594.5",
    "so": "13,594.5",
}


@pytest.mark.parametrize(("language", "text"), DATES.items())
def test_a_date_is_written_as_the_language_writes_it(language: str, text: str) -> None:
    with override(language):
        assert date_format(date(2013, 12, 18), "DATE_FORMAT") == text


@pytest.mark.parametrize(("language", "text"), NUMBERS.items())
def test_a_number_is_written_as_the_language_writes_it(language: str, text: str) -> None:
    with override(language):
        assert number_format(13594.5, 1, use_l10n=True, force_grouping=True) == text
