"""HTML as data: every word is kept, with its language, and nothing else comes along."""

from typing import Any

from reports.files.pdf.headings import settle
from reports.files.pdf.lettering import lettered
from reports.files.pdf.rich_text import Reader

read = Reader("https://halsa.example.se")


def words(blocks: Any) -> str:
    """All words in blocks or runs, in order."""
    if isinstance(blocks, dict):
        return words(list(blocks.values()))
    if isinstance(blocks, list):
        return " ".join(filter(None, map(words, blocks)))
    return blocks if isinstance(blocks, str) else ""


def test_paragraphs_keep_their_emphasis_and_their_spaces() -> None:
    (block,) = read.blocks("<p> En <strong>viktig</strong>\n  <em>sak</em>. </p>")
    assert block["runs"] == [
        {"words": "En "},
        {"words": "viktig", "strong": True},
        {"words": " "},
        {"words": "sak", "emphasis": True},
        {"words": "."},
    ]


def test_lists_may_hold_lists() -> None:
    (block,) = read.blocks("<ol><li>Ett<ul><li>Inuti</li></ul></li><li></li><li>Två</li></ol>")
    assert block["ordered"]
    first, second = block["items"]
    assert [each["kind"] for each in first] == ["paragraph", "list"]
    assert words(second) == "paragraph Två"


def test_the_language_of_a_word_and_of_a_block_is_kept() -> None:
    runs = read.runs('I <bdi lang="ar" dir="rtl">نوربي</bdi> och <bdi dir="ltr">−3</bdi>')
    assert runs[1] == {"words": "نوربي", "language": "ar", "direction": "rtl"}
    assert runs[3] == {"words": "−3", "direction": "ltr"}
    (block,) = read.blocks('<p lang="sv-x-latt">Lätt</p>')
    assert (block["kind"], block["language"], block["direction"]) == ("told", "sv", "ltr")


def test_a_language_that_is_none_is_no_language() -> None:
    assert read.runs('<span lang="!">a</span><span lang="x-y">b</span>') == [
        {"words": "a"},
        {"words": "b"},
    ]


def test_addresses_lead_to_the_site_that_gave_the_release_out() -> None:
    runs = read.runs(
        '<a href="/omraden/norrby/">N</a> <a href="https://å.se/ö">Å</a> <a href="">x</a>'
    )
    assert [run.get("address") for run in runs if run["words"] != " "] == [
        "https://halsa.example.se/omraden/norrby/",
        "https://%C3%A5.se/%C3%B6",
        None,
    ]


def test_drawings_and_scripts_are_no_words() -> None:
    text = "<p>Ord<svg><title>x</title></svg><script>y</script><!-- z --> kvar</p>"
    assert words(read.blocks(text)) == "paragraph Ord  kvar"


def test_what_lies_very_deep_is_told_all_the_same() -> None:
    blocks = read.blocks("<ul><li>" * 50 + "Djupt" + "</li></ul>" * 50)
    assert words(blocks).endswith("Djupt")


def test_headings_are_raised_to_the_level_below_the_one_above() -> None:
    blocks = read.blocks("<h3>a</h3><h3>b</h3><h2>c</h2><h4>d</h4>")
    settle(blocks)
    assert [block["level"] for block in blocks] == [2, 2, 2, 3]


def test_words_are_lettered_so_that_they_can_be_found() -> None:
    assert lettered("لم يُحسب") == "لم يحسب"
    assert lettered("A" * 45) == f"{'A' * 20}\u200b{'A' * 20}\u200b{'A' * 5}"
    address = "https://halsa.example.se/kunskapsunderlag/ett-ganska-langt-namn/2026-1/"
    assert lettered(address) == address
