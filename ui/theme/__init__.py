"""The look of the window: design tokens, palette, one style sheet, icons and fonts."""

from ui.theme.apply import TextSize, ThemeChoice, ThemeFollower, apply_theme, dress
from ui.theme.icons import before_words, icon, paint_icon
from ui.theme.mirror import beginning, elided, ending, keep_within, mirrored, own_way, reads_from_right
from ui.theme.motion import Motion, apply_motion, reduces_motion
from ui.theme.sheet import restyle, set_look
from ui.theme.state import colour, current_tokens, ui_font
from ui.theme.tokens import Tokens

__all__ = [
    "Motion",
    "TextSize",
    "ThemeChoice",
    "ThemeFollower",
    "Tokens",
    "apply_motion",
    "apply_theme",
    "before_words",
    "beginning",
    "colour",
    "current_tokens",
    "dress",
    "elided",
    "ending",
    "icon",
    "keep_within",
    "mirrored",
    "own_way",
    "paint_icon",
    "reads_from_right",
    "reduces_motion",
    "restyle",
    "set_look",
    "ui_font",
]
