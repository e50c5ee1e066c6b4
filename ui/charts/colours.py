"""The colours that a theme gives to the roles of a scene."""

from PySide6.QtGui import QColor

from planner.charts.scene import Role
from ui.theme.tokens import Tokens, contrast_ratio

_READABLE = 4.5
"""The least contrast of text and its ground (WCAG 2.2)."""

_TOKENS: dict[Role, str] = {
    Role.INK: "text",
    Role.MUTED: "muted",
    Role.ACCENT: "accent",
    Role.ACCENT_TINT: "selected",
    Role.BAD: "bad",
    Role.BAD_TINT: "bad_tint",
    Role.WARN: "warn",
    Role.WARN_TINT: "warn_tint",
    Role.OK: "ok",
    Role.OK_TINT: "ok_tint",
    Role.RULE: "line",
    Role.PANEL: "raised",
    Role.SURFACE: "surface",
}


def scene_colours(tokens: Tokens) -> dict[Role, QColor]:
    """Return the colour of each role in a theme."""
    colours = {role: QColor(getattr(tokens, token)) for role, token in _TOKENS.items()}
    # Where a selection turns its text over, as in high contrast, it is no ground for a chart's own text.
    if contrast_ratio(tokens.text, tokens.selected) < _READABLE:
        colours[Role.ACCENT_TINT] = QColor(tokens.raised)
    return colours
