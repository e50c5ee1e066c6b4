"""The theme that the window wears now; everything that paints asks here."""

from PySide6.QtGui import QColor, QFont

from ui.theme.tokens import BODY, LIGHT, Tokens

FAMILY = "Inter"

_current = LIGHT


def current_tokens() -> Tokens:
    """Return the tokens of the theme in use."""
    return _current


def set_tokens(tokens: Tokens) -> None:
    """Take another theme into use; only `apply_theme` does so."""
    global _current  # noqa: PLW0603 - the one place that holds it
    _current = tokens


def colour(token: str) -> QColor:
    """Return the colour of a token of the theme in use ("text", "warn_tint")."""
    return QColor(getattr(_current, token))


def ui_font(size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's font for painting.

    Args:
        size: in pixels at 100 %; the chosen size of text is taken into account.
        weight: Normal, Medium or DemiBold; no other is bundled.
    """
    font = QFont(FAMILY)
    font.setPixelSize(_current.px(size))
    font.setWeight(weight)
    return font
