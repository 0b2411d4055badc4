"""What sheets may be called: chapters have titles that Excel can't take."""

import unicodedata

LONGEST = 31  # in the units of UTF-16, as Excel counts
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " ") | {"'": "’"})
_JOINERS = "\u200c\u200d"  # part of words in some scripts, and of emoji


def plain(text: str) -> str:
    """A text on one line, without characters that can't be seen or that turn the direction."""
    seen = (" " if letter.isspace() else letter for letter in text)
    return " ".join("".join(letter for letter in seen if _shows(letter)).split())


def _shows(letter: str) -> bool:
    return letter in _JOINERS or not unicodedata.category(letter).startswith("C")


def shortened(text: str, longest: int) -> str:
    """A text of at most so many UTF-16 units, cut between words if it can be."""
    if _length(text) <= longest:
        return text
    cut = text.encode("utf-16-le")[: (longest - 1) * 2].decode("utf-16-le", "ignore")
    words = cut.rpartition(" ")[0]
    return f"{(words if len(words) > longest // 2 else cut).rstrip()}…"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class SheetNames:
    """Names of the sheets of one workbook. No two are alike, whatever their case."""

    def __init__(self) -> None:
        self._taken = {"history"}  # Excel keeps it for itself

    def take(self, title: str) -> str:
        """A name that is free, as near to the title as it may be."""
        wanted = plain(title.translate(_FORBIDDEN)) or "–"
        name, number = shortened(wanted, LONGEST), 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{shortened(wanted, LONGEST - len(f' ({number})'))} ({number})"
        self._taken.add(name.casefold())
        return name
