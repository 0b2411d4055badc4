"""Texts in a CSV that no spreadsheet takes for a formula.

A file with commas can be opened as one with semicolons, and the other way round, and then a text is
cut into cells. So each piece that a separator or a line break could leave is looked at, not only
the whole.
"""

import re

# What begins a formula: also as written in East Asian fields, raised, lowered and small.
_SIGNS = r"=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−"
_SEPARATORS = r",;|\t-\r\x1c-\x1e\x85\u2028\u2029"
# What programs may pass over before a sign: blanks, control and format characters, and quotes.
_PASSED_OVER = (
    r"\x00-\x08\x0e-\x1b\x1f\x20\x7f-\x84\x86-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5"
    r"\u180b-\u180f\u2000-\u200f\u202a-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff"
    r"\uffa0\ufff0-\ufffc'\"‘’“”"
)

_BROKEN = r"\A'*[\t\r\n]"  # Programs drop the break, or begin the next cell.

_MAY_RUN = re.compile(rf"[{_SIGNS}]|{_BROKEN}")
_BEGINS_A_CELL = re.compile(rf"(\A|[{_SEPARATORS}])(?=[{_PASSED_OVER}]*[{_SIGNS}])|(?={_BROKEN})")
MARK = "'"


def inert(text: str) -> str:
    """The text, with an apostrophe wherever a cell could begin as a formula.

    What begins with an apostrophe before a sign gets one more, so that two texts never become one.
    """
    if not _MAY_RUN.search(text):
        return text
    return _BEGINS_A_CELL.sub(lambda found: found[0] + MARK, text)
