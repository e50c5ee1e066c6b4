"""The same scene on screen, on paper and as SVG, pixel by pixel."""

import io
from datetime import date
from functools import cache

import msgspec
import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.platypus import SimpleDocTemplate

from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart
from planner.charts.export import CHARTS, WIDTH
from planner.charts.ladder import ladder
from planner.charts.load import load_chart
from planner.charts.pdf import PAPER, SceneFlowable, paper_measure
from planner.charts.picture import scene_pdf
from planner.charts.scene import Rect, Role, Scene, Text
from planner.charts.sequence import sequence_chart
from planner.charts.svg import MARGIN, scene_svg
from planner.charts.timeline import timeline
from planner.charts.worth import worth_chart
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.fontfiles import MAIN, packaged
from planner.samples import load_sample, sample_names
from planner.truths.example_plan import example_plan
from ui.charts.painter import SceneInk

_SCALE = 4
_FINER = 2
"""Drawn so much finer than it is compared: Qt sets each letter on a whole pixel, a PDF reader anywhere."""
_TOLERANCE = 0.019
"""Share of pixels that may differ: edges are smoothed and broken lines begun in another way."""
_SVG_TOLERANCE = 0.025
"""Qt's reader of SVG sets pairs of letters closer, and stretches no text to its width as browsers do."""
_LETTERS = {"board": 0.01}
"""More for a chart that is nearly all text: only letters differ, by parts of a pixel."""
_CHARTS = [timeline, ladder, load_chart, budget_chart, capacity_chart, sequence_chart, worth_chart]
_DAY = date(2027, 3, 1)
_SAMPLES = [sample.name for sample in sample_names()]


@pytest.fixture(scope="module")
def paper_family(dressed_app):
    number = QFontDatabase.addApplicationFont(str(packaged(MAIN).path))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def scene_of(sample: str, chart: str) -> Scene:
    return CHARTS[chart].draw(load_sample(sample), WIDTH, _DAY)


def on_paper(scene: Scene) -> Image.Image:
    """Return the scene as a PDF reader shows it, in grey."""
    document = pypdfium2.PdfDocument(scene_pdf(scene))
    return document[0].render(scale=_SCALE, grayscale=True).to_pil()


def painted(scene: Scene, paint) -> Image.Image:
    """Return what a function paints of a scene on a white ground, in grey."""
    width, height = (round((side + 2 * MARGIN) * _SCALE) for side in (scene.width, scene.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER[Role.SURFACE]))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, (scene.width + 2 * MARGIN) * _SCALE, (scene.height + 2 * MARGIN) * _SCALE))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Image.frombytes("L", (width, height), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine(), 1)


def on_screen(scene: Scene, family: str) -> Image.Image:
    ink = SceneInk(family, {role: QColor(colour) for role, colour in PAPER.items()})

    def paint(painter, _box):
        painter.scale(_SCALE, _SCALE)
        painter.translate(MARGIN, MARGIN)
        ink.paint(painter, scene)

    return painted(scene, paint)


def as_svg(scene: Scene) -> Image.Image:
    renderer = QSvgRenderer(scene_svg(scene, "Chart").encode())
    assert renderer.isValid()
    return painted(scene, renderer.render)


def share_that_differs(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels whose grey differs by more than a quarter."""
    assert max(abs(one.width - other.width), abs(one.height - other.height)) <= 1
    box = (0, 0, min(one.width, other.width), min(one.height, other.height))
    counts = ImageChops.difference(*(image.crop(box).reduce(_FINER) for image in (one, other))).histogram()
    return sum(counts[65:]) / sum(counts)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("sample", _SAMPLES)
def test_screen_paper_and_svg_show_the_same_chart(paper_family, sample, chart):
    scene = scene_of(sample, chart)
    paper = on_paper(scene)
    more = _LETTERS.get(chart, 0.0)
    assert share_that_differs(paper, on_screen(scene, paper_family)) < _TOLERANCE + more
    assert share_that_differs(paper, as_svg(scene)) < _SVG_TOLERANCE + more


def moved(scene: Scene, kind: type, count: int) -> Scene:
    """Return a scene with the first shapes of a kind three points lower."""
    left = iter(range(count))
    ops = tuple(
        msgspec.structs.replace(op, y=op.y + 3)
        if isinstance(op, kind) and next(left, None) is not None
        else op
        for op in scene.ops
    )
    return msgspec.structs.replace(scene, ops=ops)


@pytest.mark.parametrize("kind", [Text, Rect])
def test_the_comparison_notices_what_moved(paper_family, kind):
    scene = scene_of(_SAMPLES[0], "timeline")
    other = moved(scene, kind, 1000)
    assert share_that_differs(on_paper(scene), on_screen(other, paper_family)) > _TOLERANCE
    assert share_that_differs(on_paper(scene), as_svg(other)) > _SVG_TOLERANCE


@pytest.mark.parametrize("chart", _CHARTS, ids=lambda chart: chart.__name__)
def test_every_text_of_a_chart_can_be_read_back(chart):
    scene = chart(example_plan(), 476, paper_measure)
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=(600, 1200)).build([SceneFlowable(scene)], canvasmaker=TextCanvas)
    said = " ".join(pypdfium2.PdfDocument(file)[0].get_textpage().get_text_bounded().split())
    assert all(" ".join(text.text.split()) in said for text in scene.texts())


def test_a_scene_higher_than_a_page_is_drawn_smaller():
    scene = timeline(example_plan(), 476, paper_measure)
    flowable = SceneFlowable(scene, max_height=scene.height / 2)
    assert flowable.wrap(476, 1000) == (238, scene.height / 2)
    assert flowable.alternative.startswith(scene.summary)
