"""Where a line may break: between words, between ideographs, and inside a word wider than the room."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder

_HYPHEN, _NOTHING = "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"
"""Both let a line break; the first one shows a hyphen where it does."""

_Boundary = QTextBoundaryFinder.BoundaryType


@lru_cache(maxsize=512)
def unbroken(text: str) -> tuple[str, ...]:
    """Return the parts of a text that a line never breaks in, in its order, without spaces around them.

    In Chinese or Japanese that is nearly each character; splitting at spaces would give whole sentences.
    """
    return tuple(part for piece in _cut(text, _Boundary.Line) for part in piece.split())


@lru_cache(maxsize=512)
def characters(text: str) -> tuple[str, ...]:
    """Return what readers take for single characters, each with its marks."""
    return _cut(text, _Boundary.Grapheme)


def broken(text: str, width: float, width_of: Callable[[str], float]) -> str:
    """Return a text in which parts that are wider than the room may break, with a hyphen between letters.

    Args:
        text: plain text.
        width: of the room.
        width_of: how wide a text stands in one line.
    """
    if all(width_of(part) <= width for part in unbroken(text)):
        return text
    pieces = _cut(text, _Boundary.Line)
    return "".join(
        _broken_piece(piece, width, width_of) if width_of(piece.rstrip()) > width else piece
        for piece in pieces
    )


def shown(text: str) -> str:
    """Return a text without the marks at which it may break."""
    return text.replace(_HYPHEN, "").replace(_NOTHING, "")


def _broken_piece(piece: str, width: float, width_of: Callable[[str], float]) -> str:
    made, line = "", ""
    for character in characters(piece):
        if line and width_of(line + character + "-") > width:
            is_between_letters = line[-1].isalpha() and character[0].isalpha()
            made += line + (_HYPHEN if is_between_letters else _NOTHING)
            line = ""
        line += character
    return made + line


def _cut(text: str, kind: _Boundary) -> tuple[str, ...]:
    """Return a text cut at all boundaries of a kind; they are counted in units of UTF-16."""
    units = text.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(kind, text)
    places = [0]
    while (place := finder.toNextBoundary()) >= 0:
        places.append(place)
    return tuple(
        units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") for start, end in pairwise(places)
    )
