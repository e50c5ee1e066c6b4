"""Design tokens: colours of each theme, sizes of type, spaces and corners."""

import dataclasses
from dataclasses import dataclass

CAPTION, BODY, H3, H2, H1 = 12, 14, 16, 20, 26
"""Sizes of type in pixels at 100 %."""

TIGHT, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
"""Spaces between things, in pixels."""

CORNER, CARD_CORNER = 6, 8
"""Radius of a control's and of a card's corners, in pixels."""

CONTROL_HEIGHT, ROW_HEIGHT, STEP_HEIGHT = 32, 36, 56
"""Heights in pixels at 100 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme ("#RRGGBB") and the scale of its text.

    Attributes:
        name: "light", "dark" or "contrast".
        bg: behind everything.
        surface: of cards, fields and lists.
        raised: of what lies on a surface: hovered rows, tool tips.
        line: hairlines that separate; decoration only.
        field: borders of controls, 3:1 at least.
        disabled: text and marks of what can't be used now.
        text: what is read.
        muted: what is read second; still 4.5:1.
        accent: the one accent.
        on_accent: text on the accent.
        selected: a selected row.
        on_selected: text on a selected row.
        focus: the ring around what has the keyboard.
        ok: done; always beside a shape and a word, as are the next three.
        warn: asks for attention.
        bad: stops.
        note: is advice.
        ok_tint: a card's ground in that colour, as are the next three.
        warn_tint: see ok_tint.
        bad_tint: see ok_tint.
        note_tint: see ok_tint.
        scale: factor of all type and of what holds it: 1.0, 1.25 or 1.5.
    """

    name: str
    bg: str
    surface: str
    raised: str
    line: str
    field: str
    disabled: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    focus: str
    ok: str
    warn: str
    bad: str
    note: str
    ok_tint: str
    warn_tint: str
    bad_tint: str
    note_tint: str
    scale: float = 1.0

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it stands on."""
        return luminance(self.text) > luminance(self.surface)

    def px(self, pixels: float) -> int:
        """Return a length at 100 % as it is at the chosen size of text."""
        return round(pixels * self.scale)

    def at_scale(self, scale: float) -> "Tokens":
        """Return the same theme with another size of text."""
        return dataclasses.replace(self, scale=scale)


LIGHT = Tokens(
    name="light",
    bg="#F4F6F9",
    surface="#FFFFFF",
    raised="#E9EDF3",
    line="#D5DBE4",
    field="#7B8794",
    disabled="#7B8794",
    text="#1A2230",
    muted="#4C5868",
    accent="#1B5EBE",
    on_accent="#FFFFFF",
    selected="#DCE8FA",
    on_selected="#0E2A55",
    focus="#1B5EBE",
    ok="#17713F",
    warn="#8A5200",
    bad="#B3261E",
    note="#4C5868",
    ok_tint="#E2F4E9",
    warn_tint="#FFF1D6",
    bad_tint="#FDE7E5",
    note_tint="#E9EDF3",
)

DARK = Tokens(
    name="dark",
    bg="#12161C",
    surface="#1A2029",
    raised="#252D39",
    line="#36404E",
    field="#7A8798",
    disabled="#7A8798",
    text="#E7ECF3",
    muted="#AAB5C4",
    accent="#8AB8FF",
    on_accent="#0A1B35",
    selected="#27405F",
    on_selected="#EAF2FF",
    focus="#8AB8FF",
    ok="#74D6A0",
    warn="#F4BE56",
    bad="#FF9187",
    note="#AAB5C4",
    ok_tint="#173526",
    warn_tint="#3A2C10",
    bad_tint="#43201D",
    note_tint="#252D39",
)

CONTRAST = Tokens(
    name="contrast",
    bg="#000000",
    surface="#000000",
    raised="#1A1A1A",
    line="#FFFFFF",
    field="#FFFFFF",
    disabled="#8C8C8C",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFD400",
    on_accent="#000000",
    selected="#FFD400",
    on_selected="#000000",
    focus="#00E5FF",
    ok="#7CFFB2",
    warn="#FFD400",
    bad="#FF9C94",
    note="#FFFFFF",
    ok_tint="#000000",
    warn_tint="#000000",
    bad_tint="#000000",
    note_tint="#000000",
)

THEMES: dict[str, Tokens] = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB" from 0 to 1, after WCAG 2.2."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours from 1 to 21, after WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
