"""The weaves: how the threads of an area's cloth cross, drawn as two strokes.

A weave is told by a matrix: a row is a weft thread, a column a warp thread, and 1 says that the
warp lies over. Each run of a thread that lies over becomes one line, so that a whole pattern is
a dark tile and two paths, a few hundred bytes.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

WEAVES = {
    "plain": ("10", "01"),
    "twill": ("1100", "0110", "0011", "1001"),
    "satin": ("10000", "00100", "00001", "01000", "00010"),
    "basket": ("1100", "1100", "0011", "0011"),
}
UNIT = 12  # from one thread to the next
THREAD = 9  # how wide a thread is; the rest of the unit is the dark between two
_OVERLAP = 1  # beyond the edge of the tile, so that no seam shows between two tiles
_DIP = (UNIT - THREAD) / 2  # how far a thread runs before it dives under the next


class Pattern(NamedTuple):
    """One tile of a cloth, to be repeated."""

    size: int
    weft: str
    warp: str


@cache
def pattern(weave: str) -> Pattern:
    """The tile of a weave as SVG paths; an unknown weave is a plain one."""
    rows = WEAVES.get(weave, WEAVES["plain"])
    columns = ["".join(column) for column in zip(*rows, strict=True)]
    weft = [f"M{start:g} {middle}H{end:g}" for middle, start, end in _lines(rows, "0")]
    warp = [f"M{middle} {start:g}V{end:g}" for middle, start, end in _lines(columns, "1")]
    return Pattern(len(rows) * UNIT, "".join(weft), "".join(warp))


def _lines(threads: Sequence[str], over: str) -> list[tuple[int, float, float]]:
    """The lines on all threads: the middle of the thread, and the line's start and end."""
    return [
        (index * UNIT + UNIT // 2, start, end)
        for index, thread in enumerate(threads)
        for start, end in _visible(thread, over)
    ]


def _visible(thread: str, over: str) -> list[tuple[float, float]]:
    """Where a thread is seen within its tile; a run goes on round the edge."""
    size = len(thread) * UNIT
    lines = []
    for first, last in _runs(thread, over):
        for shift in (-size, 0, size):
            start = max(first * UNIT - _DIP + shift, -_OVERLAP)
            end = min(last * UNIT + _DIP + shift, size + _OVERLAP)
            if start < end:
                lines.append((start, end))
    return sorted(lines)


def _runs(thread: str, over: str) -> list[tuple[int, int]]:
    """The runs of a thread as (first, after last); one that wraps ends beyond the thread."""
    length = len(thread)
    if over * length == thread:
        return [(0, length)]
    starts = [i for i in range(length) if thread[i] == over and thread[i - 1] != over]
    return [(i, i + _run_length((thread * 2)[i:], over)) for i in starts]


def _run_length(thread: str, over: str) -> int:
    return len(thread) - len(thread.lstrip(over))
