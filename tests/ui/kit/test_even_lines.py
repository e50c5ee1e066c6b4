"""In a mirrored window lines begin evenly at the right, and margins are at the side where they belong."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.truths.example_plan import example_plan
from ui.kit.editors.links import Chip
from ui.kit.text import plain_label
from ui.theme import ui_font
from ui.theme.tokens import BODY
from ui.theme.wrapping import evened, wrapped

HEBREW = " ".join(["שלום"] * 30)
LATIN = " ".join(["Hello"] * 30)


@pytest.fixture
def from_right(dressed_app):
    dressed_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    dressed_app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def right_ends(image):
    """Return where each line of black words on white ends at the right."""
    inked = [
        max((x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128), default=0)
        for y in range(image.height())
    ]
    ends, line = [], 0
    for edge in [*inked, 0]:
        if not edge and line:
            ends.append(line)
        line = max(line, edge) if edge else 0
    return ends


def grabbed(label, qtbot):
    label.setStyleSheet("background: white; color: black")
    qtbot.addWidget(label)
    label.resize(200, 400)
    label.show()
    QApplication.processEvents()
    return label.grab().toImage()


@pytest.mark.parametrize("text", [HEBREW, LATIN])
@pytest.mark.usefixtures("from_right")
def test_all_lines_of_a_label_begin_at_the_same_place(qtbot, text):
    ends = right_ends(grabbed(plain_label(text, wraps=True), qtbot))
    assert len(ends) > 3
    assert max(ends) - min(ends) <= 1
    assert max(ends) >= 195


@pytest.mark.usefixtures("from_right")
def test_so_do_those_that_are_painted():
    image = QImage(200, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.setFont(ui_font(BODY))
    area = QRectF(0, 0, 200, 400)
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap), evened(HEBREW, ui_font(BODY), 200))
    painter.end()
    ends = right_ends(image)
    assert len(ends) > 3
    assert max(ends) - min(ends) <= 1


@pytest.mark.usefixtures("from_right")
def test_no_word_is_lost_where_a_line_breaks(qtbot):
    assert evened(HEBREW, ui_font(BODY), 120).split() == HEBREW.split()
    assert evened("One\n\nTwo three", ui_font(BODY), 400) == "One\n\nTwo three"
    label = plain_label(HEBREW, wraps=True)
    qtbot.addWidget(label)
    assert label.text() == HEBREW
    layout = wrapped(HEBREW, ui_font(BODY), 120)
    assert layout.text().split() == HEBREW.split()
    assert max(layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())) <= 120


def test_from_the_left_nothing_is_changed(dressed_app):
    assert evened(HEBREW, ui_font(BODY), 60) == HEBREW


@pytest.mark.usefixtures("from_right")
def test_a_chip_has_air_where_its_name_begins(qtbot):
    plan = example_plan()
    person = next(iter(plan.people))
    chip = Chip(person, plan.name_of(person))
    qtbot.addWidget(chip)
    margins = chip.layout().contentsMargins()
    assert (margins.left(), margins.right()) == (0, 8)
