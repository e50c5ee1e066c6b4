"""Small pictures for the style sheet, which can't colour a drawing itself."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, QTemporaryDir

from ui.theme.icons import svg_text
from ui.theme.tokens import Tokens

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="5" fill="currentColor"/></svg>'
)


def write_glyphs(tokens: Tokens) -> None:
    """Write a theme's glyphs where the style sheet finds them as "tint:name-theme.svg"."""
    folder = Path(_folder().path())
    for name, drawing, colour in (
        ("chevron-down", svg_text("chevron-down"), tokens.muted),
        ("chevron-up", svg_text("chevron-up"), tokens.muted),
        ("chevron-left", svg_text("chevron-left"), tokens.text),
        ("chevron-right", svg_text("chevron-right"), tokens.text),
        ("check", svg_text("check"), tokens.on_accent),
        ("dot", _DOT, tokens.on_accent),
    ):
        path = folder / f"{name}-{tokens.name}.svg"
        if not path.exists():
            path.write_text(drawing.replace("currentColor", colour), "utf-8")


@cache
def _folder() -> QTemporaryDir:
    """Return a folder that goes with the process."""
    folder = QTemporaryDir()
    QDir.setSearchPaths("tint", [folder.path()])
    return folder
