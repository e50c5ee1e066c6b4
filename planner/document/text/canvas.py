"""ReportLab's canvas without ReportLab's own fonts, and with tags on all that is drawn."""

from collections.abc import Callable
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.document.tags.drawing import Tags, Untagged

PDF_VERSION = (1, 7)

Rgb = tuple[float, float, float]
Inks = Callable[[Rgb], Rgb]
"""Turns the colour that a page is drawn in into the one that is printed."""


class TextCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no type information
    """A canvas whose pages name no font beside those that our text embeds.

    ReportLab begins every page with its default font (Helvetica, which it never embeds). Give this class, or
    one derived from it, as `canvasmaker` to a document template. Draw all text by
    `planner.document.text.block`; `drawString` would bring Helvetica back.

    What is drawn outside any tag becomes an artifact; links and fields enter the structure by themselves.

    Attributes:
        tags: the structure of the document.
    """

    def __init__(
        self,
        filename: str | BinaryIO,
        *,
        inks: Inks | None = None,
        tagged: bool = True,
        **settings: object,
    ) -> None:
        """Open a canvas.

        Args:
            filename: a path, or a file object that is open for writing bytes.
            inks: every colour passes through it; by default all are printed as they are.
            tagged: whether pages say what is drawn on them; see `planner.document.tags`.
            **settings: what `reportlab.pdfgen.canvas.Canvas` takes.
        """
        self._inks = inks
        given = {"invariant": 1, "pageCompression": 1, "pdfVersion": PDF_VERSION}
        super().__init__(filename, **(settings | {k: v for k, v in given.items() if settings.get(k) is None}))
        self.tags = Tags.of(self) if tagged else Untagged.of(self)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page."""
        self.tags.end_page()
        super().showPage()

    def save(self) -> None:
        """Write the document, and let go of its objects: they hold each other, and would stay for long."""
        super().save()
        self._doc.idToObject.clear()
        self._doc.delayedFonts.clear()

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: ANN401, N802, N803 - ReportLab's names
        """Set the colour of areas and text; all of ReportLab's other ways lead here."""
        super().setFillColor(self._inked(aColor), alpha)

    def setStrokeColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: ANN401, N802, N803 - ReportLab's names
        """Set the colour of lines; all of ReportLab's other ways lead here."""
        super().setStrokeColor(self._inked(aColor), alpha)

    def inked(self, colour: Rgb) -> Rgb:
        """Return the colour that is printed for one that is drawn."""
        return colour if self._inks is None else self._inks(colour)

    def _inked(self, colour: Any) -> Any:  # noqa: ANN401 - a colour in any of ReportLab's forms
        if self._inks is None:
            return colour
        return self.inked(colour.rgb() if isinstance(colour, Color) else tuple(colour))

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"

    def _setAnnotations(self, page: pdfdoc.PDFPage) -> None:  # noqa: N802 - ReportLab's name
        super()._setAnnotations(page)
        self.tags.place(page)

    def _addAnnotation(  # noqa: N802 - ReportLab's name
        self, annotation: pdfdoc.PDFObject, name: str | None = None, addtopage: int = 1
    ) -> None:
        """Take a link or field into the structure and onto the page."""
        entries = annotation.Dict() if isinstance(annotation, pdfdoc.Annotation) else annotation
        name = name or f"NUMBER{self._annotationCount + 1}"
        super()._addAnnotation(self.tags.annotate(name, entries), name, addtopage)


def prepare_reportlab() -> None:
    """Set what ReportLab keeps for the whole program: same bytes each time, no Base 85, no remote files."""
    rl_config.invariant = 1
    rl_config.useA85 = 0
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
