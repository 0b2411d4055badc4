"""Text as XML and calendars can hold it: what is pasted can bring signs that they can't."""

import re

_UNTELLABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def plain(text: str) -> str:
    """The text without control characters, but for tabs and line breaks."""
    return _UNTELLABLE.sub("", text)
