"""The same scene on screen and on paper, pixel by pixel."""

import io
from math import ceil

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from reportlab.platypus import SimpleDocTemplate

from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart
from planner.charts.ladder import ladder
from planner.charts.load import load_chart
from planner.charts.pdf import PAPER, SceneFlowable, paper_measure
from planner.charts.scene import Role, Scene, Text
from planner.charts.timeline import timeline
from planner.document.text.canvas import TextCanvas
from planner.document.text.fontfiles import MAIN, packaged
from planner.truths.example_plan import example_plan
from ui.charts.painter import SceneInk

_SCALE = 2
_TOLERANCE = 0.02
"""Share of pixels that may differ: Qt sets pairs of letters closer, and smooths edges its own way."""
_CHARTS = [timeline, ladder, load_chart, budget_chart, capacity_chart]


@pytest.fixture(scope="module")
def paper_family(dressed_app):
    number = QFontDatabase.addApplicationFont(str(packaged(MAIN).path))
    return QFontDatabase.applicationFontFamilies(number)[0]


def on_paper(scene: Scene) -> QImage:
    """Return the scene as a PDF reader shows it."""
    file = io.BytesIO()
    size = (ceil(scene.width) + 12, ceil(scene.height) + 12)
    frame = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 0)
    SimpleDocTemplate(file, pagesize=size, **frame).build([SceneFlowable(scene)], canvasmaker=TextCanvas)
    bitmap = pypdfium2.PdfDocument(file)[0].render(scale=_SCALE)
    pixels = bitmap.buffer
    image = QImage(bytes(pixels), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
    return image.copy(6 * _SCALE, 6 * _SCALE, round(scene.width * _SCALE), round(scene.height * _SCALE))


def on_screen(scene: Scene, family: str) -> QImage:
    ink = SceneInk(family, {role: QColor(colour) for role, colour in PAPER.items()})
    image = QImage(round(scene.width * _SCALE), round(scene.height * _SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER[Role.SURFACE]))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    ink.paint(painter, scene)
    painter.end()
    return image


def share_that_differs(one: QImage, other: QImage) -> float:
    """Return the share of pixels whose grey differs by more than a quarter."""
    greys = [
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits()) for image in (one, other)
    ]
    return sum(abs(a - b) > 64 for a, b in zip(*greys, strict=True)) / len(greys[0])


@pytest.mark.parametrize("chart", _CHARTS, ids=lambda chart: chart.__name__)
def test_screen_and_paper_show_the_same_chart(paper_family, chart):
    scene = chart(example_plan(), 476, paper_measure)
    assert share_that_differs(on_paper(scene), on_screen(scene, paper_family)) < _TOLERANCE


def test_the_comparison_notices_a_text_that_moved(paper_family):
    scene = timeline(example_plan(), 476, paper_measure)
    moved = [
        Text(op.x, op.y + 3, op.text, op.size, op.role, op.anchor, op.weight) if isinstance(op, Text) else op
        for op in scene.ops
    ]
    other = Scene(scene.width, scene.height, tuple(moved), scene.marks, scene.summary)
    assert share_that_differs(on_paper(scene), on_screen(other, paper_family)) > _TOLERANCE


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
    assert flowable.alternative == scene.summary
