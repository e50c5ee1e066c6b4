"""Pictures of pixels in a file."""

from typing import TYPE_CHECKING

from planner.paper.file.writer import FileWriter

if TYPE_CHECKING:
    from PIL.Image import Image

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def write_picture(file: FileWriter, image: "Image") -> int:
    """Write a picture and return its object's number.

    Args:
        file: that it stands in.
        image: grey ("L") or in colour ("RGB"), without transparency.
    """
    return file.stream(
        image.tobytes(),
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/BitsPerComponent 8/ColorSpace/{_SPACES[image.mode]}",
    )
