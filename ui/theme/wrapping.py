"""Breaking text into lines, for what is painted by hand."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, width: float) -> QTextLayout:
    """Return text broken into lines of a width, within a word only where it must be."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
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
