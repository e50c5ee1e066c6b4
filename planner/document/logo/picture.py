"""A logo as it is printed: how large, of which pixels, and what is wrong with it."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from planner.document.logo.vector import aspect_of, rasterised
from planner.errors import PlanError
from planner.language import say

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_WIDE = 170.0
MOST_HIGH = 42.0
"""The room for a logo on the first page, in points; it is never drawn beyond it."""
MOST_BYTES = 1_500_000
_MOST_PIXELS = 25_000_000
_FINE = 600
"""Pixels an inch at which a drawing is printed."""
_COARSE = 150
"""Pixels an inch below which a picture looks rough on paper; a smaller one is printed smaller instead."""
_FAINT = 190
"""Lightness, 0 to 255, of the darkest pixel from which on nothing stands out on white paper."""
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, ready to be drawn.

    Attributes:
        image: its pixels on white.
        width: in points.
        height: in points.
        small: it has too few pixels for the room that there is, and so is printed smaller.
        faint: nothing in it stands out on white.
    """

    image: "Image"
    width: float
    height: float
    small: bool = False
    faint: bool = False


def read_logo(data: bytes) -> Logo:
    """Return a logo from a file's bytes.

    Args:
        data: of a PNG or SVG file.

    Raises:
        PlanError: it is neither, is too large, damaged, or holds what can't be printed.
    """
    if len(data) > MOST_BYTES:
        msg = say("The logo's file is too large.")
        raise PlanError(msg, hint=say("Take one of at most 1.5 MB; 800 pixels across are enough."))
    if data.startswith(_PNG):
        return _from_pixels(data)
    if b"<svg" in data[:100_000]:
        return _from_drawing(data)
    msg = say("The logo is neither a PNG nor an SVG picture.")
    raise PlanError(msg, hint=say("Save it as PNG or SVG and choose it again."))


def _from_pixels(data: bytes) -> Logo:
    image = _opened(data)
    scale = min(MOST_WIDE / image.width, MOST_HIGH / image.height)
    natural = 72 / _COARSE
    small = natural < scale
    scale = min(scale, natural)
    return Logo(image, image.width * scale, image.height * scale, small, _is_faint(image))


def _from_drawing(data: bytes) -> Logo:
    aspect = aspect_of(data)
    width = min(MOST_WIDE, MOST_HIGH * aspect)
    height = min(MOST_HIGH, MOST_WIDE / aspect)
    pixels = [max(1, round(side * _FINE / 72)) for side in (width, height)]
    image = _opened(rasterised(data, pixels[0], pixels[1]))
    return Logo(image, width, height, faint=_is_faint(image))


def _opened(data: bytes) -> "Image":
    """Return a PNG picture's pixels on white: paper has no transparency."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - loaded only where there is a logo

    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as found:
            if found.width * found.height > _MOST_PIXELS:
                msg = say("The logo has too many pixels.")
                raise PlanError(msg, hint=say("Scale it down; 800 pixels across are enough."))
            seen = found.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        msg = say("The logo's file is damaged.")
        raise PlanError(msg, hint=say("Save it as PNG or SVG and choose it again.")) from error
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")


def _is_faint(image: "Image") -> bool:
    darkest, _ = image.convert("L").getextrema()
    return isinstance(darkest, int | float) and darkest >= _FAINT
