"""ReportLab's canvas without ReportLab's own fonts."""

from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

PDF_VERSION = (1, 7)


class TextCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no type information
    """A canvas whose pages name no font beside those that our text embeds.

    ReportLab begins every page with its default font (Helvetica, which it never embeds). Give this class, or
    one derived from it, as `canvasmaker` to a document template. Draw all text by
    `planner.document.text.block`; `drawString` would bring Helvetica back.
    """

    def __init__(self, filename: str | BinaryIO, **settings: object) -> None:
        """Open a canvas.

        Args:
            filename: a path, or a file object that is open for writing bytes.
            **settings: what `reportlab.pdfgen.canvas.Canvas` takes.
        """
        given = {"invariant": 1, "pageCompression": 1, "pdfVersion": PDF_VERSION}
        super().__init__(filename, **(settings | {k: v for k, v in given.items() if settings.get(k) is None}))

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def prepare_reportlab() -> None:
    """Set what ReportLab keeps for the whole program: same bytes each time, no Base 85, no remote files."""
    rl_config.invariant = 1
    rl_config.useA85 = 0
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
