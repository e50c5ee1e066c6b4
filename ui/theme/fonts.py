"""The bundled fonts."""

from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; needs the application, does nothing the second time."""
    if "Medium" in QFontDatabase.styles("Inter") and "SemiBold" in QFontDatabase.styles("Inter"):
        return
    for name in _FILES:
        data = (files("resources") / "fonts" / name).read_bytes()
        QFontDatabase.addApplicationFontFromData(QByteArray(data))
