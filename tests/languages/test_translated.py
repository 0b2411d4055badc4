"""What counts as translated."""

from languages.translated import SOURCE
from reports.models import Indicator


def test_a_field_whose_name_begins_another_is_compared_with_itself() -> None:
    """`numerator` and `numerator_source` once changed places between two languages."""
    indicator = Indicator(title_sv="Mått", numerator_sv="Täljare")
    indicator.title_en, indicator.numerator_en = "Measure", "Numerator"
    assert indicator.is_whole_in(SOURCE)
    assert indicator.is_whole_in("en")
    indicator.numerator_source_en, indicator.numerator_en = "Source", ""
    assert not indicator.is_whole_in("en")
