"""The colours that reach the paper: the organisation's accent, or greys only.

Pages are drawn in the colours of `theme`; each passes through the inks on its way into the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from planner.charts.pdf import PAPER
from planner.charts.scene import Role
from planner.document.options import PdfOptions
from planner.document.pages import theme
from planner.paper.text.style import rgb

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

LEAST_CONTRAST = 4.5
"""Against white, for text. Source: WCAG 2.2, success criterion 1.4.3."""
_WHITE: Rgb = (1.0, 1.0, 1.0)
_TINT = 0.11
"""Part of the accent in its tint; the rest is white."""
_STEPS = 60
"""Steps from a colour to black; each is too small to be seen."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Turns the document's colours into those that are printed.

    Attributes:
        accent: takes the place of the theme's accent; None keeps that.
        grey: every colour becomes the grey that is as dark.
    """

    accent: Rgb | None = None
    grey: bool = False

    def __call__(self, colour: Rgb) -> Rgb:
        """Return the colour that is printed."""
        return _printed(self, colour)


@lru_cache(maxsize=4096)
def _printed(inks: Inks, colour: Rgb) -> Rgb:
    if inks.accent is not None and colour == rgb(theme.ACCENT):
        colour = inks.accent
    return as_grey(colour) if inks.grey else colour


def inks_for(options: PdfOptions) -> Inks:
    """Return the inks for a document's options; an accent too light to be read is darkened."""
    return Inks(rgb(legible(options.accent)) if options.accent else None, options.grey)


def chart_theme(options: PdfOptions) -> Mapping[Role, str]:
    """Return the colours of a chart's roles: those of the paper, with the organisation's accent."""
    if not options.accent:
        return PAPER
    accent = legible(options.accent)
    tint = _hexadecimal(_mixed(rgb(accent), _WHITE, _TINT))
    return {**PAPER, Role.ACCENT: accent, Role.ACCENT_TINT: tint}


def legible(colour: str) -> str:
    """Return a colour as "#RRGGBB", as much darker as it takes to be read on white; its hue stays.

    Raises:
        ValueError: the text is not a colour.
    """
    wished = rgb(colour)
    for step in range(_STEPS + 1):
        shown = _hexadecimal(_mixed((0.0, 0.0, 0.0), wished, step / _STEPS))
        if contrast(shown) >= LEAST_CONTRAST:
            return shown
    return _hexadecimal((0.0, 0.0, 0.0))


def contrast(colour: str) -> float:
    """Return a colour's contrast against white, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    return 1.05 / (_luminance(rgb(colour)) + 0.05)


def as_grey(colour: Rgb) -> Rgb:
    """Return the grey of the same luminance, so that every contrast stays as it was."""
    luminance = _luminance(colour)
    level = 12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055
    level = round(min(level, 1.0), 4)
    return level, level, level


def _luminance(colour: Rgb) -> float:
    """Return the relative luminance, 0 to 1. Source: WCAG 2.2, "relative luminance"."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: Rgb, ground: Rgb, part: float) -> Rgb:
    red, green, blue = (c * part + g * (1 - part) for c, g in zip(colour, ground, strict=True))
    return red, green, blue


def _hexadecimal(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour)
