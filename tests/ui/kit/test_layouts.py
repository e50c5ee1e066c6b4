from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from shiboken6 import delete

from ui.kit.flow import FlowLayout
from ui.kit.inset_button import InsetButton
from ui.kit.text import caption_of, plain_label, plain_tooltip


def flow_of(qtbot, count, width, direction=Qt.LayoutDirection.LeftToRight):
    host = QWidget()
    qtbot.addWidget(host)
    host.setLayoutDirection(direction)
    flow = FlowLayout(host)
    buttons = [QPushButton(f"Button {at}") for at in range(count)]
    for button in buttons:
        flow.addWidget(button)
    host.resize(width, 400)
    host.show()
    QApplication.processEvents()
    return host, flow, buttons


def test_what_has_no_room_goes_to_the_next_line(qtbot):
    _host, flow, buttons = flow_of(qtbot, 5, 260)
    lines = {button.y() for button in buttons}
    assert len(lines) > 1
    assert all(button.x() + button.width() <= 260 for button in buttons)
    assert flow.heightForWidth(260) == max(b.y() + b.height() for b in buttons)
    assert flow.heightForWidth(2000) == buttons[0].height()


def test_a_flow_runs_from_the_right_where_the_language_does(qtbot):
    host, _flow, buttons = flow_of(qtbot, 2, 400, Qt.LayoutDirection.RightToLeft)
    assert buttons[0].x() > buttons[1].x()
    assert buttons[0].x() + buttons[0].width() == host.width()


def test_a_flow_whose_items_are_gone_takes_no_room(qtbot):
    _host, flow, _buttons = flow_of(qtbot, 2, 400)
    assert flow.heightForWidth(400) > 0
    for at in range(flow.count()):
        delete(flow.itemAt(at))
    assert flow.heightForWidth(400) == 0
    assert flow.minimumSize().width() == 0
    flow._placed.clear()


def test_an_inset_button_stays_at_the_lines_end(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    button = InsetButton(line, "calendar", "Calendar", "Pick a day")
    line.resize(300, 32)
    line.show()
    QApplication.processEvents()
    assert button.geometry().right() <= line.width()
    assert button.x() > 250
    line.resize(200, 32)
    QApplication.processEvents()
    assert 150 < button.x() < 200
    assert min(button.width(), button.height()) >= 24


def test_texts_are_never_markup():
    assert plain_label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText
    assert "<b>" not in plain_tooltip("<b>x</b>")
    assert plain_tooltip("") == ""
    assert len(plain_tooltip("x" * 5000)) < 1200
    assert caption_of("Q&A") == "Q&&A"
