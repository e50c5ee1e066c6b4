"""What a preview turns the pages of: values that a worker may hold, and pictures of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from planner.pdf_pages import PageSize, Strip, page_pixels, page_sizes


class Pages(Protocol):
    """Some pages; frozen, and safe to use in a worker."""

    @property
    def sizes(self) -> Sequence[PageSize]:
        """The size of each page in points."""

    def image(self, number: int, width: int) -> QImage:
        """Return a page (from 0) as a picture of so many pixels across."""


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The pages of a PDF file.

    Attributes:
        data: the file's bytes.
        sizes: of each page.
    """

    data: bytes
    sizes: tuple[PageSize, ...]

    def image(self, number: int, width: int) -> QImage:
        """Return a page as a picture of so many pixels across."""
        # Half a pixel less, as PDFium's wrapper rounds up: whole widths would come out one wider.
        return page_image(self.data, number, (width - 0.5) / self.sizes[number].width)


@dataclass(frozen=True, slots=True)
class PicturePages:
    """Pictures, each shown as a page.

    Attributes:
        pictures: the pictures.
        sizes: of each, in points.
    """

    pictures: tuple[QImage, ...]
    sizes: tuple[PageSize, ...]

    def image(self, number: int, width: int) -> QImage:
        """Return a picture at another size."""
        return self.pictures[number].scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def pdf_pages(data: bytes) -> PdfPages:
    """Return the pages of a PDF file that this program made."""
    return PdfPages(data, page_sizes(data))


def page_image(
    data: bytes, number: int, scale: float, *, strip: Strip | None = None, grey: bool = False
) -> QImage:
    """Return a page of a PDF file, or a strip across it, as a picture that owns its pixels.

    Args:
        data: the file's bytes.
        number: of the page, from 0.
        scale: pixels a point.
        strip: some rows of the page only; all of it where None.
        grey: without colours.
    """
    pixels = page_pixels(data, number, scale, strip=strip, grey=grey)
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, form).copy()
