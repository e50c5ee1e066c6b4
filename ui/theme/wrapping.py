"""Breaking text into lines, for what is painted by hand."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption

from ui.theme.mirror import reads_from_right

_LINE_END = "\u2028"


def evened(text: str, font: QFont, width: float) -> str:
    """Return a text with its lines ended where they break, for a window that is laid out from the right.

    There Qt counts the blank at which a line breaks as a part of the line, and shifts it to the left by as
    much: the lines begin unevenly, and the end of a full one is cut off.

    Args:
        text: plain text.
        font: in which it is painted.
        width: of its lines.
    """
    if not reads_from_right() or " " not in text:
        return text
    layout = _laid_out(text.replace("\n", _LINE_END), font, width)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    shown = layout.text()
    parts = [shown[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    return "\n".join(part.rstrip(f" {_LINE_END}") for part in parts)


def wrapped(text: str, font: QFont, width: float) -> QTextLayout:
    """Return text broken into lines of a width, within a word only where it must be."""
    return _laid_out(evened(text, font, width).replace("\n", _LINE_END), font, width)


def _laid_out(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(QGuiApplication.layoutDirection())
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
