"""A page that scrolls up and down gets the width that it needs, also when it needs more later."""

from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label


def test_a_page_that_needs_more_width_later_takes_it_from_its_neighbour(qtbot, dressed_app):
    page, label = QWidget(), plain_label("Short")
    QVBoxLayout(page).addWidget(label)
    split = QSplitter()
    split.setChildrenCollapsible(False)
    split.addWidget(QWidget())
    area = ScrollPage(page)
    split.addWidget(area)
    split.resize(700, 200)
    qtbot.addWidget(split)
    split.show()
    split.setSizes([600, 100])
    qtbot.waitUntil(lambda: area.viewport().width() < 200)
    label.setText("A line of words that is much longer than what stood there before")
    qtbot.waitUntil(lambda: area.viewport().width() >= page.minimumSizeHint().width())
