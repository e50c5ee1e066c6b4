"""Writing for the last row: sizes are parts of the height, and texts are fitted, never shrunk too far.

A common rule for projected text is a height of one thirtieth of the picture; see `LEAST`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.theme import current_tokens, paint_icon
from ui.theme.state import FAMILY
from ui.theme.wrapping import evened
from ui.workshop.room.breaking import broken, characters, shown, unbroken

LEAST = 30
"""No text of the room is lower than the window's height divided by this."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Written:
    """A text that stands in the picture.

    Attributes:
        text: what it says.
        size: of its letters, in pixels.
        area: where it stands.
    """

    text: str
    size: float
    area: QRectF


class RoomInk:
    """Writes and draws at sizes that follow from the height of the picture.

    Attributes:
        painter: where to.
        width: of the picture.
        height: of the picture.
        written: the texts that stand there by now.
        left_out: how many answers or choices have no room.
    """

    def __init__(self, painter: QPainter, width: int, height: int) -> None:
        self.painter = painter
        self.width = width
        self.height = height
        self.written: list[Written] = []
        self.left_out = 0

    @property
    def margin(self) -> int:
        """Distance from the edges of the picture, which projectors may cut off."""
        return round(self.height / 22)

    @property
    def least(self) -> int:
        """Size of the smallest letters."""
        return ceil(self.height / LEAST)

    @property
    def small(self) -> int:
        """Size of captions."""
        return ceil(self.height / 26)

    def sizes(self, largest: float, smallest: float) -> Iterator[int]:
        """Yield sizes from one part of the height to another, the largest first.

        Args:
            largest: the height is divided by this.
            smallest: the height is divided by this; never more than `LEAST`.
        """
        size = round(self.height / largest)
        last = max(self.least, round(self.height / smallest))
        while size > last:
            yield size
            size = min(size - 1, round(size * 0.92))
        yield last

    def height_of(self, text: str, size: int, width: float) -> float:
        """Return how high a text stands at a size in a width, its long words torn apart where need be."""
        metrics = QFontMetricsF(room_font(size))
        return _height(broken(text, width, metrics.horizontalAdvance), width, metrics)

    def fits(self, text: str, size: int, area: QRectF, weight: QFont.Weight = QFont.Weight.Normal) -> bool:
        """Whether a text stands in an area with no word torn apart."""
        metrics = QFontMetricsF(room_font(size, weight))
        return not _tears(text, area.width(), metrics) and _stands(text, area, metrics)

    def tears(self, text: str, size: int, width: float) -> bool:
        """Whether a word of a text is wider than the room for it."""
        return _tears(text, width, QFontMetricsF(room_font(size)))

    def largest(
        self,
        text: str,
        area: QRectF,
        sizes: tuple[float, float],
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> int:
        """Return the largest size at which a text stands in an area with no word torn apart.

        For a word that is too long even then, the letters shrink as far as they may in a room; where that is
        not enough, it is torn apart, and the letters stay large.

        Args:
            text: plain text.
            area: where it is to stand.
            sizes: the largest and the smallest size, as parts of the height.
            weight: of the letters.
        """
        usual = tuple(self.sizes(*sizes))
        smaller = tuple(self.sizes(sizes[1], LEAST))
        whole = (size for size in (*usual, *smaller) if self.fits(text, size, area, weight))
        torn = (size for size in usual if _stands(text, area, QFontMetricsF(room_font(size, weight))))
        return next(whole, None) or next(torn, usual[-1])

    def width_of(self, text: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> float:
        """Return how wide a text stands in one line."""
        return QFontMetricsF(room_font(size, weight)).horizontalAdvance(text)

    def write(
        self,
        area: QRectF,
        text: str,
        size: int,
        *,
        tone: str = "text",
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop,
    ) -> float:
        """Write a text into an area, elided where it is too long; return how high it stands.

        Args:
            area: where it may stand.
            text: plain text.
            size: of its letters, in pixels.
            tone: token of its colour.
            weight: how heavy.
            align: where in the area; "leading" is the side at which reading begins.
        """
        text = self._elided(text, size, area, weight)
        if not text:
            return 0.0
        metrics = QFontMetricsF(room_font(size, weight))
        text = broken(text, area.width(), metrics.horizontalAdvance)
        painter = self.painter
        painter.setFont(room_font(size, weight))
        painter.setPen(QColor(getattr(current_tokens(), tone)))
        flags = int(align) | _WRAP
        painter.drawText(area, flags, evened(text, painter.font(), area.width()))
        box = painter.boundingRect(area, flags, text)
        self.written.append(Written(shown(text), size, box))
        return box.height()

    def icon(self, area: QRectF, name: str, tone: str) -> None:
        """Draw an icon."""
        paint_icon(self.painter, area, name, getattr(current_tokens(), tone))

    def bar(self, area: QRectF, tone: str, radius: float = 0.0) -> None:
        """Fill a rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(getattr(current_tokens(), tone)))
        self.painter.drawRoundedRect(area, radius, radius)

    def leading(self, area: QRectF, width: float) -> QRectF:
        """Return the part of an area at the side at which reading begins."""
        if self.reads_right_to_left:
            return QRectF(area.right() - width, area.top(), width, area.height())
        return QRectF(area.left(), area.top(), width, area.height())

    def behind(self, area: QRectF, width: float) -> QRectF:
        """Return what is left of an area behind its leading part."""
        left = area.left() if self.reads_right_to_left else area.left() + width
        return QRectF(left, area.top(), area.width() - width, area.height())

    @property
    def reads_right_to_left(self) -> bool:
        """Whether reading begins at the right."""
        return self.painter.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _elided(self, text: str, size: int, area: QRectF, weight: QFont.Weight) -> str:
        """Return as much of a text as stands in an area, to whole words where there are several."""
        metrics = QFontMetricsF(room_font(size, weight))
        if _stands(text, area, metrics):
            return text
        for parts, between in ((tuple(text.split()), " "), (characters(text), "")):
            most = _most(parts, between, area, metrics)
            if most:
                return most
        return ""


_WRAP = int(Qt.TextFlag.TextWordWrap)


def room_font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the room at a size in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def _tears(text: str, width: float, metrics: QFontMetricsF) -> bool:
    return any(metrics.horizontalAdvance(part) > width for part in unbroken(text))


def _height(text: str, width: float, metrics: QFontMetricsF) -> float:
    return metrics.boundingRect(QRectF(0, 0, width, 1e6), _WRAP, text).height()


def _stands(text: str, area: QRectF, metrics: QFontMetricsF) -> bool:
    """Whether a text stands in an area, its long words torn apart where need be."""
    whole = broken(text, area.width(), metrics.horizontalAdvance)
    return _height(whole, area.width(), metrics) <= area.height() + 1


def _most(parts: Sequence[str], between: str, area: QRectF, metrics: QFontMetricsF) -> str:
    """Return as many of the first parts as stand in an area with a mark that more would follow."""
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if _stands(between.join(parts[:middle]) + _ELLIPSIS, area, metrics):
            low = middle
        else:
            high = middle - 1
    return between.join(parts[:low]) + _ELLIPSIS if low else ""
