"""A field of several lines: as high as its lines, and with a bar only once it grows no further."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.editors.texts import GrowingText


@pytest.fixture
def text(qtbot, dressed_app):
    page = QWidget()
    qtbot.addWidget(page)
    text = GrowingText()
    column = QVBoxLayout(page)
    column.addWidget(text)
    column.addStretch()
    page.resize(400, 700)
    page.show()
    yield text
    page.close()


@pytest.mark.parametrize(("lines", "barred"), [(1, False), (9, False), (10, True)])
def test_only_what_is_longer_than_the_field_has_a_bar(text, qtbot, lines, barred):
    text.setPlainText("\n".join("word" for _ in range(lines)))
    qtbot.waitUntil(lambda: text.height() == text.sizeHint().height())
    bar = text.verticalScrollBar()
    assert (bar.isVisible(), bar.maximum() > 0) == (barred, barred)


def test_the_bar_goes_with_the_lines(text, qtbot):
    text.setPlainText("word\n" * 20)
    qtbot.waitUntil(text.verticalScrollBar().isVisible)
    text.setPlainText("word")
    qtbot.waitUntil(lambda: not text.verticalScrollBar().isVisible())
    assert text.verticalScrollBar().maximum() == 0
