"""In words half as long again, in the smallest window, with the largest text: nothing is cut or wider."""

import pytest
from pseudo_language import ACCENTED
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
)
from test_every_tab import DIALOGS, SMALLEST, opened, tabs_of

from planner.editing.verbs import change
from planner.model.kinds import Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.findings.panel import FindingsPanel
from ui.findings.rows import Show
from ui.kit.editors.texts import GrowingText
from ui.shell.stepper import Stepper
from ui.theme import TextSize, ThemeChoice

BUTTONS = (QPushButton, QCheckBox, QRadioButton)
USERS_OWN = "Go viral by summer"
"""The plan's title, which may be as long as its user likes: what does not fit is in its tool tip."""


@pytest.fixture
def window(request, desk, speaking, tmp_path):
    """Return the smallest window in the pseudo-language, over a plan in which everything is found."""
    speaking(ACCENTED)
    path = tmp_path / "bad.tcplan"
    PlanFile.create(path, load_sample("what-not-to-do")).close()
    window = desk.window_with(path)
    window._look.wear(ThemeChoice.LIGHT)
    window._look.write(getattr(request, "param", TextSize.NORMAL))
    window.resize(SMALLEST, 720)
    yield window
    window._look.write(TextSize.NORMAL)


def shown(root, kind):
    return (widget for widget in root.findChildren(kind) if widget.isVisibleTo(root) and widget.width() > 0)


def cut(root):
    """Return the program's words in a window that have less room than they need."""
    for _ in range(3):  # what is wrapped asks for more height only once it has its width
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    buttons = (button for button in shown(root, QAbstractButton) if isinstance(button, BUTTONS))
    found = [b.text() for b in buttons if b.text() and b.width() < b.sizeHint().width()]
    for label in shown(root, QLabel):
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            found += [label.text()] if label.text() and label.height() < needed else []
        elif label.text() and label.width() < label.sizeHint().width():
            found.append(label.text())
    return [words for words in found if words != USERS_OWN]


@pytest.fixture
def whole(qtbot):
    """Return what waits until a window cuts nothing: what opens beside a page changes its sizes once more."""

    def wait(root, where=""):
        def nothing_is_cut():
            assert (where, cut(root)) == (where, [])

        qtbot.waitUntil(nothing_is_cut)

    return wait


@pytest.mark.parametrize("window", [TextSize.NORMAL, TextSize.LARGEST], indirect=True)
@pytest.mark.parametrize("step", list(Step))
def test_no_word_of_a_page_is_cut_and_the_window_stays_small(window, step, whole):
    for tab in tabs_of(window, step):
        whole(window, tab)
        assert (tab, window.minimumSizeHint().width() <= SMALLEST) == (tab, True)
        assert (tab, window.width()) == (tab, SMALLEST)


@pytest.mark.parametrize("name", list(DIALOGS))
def test_no_word_of_a_dialog_is_cut(window, qtbot, name, whole):
    with opened(window, qtbot, name) as dialog:
        whole(dialog)
        assert dialog.minimumSizeHint().width() <= SMALLEST


def test_the_choices_of_findings_go_to_another_line(window, whole):
    if not window.workbench.panel_is_open:
        window.workbench.toggle_panel()
    panel = window.findChild(FindingsPanel)
    panel.show_findings(Show.ALL)
    whole(panel)


@pytest.mark.parametrize("window", [TextSize.NORMAL, TextSize.LARGEST], indirect=True)
@pytest.mark.parametrize("width", [SMALLEST, 2 * SMALLEST])
def test_a_text_of_a_few_lines_is_seen_whole(window, width, qtbot):
    plan = window.document.plan
    window.document.do(change(plan, plan.the_brief.id, "answer", "Guests come back on quiet evenings. " * 6))
    window.resize(width, 900)
    window.workbench.show_step(Step.PURPOSE)
    texts = list(shown(window.workbench.page, GrowingText))
    assert max(text.document().size().height() for text in texts) > 1

    def no_line_is_out_of_sight():
        assert [text.verticalScrollBar().maximum() for text in texts] == [0] * len(texts)

    qtbot.waitUntil(no_line_is_out_of_sight)


def test_a_step_is_as_high_as_its_words(window):
    stepper = window.findChild(Stepper)
    stepper.set_narrow(narrow=False)
    QApplication.processEvents()
    rows = [stepper.visualRect(stepper.model().index(row, 0)) for row in range(len(Step))]
    metrics = QFontMetrics(window.font())
    for row, step in zip(rows, Step, strict=True):
        wrapped = metrics.boundingRect(
            QRect(0, 0, stepper.width() * 2 // 3, 0), Qt.TextFlag.TextWordWrap, step.heading
        )
        assert row.height() > wrapped.height() + metrics.height()


def test_tabs_that_have_no_room_can_be_scrolled_to(window):
    window.workbench.show_step(Step.SIGN_OFF)
    QApplication.processEvents()
    bar = window.workbench.page.findChild(QTabBar)
    assert bar.tabRect(bar.count() - 1).right() > bar.width()
    arrows = [arrow for arrow in bar.findChildren(QToolButton) if arrow.isVisible()]
    assert len(arrows) == 2
    picture = arrows[1].grab().toImage()
    inks = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(inks) > 4


def test_a_word_that_is_cut_is_noticed(window):
    window.workbench.show_step(Step.TACTICS)
    button = next(b for b in shown(window, QPushButton) if b.text())
    button.setFixedWidth(button.sizeHint().width() // 2)
    assert button.text() in cut(window)


def test_the_longest_names_leave_the_findings_their_room(window):
    plan = window.document.plan
    for objective in plan.objectives:
        window.document.do(change(window.document.plan, objective, "name", "Donaudampfschifffahrt" * 6))
    window.resize(1440, 900)
    panel = window.findChild(FindingsPanel)
    if panel.isHidden():
        window.workbench.toggle_panel()
    for step in Step:
        for tab in tabs_of(window, step):
            assert (tab, panel.width() >= 300, window.width()) == (tab, True, 1440)
