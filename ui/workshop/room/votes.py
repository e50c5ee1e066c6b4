"""A vote: what can be voted for, and once it is revealed, bars with what came out."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont

from planner.language import say_count
from ui.workshop.room.ink import RoomInk
from ui.workshop.room.scene import RoomChoice, RoomVote

_HEAVY = QFont.Weight.DemiBold
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEADING = Qt.AlignmentFlag.AlignLeading | _MIDDLE
_ROW = 2.05
"""Height of a choice, in sizes of its letters."""


def draw_vote(ink: RoomInk, area: QRectF, vote: RoomVote) -> None:
    """Draw how far the voting is, and each choice; results only where they are revealed."""
    head = ink.write(area, vote.cast, ink.small, tone="muted") + ink.small * 0.6
    rest = area.adjusted(0, head, 0, 0)
    size = _size(ink, rest, vote)
    room = max(1, int(rest.height() / (_ROW * size)))
    hidden = len(vote.choices) - room
    shown = vote.choices if hidden <= 0 else vote.choices[: room - 1]
    for place, choice in enumerate(shown):
        row = QRectF(rest.left(), rest.top() + place * _ROW * size, rest.width(), _ROW * size)
        _draw_choice(ink, row, choice, size, is_revealed=vote.revealed)
    ink.left_out = len(vote.choices) - len(shown)
    if hidden > 0:
        top = rest.top() + len(shown) * _ROW * size
        more = say_count("and {count} more", "and {count} more", len(vote.choices) - len(shown))
        ink.write(
            QRectF(rest.left(), top, rest.width(), _ROW * size), more, size, tone="muted", align=_LEADING
        )


def _size(ink: RoomInk, area: QRectF, vote: RoomVote) -> int:
    """Return the largest size at which all choices have room, uncut where there is such a one."""
    fitting = [s for s in ink.sizes(17, 28) if len(vote.choices) * _ROW * s <= area.height()]
    whole = (s for s in fitting if all(_stands(ink, area.width(), choice, s) for choice in vote.choices))
    return next(whole, fitting[0] if fitting else round(ink.height / 28))


def _stands(ink: RoomInk, width: float, choice: RoomChoice, size: int) -> bool:
    """Whether a choice stands in one line with its result."""
    result = ink.width_of(choice.result, size, _HEAVY)
    return ink.width_of(choice.name, size) + result + size * 1.8 <= width


def _draw_choice(ink: RoomInk, row: QRectF, choice: RoomChoice, size: int, *, is_revealed: bool) -> None:
    """Draw a choice; its bar lies behind the words, as long as its share of the best result."""
    inner = row.adjusted(0, size * 0.12, 0, -size * 0.12)
    radius = size * 0.2
    ink.bar(inner, "raised", radius)
    if is_revealed and choice.share > 0:
        # Text stands on the bar and beside it, so the bar's colour is one that both can be read on.
        mark = QRectF(inner.left(), inner.bottom() - size * 0.22, inner.width(), size * 0.22)
        ink.bar(ink.leading(mark, mark.width() * choice.share), "accent", radius / 2)
    text = inner.adjusted(size * 0.5, 0, -size * 0.5, 0)
    wide = ink.width_of(choice.result, size, _HEAVY) + size * 0.2 if is_revealed else 0.0
    ink.write(ink.leading(text, text.width() - wide - size * 0.5), choice.name, size, align=_LEADING)
    if is_revealed:
        trailing = Qt.AlignmentFlag.AlignTrailing | _MIDDLE
        ink.write(ink.behind(text, text.width() - wide), choice.result, size, weight=_HEAVY, align=trailing)
