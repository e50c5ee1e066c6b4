"""User text stays text: nothing typed is ever taken for markup."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from planner.paper.text.bidi import base_level
from ui.theme import reads_from_right
from ui.theme.wrapping import evened

_WIDEST = 1000
_TOLD = "told-with-its-tip"
"""Property of a widget: the description that came with its tool tip."""
_DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def plain_tooltip(text: str) -> str:
    """Return a tool tip that shows the text as it is, and wraps.

    Qt takes a tool tip for rich text as soon as it looks like it; escaped and framed, none does.
    """
    shown = text if len(text) <= _WIDEST else text[:_WIDEST] + "…"
    return f"<p style='white-space: pre-wrap'>{escape(shown)}</p>" if shown else ""


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a plain tool tip, and screen readers the same words, unless they are told something else.

    Where a widget has no description, Qt lets screen readers read out the tool tip, markup and all.
    """
    if widget.accessibleDescription() in {"", widget.property(_TOLD)}:
        widget.setAccessibleDescription(text)
        widget.setProperty(_TOLD, text)
    widget.setToolTip(plain_tooltip(text))


def plain_label(text: str = "", *, role: str = "", wraps: bool = False) -> QLabel:
    """Make a label that shows text as it is.

    Args:
        text: what it says.
        role: its look in the style sheet, such as "h1", "muted" or "caption".
        wraps: it may take several lines; without it the label demands its full width.
    """
    label = _EvenLabel() if wraps and reads_from_right() else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if reads_from_right():
        # By itself a label stands where its text begins, so that names in other letters would stand apart.
        label.setAlignment(_AT_RIGHT)
    label.setText(text)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label


def caption_of(text: str) -> str:
    """Return a text for a button, tab or action: an ampersand in it marks no key."""
    return text.replace("&", "&&")


class _EvenLabel(QLabel):
    """Words in several lines that begin evenly at the right."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines; Qt does it where the words can be selected."""
        if self.textInteractionFlags() & ~Qt.TextInteractionFlag.LinksAccessibleByMouse:
            super().paintEvent(event)
            return
        room = self.contentsRect()
        shown = evened(self.text(), self.font(), room.width())
        painter = QPainter(self)
        painter.setLayoutDirection(_DIRECTIONS[base_level(shown)])
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        painter.end()
