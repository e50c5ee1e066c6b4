"""A scene as a picture of pixels: drawn as in the document, then rendered."""

from io import BytesIO

from planner.charts.pdf import draw_scene
from planner.charts.scene import Scene
from planner.charts.svg import MARGIN
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.pdf_pages import PDFIUM

DPI = 150
_POINTS_PER_INCH = 72
_LARGEST_PAGE = 14_000.0
"""Points; more is no page of a PDF."""
_MOST_PIXELS = 60_000_000
"""As many as programs that show pictures take without trouble."""
_LONGEST_SIDE = 30_000
"""Pixels; PDFium draws nothing beyond the 32,767th."""


def scene_pdf(scene: Scene) -> bytes:
    """Return a scene as a PDF of one page that fits it."""
    prepare_reportlab()
    width, height = _size(scene)
    scale = min(1.0, _LARGEST_PAGE / max(width, height))
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=(width * scale, height * scale))
    canvas.scale(scale, scale)
    canvas.translate(MARGIN, MARGIN)
    draw_scene(canvas, scene)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scene_png(scene: Scene, dpi: int = DPI) -> bytes:
    """Return a scene as a PNG picture on white; the same scene gives the same bytes.

    Args:
        scene: what to draw, in points.
        dpi: pixels an inch; fewer where a long chart would become too large for other programs.
    """
    import pypdfium2  # noqa: PLC0415 - heavy; only where needed

    width, height = _size(scene)
    finest = min((_MOST_PIXELS / (width * height)) ** 0.5, _LONGEST_SIDE / max(width, height))
    used = min(float(dpi), finest * _POINTS_PER_INCH)
    data = scene_pdf(scene)
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[0]
            image = page.render(scale=used / _POINTS_PER_INCH * width / page.get_width()).to_pil()
        finally:
            document.close()
    buffer = BytesIO()
    image.save(buffer, "PNG", dpi=(used, used))
    return buffer.getvalue()


def _size(scene: Scene) -> tuple[float, float]:
    """Return width and height of a scene with its margins."""
    return scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
