"""The colours that a theme gives to the roles of a scene."""

from PySide6.QtGui import QColor

from planner.charts.scene import Role
from ui.theme.tokens import Tokens

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
    return {role: QColor(getattr(tokens, token)) for role, token in _TOKENS.items()}
