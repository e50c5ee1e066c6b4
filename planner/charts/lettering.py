"""Sizes of text, and fitting it into the room there is."""

import unicodedata
from dataclasses import dataclass

from planner.charts.scene import Measure, Weight
from planner.language.figures import FIRST_STRONG_ISOLATE, POP_ISOLATE

ELLIPSIS = "…"
SMALLEST = 8.0
CAPTION = 0.86
"""Size of captions and figures, in sizes of running text."""
ROW = 2.2
"""Height of a row, in sizes of running text, unless a chart grows to fill its room."""
_JOINER = "\u200d"


@dataclass(frozen=True)
class Lettering:
    """How a chart sets its text.

    Attributes:
        measure: widths of texts, by the renderer's own font.
        size: of running text, in the scene's unit; all other sizes follow from it.
        pitch: height of a row, in sizes of running text.
    """

    measure: Measure
    size: float = 9.0
    pitch: float = ROW

    @property
    def small(self) -> float:
        """Size of captions and figures."""
        return caption_size(self.size)

    @property
    def row(self) -> float:
        """Height of a row of a chart."""
        return self.size * self.pitch

    @property
    def gap(self) -> float:
        """The distance kept between a text and what stands beside it."""
        return self.size * 0.6

    @property
    def drop(self) -> float:
        """How far below a row's middle the baseline of running text lies."""
        return self.size * 0.36

    def width(self, text: str, *, small: bool = False, weight: Weight = Weight.REGULAR) -> float:
        """Return how wide a text is drawn."""
        return self.measure(text, self.small if small else self.size, weight)

    def elide(self, text: str, room: float, *, small: bool = False, weight: Weight = Weight.REGULAR) -> str:
        """Return the text, or as much of its beginning as fits with an ellipsis; "" if nothing does."""
        if self.width(text, small=small, weight=weight) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(_cut(text, middle), small=small, weight=weight) <= room:
                low = middle
            else:
                high = middle - 1
        return _cut(text, low) if low else ""

    def wrap(
        self, text: str, room: float, lines: int, *, small: bool = False, weight: Weight = Weight.REGULAR
    ) -> list[str]:
        """Return the text in lines that fit the room; the last one is elided where more is left.

        Args:
            text: one line of text.
            room: width of a line.
            lines: how many there may be.
            small: in the size of captions.
            weight: how heavy the text is set.
        """
        words = text.split()
        found: list[str] = []
        while words and len(found) < lines - 1:
            count = self._words_that_fit(words, room, small=small, weight=weight)
            found.append(self.elide(" ".join(words[:count]), room, small=small, weight=weight))
            words = words[count:]
        return [*found, self.elide(" ".join(words), room, small=small, weight=weight)] if words else found

    def _words_that_fit(self, words: list[str], room: float, *, small: bool, weight: Weight) -> int:
        count = 1
        while (
            count < len(words)
            and self.width(" ".join(words[: count + 1]), small=small, weight=weight) <= room
        ):
            count += 1
        return count


def caption_size(size: float) -> float:
    """Return the size of captions for one of running text; whole, as screens set whole pixels sharpest."""
    return max(SMALLEST, float(round(size * CAPTION)))


def _cut(text: str, length: int) -> str:
    """Cut before a whole character, so that an accent or a joined sign is not torn off."""
    while 0 < length < len(text) and _joins(text, length):
        length -= 1
    kept = text[:length].rstrip() + ELLIPSIS
    # What was begun is ended, so that the ellipsis stands behind the very words that it cuts off.
    return kept + POP_ISOLATE if kept.count(FIRST_STRONG_ISOLATE) > kept.count(POP_ISOLATE) else kept


def _joins(text: str, at: int) -> bool:
    follows = text[at]
    return bool(unicodedata.combining(follows)) or _JOINER in {follows, text[at - 1]}
