"""A font at one weight: which characters it has, how wide they are, how they are shaped."""

from dataclasses import dataclass, field
from typing import Any

import uharfbuzz as hb

from planner.document.text.style import Weight

WEIGHTS: dict[Weight, int] = {"regular": 400, "semibold": 600}
_WEIGHT_NAMES: dict[Weight, str] = {"regular": "Regular", "semibold": "SemiBold"}
EM = 1000
"""PDF counts the widths of glyphs in thousandths of the letter size."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a shaped run, distances in thousandths of the letter size.

    Attributes:
        gid: the glyph's number in the font; 0 is the font's sign for a missing character.
        cluster: index of the first character that it stands for.
        advance: how far the pen moves on.
        dx: shift to the right of the pen.
        dy: shift upwards from the baseline.
    """

    gid: int
    cluster: int
    advance: float
    dx: float = 0.0
    dy: float = 0.0


class _Glyphs(dict[str, int]):
    """Glyph numbers by character, filled as they are asked for."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._nominal = font.get_nominal_glyph

    def __missing__(self, char: str) -> int:
        gid: int = self._nominal(ord(char)) or 0
        self[char] = gid
        return gid


class _Advances(dict[str, float]):
    """Widths by character in thousandths of the letter size, filled as they are asked for."""

    def __init__(self, face: "Face") -> None:
        super().__init__()
        self._face = face

    def __missing__(self, char: str) -> float:
        width = self._face.advance(self._face.glyphs[char])
        self[char] = width
        return width


@dataclass(eq=False, slots=True)
class Face:
    """One font program at one weight.

    Attributes:
        name: the font's PostScript name with the weight's name, unique in a document.
        program: the opened font program.
        weight: the weight at which a variable font is used.
        glyphs: glyph number by character; 0 where the font lacks it.
        advances: width by character, in thousandths of the letter size.
    """

    name: str
    program: Any
    weight: Weight
    glyphs: dict[str, int] = field(init=False)
    advances: dict[str, float] = field(init=False)
    variable: bool = field(init=False)
    font: Any = field(init=False)
    scale: float = field(init=False)

    def __post_init__(self) -> None:
        """Open the font at its weight."""
        self.font = hb.Font(self.program)
        self.variable = bool(self.program.axis_infos)
        if self.variable:
            self.font.set_variations({"wght": WEIGHTS[self.weight]})
        self.scale = EM / self.program.upem
        self.glyphs = _Glyphs(self.font)
        self.advances = _Advances(self)

    def has(self, text: str) -> bool:
        """Tell whether the font has every character of a text."""
        return all(map(self.glyphs.__getitem__, text))

    def advance(self, gid: int) -> float:
        """Return a glyph's width in thousandths of the letter size."""
        return self._em(self.font.get_glyph_h_advance(gid))

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
        return [
            Glyph(i.codepoint, i.cluster, self._em(p.x_advance), self._em(p.x_offset), self._em(p.y_offset))
            for i, p in pairs
        ]

    def _em(self, units: int) -> float:
        return round(units * self.scale, 3)


def weight_name(weight: Weight) -> str:
    """Return a weight's word in a PostScript name."""
    return _WEIGHT_NAMES[weight]
