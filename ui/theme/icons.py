"""Outline icons (Lucide) that take their colour from the theme whenever they are painted."""

from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.mirror import reads_from_right
from ui.theme.state import current_tokens

_POINTING = {"arrow", "chevron"}


@cache
def icon(name: str, tone: str = "text") -> QIcon:
    """Return an icon that follows the theme.

    Args:
        name: a file of resources/icons without its ending.
        tone: the colour token that it is drawn in; a disabled icon has its own.
    """
    return QIcon(_ThemedEngine(name, tone))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon in a colour ("#RRGGBB") into a rectangle; one that points, along the writing."""
    _renderer(_facing(name) if reads_from_right() else name, colour).render(painter, rect)


def _facing(name: str) -> str:
    """Return the icon that points where another does in a mirrored window."""
    stem, _, side = name.rpartition("-")
    other = {"left": "right", "right": "left"}.get(side)
    return f"{stem}-{other}" if other and stem in _POINTING else name


@cache
def svg_text(name: str) -> str:
    """Return the drawing of an icon, its strokes in "currentColor"."""
    return (files("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = svg_text(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


_TOKENS = {QIcon.Mode.Disabled: "disabled", QIcon.Mode.Selected: "on_selected"}
"""Tokens in which an icon is drawn whatever its own tone is: on a chosen row, most tones would vanish."""

_WITH_AIR = 5 / 4
"""Width to height of an icon that stands before words: its drawing, and some air behind it."""


def before_words(side: int) -> QSize:
    """Return the size for an icon of a button with words, so that these do not touch it."""
    return QSize(round(side * _WITH_AIR), side)


def _square(rect: QRect) -> QRectF:
    """Return the square at the beginning of a rectangle that is wider than high."""
    side = min(rect.width(), rect.height())
    at = rect.right() + 1 - side if reads_from_right() else rect.left()
    return QRectF(at, rect.top(), side, side) if rect.width() > rect.height() else QRectF(rect)


class _ThemedEngine(QIconEngine):
    """Recolours a one-colour drawing at paint time: no rebuild on a theme change, sharp at any scale."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self.drawing = name
        self.tone = tone
        _ENGINES.append(self)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        token = _TOKENS.get(mode, self.tone)
        paint_icon(painter, _square(rect), self.drawing, getattr(current_tokens(), token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self.drawing, self.tone)


# Qt owns the engines but can't keep their Python halves alive.
_ENGINES: list[_ThemedEngine] = []
