"""How a piece of text looks: size, weight, colour, leading and side."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeAlias

Weight: TypeAlias = Literal["regular", "semibold"]
Alignment: TypeAlias = Literal["start", "end", "centre"]
Colour: TypeAlias = tuple[float, float, float] | str

INK = "#1B1F24"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a paragraph, a cell or a label.

    Attributes:
        size: height of the letters in points.
        leading: distance between two baselines in points; 1.4 times the size unless told.
        weight: regular (400) or semibold (600).
        colour: red, green and blue from 0 to 1, or "#RRGGBB".
        alignment: start is left for text that runs to the right and right for text that runs to the left.
    """

    size: float = 10.0
    leading: float = 0.0
    weight: Weight = "regular"
    colour: Colour = INK
    alignment: Alignment = "start"
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fill in the leading and turn the colour into numbers."""
        if not self.leading:
            object.__setattr__(self, "leading", round(self.size * 1.4, 3))
        object.__setattr__(self, "colour", rgb(self.colour))
        parts = (self.size, self.leading, self.weight, self.colour, self.alignment)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        """Return what was worked out once: styles are part of the key wherever texts are kept."""
        return self._hash

    @property
    def fill(self) -> tuple[float, float, float]:
        """The colour as three numbers from 0 to 1."""
        return rgb(self.colour)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text inside a paragraph that may look different from the rest.

    Attributes:
        text: plain text; never read as markup.
        weight: other weight than the paragraph's, or None.
        colour: other colour than the paragraph's, or None.
        size: other size than the paragraph's in points, or None.
    """

    text: str
    weight: Weight | None = None
    colour: Colour | None = None
    size: float | None = None

    def look(self, style: TextStyle) -> TextStyle:
        """Return the paragraph's style with this span's differences."""
        return TextStyle(
            size=self.size or style.size,
            leading=style.leading,
            weight=self.weight or style.weight,
            colour=self.colour if self.colour is not None else style.colour,
            alignment=style.alignment,
        )


def rgb(colour: Colour) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1.

    Args:
        colour: three numbers from 0 to 1, or "#RRGGBB".

    Returns:
        The three numbers.

    Raises:
        ValueError: the text is not a colour.
    """
    return _read(colour) if isinstance(colour, str) else colour


@cache
def _read(colour: str) -> tuple[float, float, float]:
    digits = colour.removeprefix("#")
    if len(digits) != 6:
        message = f"Not a colour: {colour!r}"
        raise ValueError(message)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue
