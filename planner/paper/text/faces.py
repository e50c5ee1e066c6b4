"""A font at one weight: which characters it has, how wide they are, how they are shaped."""

import struct
from collections.abc import Callable
from typing import NamedTuple

import uharfbuzz as hb

from planner.paper.text.style import Weight

WEIGHTS: dict[Weight, int] = {"regular": 400, "semibold": 600}
_WEIGHT_NAMES: dict[Weight, str] = {"regular": "Regular", "semibold": "SemiBold"}


class Glyph(NamedTuple):
    """One glyph of a shaped run, distances in units of the font.

    Attributes:
        gid: the glyph's number in the font; 0 is the font's sign for a missing character.
        cluster: index of the first character that it stands for.
        advance: how far the pen moves on.
        dx: shift to the right of the pen.
        dy: shift upwards from the baseline.
    """

    gid: int
    cluster: int
    advance: int
    dx: int = 0
    dy: int = 0


class Face:
    """One font program at one weight.

    Attributes:
        name: the font's name with the weight's name, unique in a document.
        program: the opened font program.
        weight: the weight at which a variable font is used.
        font: HarfBuzz's font at that weight.
        upem: units of the font in one letter size.
        truetype: whether its outlines are of that kind, which can be put together.
        glyphs: glyph number by character, 0 where the font lacks it; filled as they are asked for.
        advances: width by character in units of the font; filled as they are asked for.
    """

    def __init__(self, name: str, program: hb.Face, weight: Weight) -> None:
        self.name = name
        self.program = program
        self.weight = weight
        self.font = hb.Font(program)
        if program.axis_infos:
            self.font.set_variations({"wght": WEIGHTS[weight]})
        self.upem: int = program.upem
        self.truetype = "glyf" in program.table_tags
        self.glyphs: dict[str, int] = _Filled(self._glyph)
        self.advances: dict[str, int] = _Filled(self._width)

    def has(self, text: str) -> bool:
        """Tell whether the font has every character of a text."""
        return all(map(self.glyphs.__getitem__, text))

    def advance(self, gid: int) -> int:
        """Return a glyph's width in units of the font."""
        width: int = self.font.get_glyph_h_advance(gid)
        return width

    def box(self, gid: int) -> tuple[int, int, int, int]:
        """Return left, bottom, right and top of what a glyph draws, in units of the font."""
        extents = self.font.get_glyph_extents(gid)
        left, top = extents.x_bearing, extents.y_bearing
        return left, top + extents.height, left + extents.width, top

    def bounds(self) -> tuple[int, ...]:
        """Return left, bottom, right and top of all that the font draws, in its units."""
        return struct.unpack_from(">4h", self.program.reference_table("head").data, 36)

    def shape(self, text: str, script: str, *, leftward: bool) -> list[Glyph]:
        """Turn characters into placed glyphs.

        The language is fixed, as HarfBuzz would otherwise take that of the computer, and the same plan
        would look different on two of them.

        Args:
            text: a stretch of one script, one direction and this font.
            script: ISO 15924 code, "Zyyy" where no character says one.
            leftward: the text runs from right to left.

        Returns:
            The glyphs from left to right.
        """
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction = "rtl" if leftward else "ltr"
        buffer.script = script
        buffer.language = "en"
        hb.shape(self.font, buffer)
        pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return [Glyph(i.codepoint, i.cluster, p.x_advance, p.x_offset, p.y_offset) for i, p in pairs]

    def _glyph(self, char: str) -> int:
        return self.font.get_nominal_glyph(ord(char)) or 0

    def _width(self, char: str) -> int:
        return self.advance(self.glyphs[char])


class _Filled(dict[str, int]):
    """A dictionary that works out what it lacks and keeps it."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, char: str) -> int:
        value = self[char] = self._work_out(char)
        return value


def weight_name(weight: Weight) -> str:
    """Return a weight's word in a PostScript name."""
    return _WEIGHT_NAMES[weight]
