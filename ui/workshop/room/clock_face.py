"""The clock along the foot of the room's picture: shape, word, time and a bar, in the colour of the pace."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont

from ui.workshop.room.ink import RoomInk
from ui.workshop.room.scene import RoomClock

_HEAVY = QFont.Weight.DemiBold
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


def foot_height(ink: RoomInk) -> int:
    """Return how high the foot is."""
    return round(ink.height * 0.105)


def draw_foot(ink: RoomInk, area: QRectF, block: str, page: str, clock: RoomClock | None) -> None:
    """Draw the foot.

    Args:
        ink: draws.
        area: where.
        block: name of the block, at the side where reading begins.
        page: which page of a picture it is.
        clock: the time, at the other side; None leaves it out.
    """
    line = QRectF(area.left(), area.top(), area.width(), round(ink.height / 120))
    ink.bar(line, "line", line.height() / 2)
    inner = area.adjusted(0, line.height(), 0, 0)
    right = area.width() * 0.5
    if clock is not None:
        share = min(1.0, max(0.0, clock.spent))
        ink.bar(ink.leading(line, line.width() * share), clock.tone, line.height() / 2)
        _draw_clock(ink, ink.behind(inner, inner.width() - right), clock)
    name = ink.leading(inner, inner.width() - right - ink.small)
    ink.write(name, f"{block} · {page}" if page else block, ink.small, tone="muted", align=_LEADING)


def _draw_clock(ink: RoomInk, area: QRectF, clock: RoomClock) -> None:
    """Draw time, word and shape from the far end on."""
    tone = clock.tone
    size = round(ink.height / 15)
    wide = size * 0.64 * max(5, len(clock.left))
    ink.write(ink.behind(area, area.width() - wide), clock.left, size, weight=_HEAVY, align=_TRAILING)
    rest = ink.leading(area, area.width() - wide)
    side = ink.small * 1.15
    box = ink.leading(rest, side)
    words = ink.behind(rest, side * 1.3)
    used = ink.width_of(clock.word, ink.small, _HEAVY)
    shift = max(0.0, words.width() - used)
    words, box = ink.behind(words, shift), ink.behind(rest, shift)
    box = ink.leading(box, side)
    ink.icon(QRectF(box.left(), box.center().y() - side / 2, side, side), clock.symbol, tone)
    ink.write(words, clock.word, ink.small, tone=tone, weight=_HEAVY, align=_LEADING)
