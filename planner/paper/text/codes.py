"""Which code stands for which sign in the text of a page.

A code is a pair of sign and text, not a glyph alone: a glyph that serves two characters (a blank and
a no-break blank, say) has two codes, and both come back right when the text is extracted. A base
and its marks are one sign with one code. Fonts with TrueType outlines map codes to glyphs by a
table. Those with PostScript outlines (Noto Sans Math and Symbols 2) can't: their codes are glyph
numbers, and what they can't say the painter says beside them, as ActualText.
"""

from collections.abc import Iterator
from typing import TypeAlias

from planner.paper.text.compose import Part
from planner.paper.text.faces import Face

Parts: TypeAlias = tuple[Part, ...]
"""The glyphs of a sign with their shifts."""

NOTHING = "\u200b"
"""What a glyph stands for whose text is said elsewhere: a character without width and shape."""
_MOST_CODES = 60_000


class Codes:
    """The codes of one font in one document.

    Attributes:
        face: the font at its weight.
        name: the resource name in the page's operators.
        plain: code in hexadecimal by character, for text that needs no shaping; filled as it is drawn.
        full: the two bytes of a code will soon not be enough.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.plain: dict[str, str] = _PlainCodes(self)
        self._numbers: dict[tuple[Parts, str], int] = {}
        self._signs: dict[int, tuple[Parts, str]] = {}
        self.full = False

    def signs(self) -> Iterator[tuple[int, Parts, str]]:
        """Yield code, parts and text of each sign, by rising codes."""
        for code, (parts, text) in sorted(self._signs.items()):
            yield code, parts, text

    def code(self, parts: Parts, text: str) -> str | None:
        """Return the code of a sign, in hexadecimal.

        Args:
            parts: its glyphs with their shifts.
            text: the characters that it stands for.

        Returns:
            None where a font with PostScript outlines can't say it: it has no glyphs put together, and
            one text for each glyph.
        """
        number = self._numbers.get((parts, text))
        if number is None:
            number = len(self._numbers) + 1 if self.face.truetype else _glyph_number(parts)
            if number is None or number in self._signs:
                return None
            self._numbers[parts, text] = number
            self._signs[number] = parts, text
            self.full = len(self._signs) > _MOST_CODES
        return f"{number:04X}"

    def glyph_code(self, gid: int) -> str:
        """Return a code in hexadecimal for a glyph whose text is said beside it."""
        known = self.code(((gid, 0, 0),), NOTHING)
        return f"{gid:04X}" if known is None else known

    def width(self, parts: Parts) -> int:
        """Return by how much the code of a sign moves the pen on, in units of the font."""
        return sum(self.face.advance(gid) for gid, _, _ in parts)


class _PlainCodes(dict[str, str]):
    """Codes by character; a sign that the font can't say gets the code of its glyph."""

    def __init__(self, codes: Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, char: str) -> str:
        gid = self._codes.face.glyphs[char]
        code = self[char] = self._codes.code(((gid, 0, 0),), char) or self._codes.glyph_code(gid)
        return code


def is_single(parts: Parts) -> bool:
    """Tell whether a sign is one glyph that stands at its place."""
    return len(parts) == 1 and parts[0][1:] == (0, 0)


def _glyph_number(parts: Parts) -> int | None:
    return parts[0][0] if is_single(parts) else None
