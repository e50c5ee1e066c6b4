"""Real PDFs, read back by the engine that Chrome and Edge use (PDFium) and by pypdf."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from reportlab.platypus import SimpleDocTemplate

from planner.paper.text.block import TextBlock
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.paper.text.style import TextStyle

LOOK = TextStyle(11, 17)


def _build(*story: Any, width: float = 500.0) -> bytes:
    prepare_reportlab()
    flowables = [TextBlock(part, LOOK) if isinstance(part, str) else part for part in story]
    out = io.BytesIO()
    template = SimpleDocTemplate(out, pagesize=(width + 112, 842), leftMargin=50, rightMargin=50)
    template.build(flowables, canvasmaker=TextCanvas)
    return out.getvalue()


def _pdfium(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "\n".join(pages)


@pytest.fixture(scope="session")
def build() -> Callable[..., bytes]:
    """Return a function from texts and flowables to a PDF."""
    return _build


@pytest.fixture(scope="session")
def pdfium_text() -> Callable[[bytes], str]:
    """Return a function from a PDF to its text as PDFium sees it."""
    return _pdfium


@pytest.fixture(scope="session")
def pypdf_text() -> Callable[[bytes], str]:
    """Return a function from a PDF to its text as pypdf sees it."""
    return lambda data: "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _fonts(data: bytes) -> Iterator[Any]:
    for page in PdfReader(io.BytesIO(data)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            yield font.get_object()


@pytest.fixture(scope="session")
def fonts_of() -> Callable[[bytes], list[Any]]:
    """Return a function from a PDF to the fonts that its pages name."""
    return lambda data: list(_fonts(data))
