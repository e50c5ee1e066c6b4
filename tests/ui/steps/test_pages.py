import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.editing import revision, verbs
from planner.model.kinds import KINDS, Step
from planner.model.plan import empty_plan
from planner.model.schema import fields
from planner.truths.example_plan import example_plan
from ui.kit.field_row import FieldRow
from ui.steps import make_page
from ui.theme import TextSize, ThemeChoice, apply_theme

STEPS = [pytest.param(step, id=step.value) for step in Step]
PLANS = {
    "empty": lambda _sample: empty_plan(),
    "example": lambda _sample: example_plan(),
    "bad": lambda sample: sample("what-not-to-do"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("plan", PLANS)
def test_every_page_opens_with_any_plan_and_fits_a_small_window(
    open_page, new_document, sample_plan, step, plan
):
    page = open_page(step, new_document(PLANS[plan](sample_plan)))
    for tab in range(page.tabs.count() if page.tabs else 0):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert page.minimumSizeHint().width() <= 600
        assert page.minimumSizeHint().height() <= 540
    heading = page.findChildren(QLabel)[0]
    assert heading.text() == step.heading


@pytest.mark.parametrize("step", STEPS)
def test_every_page_follows_the_plan_through_undo_and_redo(open_page, new_document, step):
    document = new_document(empty_plan())
    page = open_page(step, document)
    document.do(verbs.Edit(_refilled(document.plan), "Fill the plan"))
    QApplication.processEvents()
    document.undo()
    QApplication.processEvents()
    document.redo()
    QApplication.processEvents()
    for kind in (kind for kind in KINDS if kind.step is step):
        first = next(iter(document.plan.records(kind)), "")
        page.show_record(kind.key, first, "")
        assert page.isVisible()


def _refilled(plan):
    rich = example_plan()
    return revision.with_tables(plan, {kind.key: rich.records(kind) for kind in KINDS})


ON_PAGES = [kind for kind in KINDS if kind.key != "layout" and not kind.room]
"""The workshop is led in windows of its own. The document's layout is chosen in the export dialog; its fields
are tried there."""


@pytest.mark.parametrize("kind", ON_PAGES, ids=lambda kind: kind.key)
def test_one_is_led_to_every_field_of_every_kind(qtbot, open_page, new_document, kind, sample_plan):
    page = open_page(kind.step, new_document(sample_plan("pizzeria")))
    lost = []
    page.record_wanted.connect(lambda *place: lost.append(place))
    record = next(iter(page._document.plan.records(kind)), "")
    for spec in fields(kind.key):
        page.show_record(kind.key, record, spec.name)
        QApplication.processEvents()
        focus = page.focusWidget()
        assert focus is not None
        row = _row_of(focus)
        if row is not None:
            assert row.spec.name == spec.name or spec.name in {"rule", "subject", "question"}
    assert lost == []


def _row_of(widget):
    while widget is not None and not isinstance(widget, FieldRow):
        widget = widget.parentWidget()
    return widget


def test_a_record_of_another_page_is_asked_for(qtbot, open_page):
    page = open_page(Step.BUDGET)
    with qtbot.waitSignal(page.record_wanted) as told:
        page.show_linked("answer-reviews")
    assert told.args == ["tactics", "answer-reviews", ""]


@pytest.mark.parametrize("step", STEPS)
def test_every_control_has_a_name_and_can_be_hit(open_page, new_document, step, sample_plan):
    page = open_page(step, new_document(sample_plan("pizzeria")))
    wrong = []
    for tab in range(page.tabs.count() if page.tabs else 1):
        if page.tabs:
            page.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
        wrong += [problem for widget in page.findChildren(QWidget) if (problem := _problem(widget))]
    assert wrong == []


def _problem(widget):
    kinds = QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit | QAbstractItemView
    inner = widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox)
    if not isinstance(widget, kinds) or not widget.isVisible() or inner or _is_qts_own(widget):
        return ""
    if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())):
        return f"{widget} in {widget.parent()} has no name"
    if min(widget.width(), widget.height()) < 24 and not _is_word(widget):
        return f"{widget} is {widget.size()}"
    return ""


def _is_qts_own(widget):
    return type(widget).__module__.startswith("PySide6") and type(widget.parent()).__name__ in {
        "QTabBar",
        "QTableView",
        "RecordView",
        "QLineEdit",
    }


def _is_word(widget):
    """Whether it is a box or a button with words, whose words are a part of the target."""
    return isinstance(widget, QAbstractButton) and bool(widget.text()) and widget.height() >= 20


def test_labels_speak_for_their_fields(open_page):
    page = open_page(Step.PURPOSE)
    labels = [label for label in page.findChildren(QLabel) if label.buddy() is not None]
    assert {label.text() for label in labels} >= {"Plan title", "Organisation", "Sponsor", "What we share"}


def test_user_text_is_never_markup(open_page, new_document):
    plan = verbs.change(example_plan(), "brief", "title", "<h1>Big</h1><img src='x'>").plan
    plan = verbs.change(plan, "boss", "name", "<b>Boss</b>").plan
    for step in Step:
        page = open_page(step, new_document(plan))
        for tab in range(page.tabs.count() if page.tabs else 1):
            if page.tabs:
                page.tabs.setCurrentIndex(tab)
            assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
            tips = [
                w.toolTip()
                for w in page.findChildren(QWidget)
                if "<b>" in w.toolTip() or "<h1>" in w.toolTip()
            ]
            assert tips == []


def test_quick_add_leads_to_the_line_of_the_tab_that_is_shown(open_page):
    page = open_page(Step.TACTICS)
    page.tabs.setCurrentIndex(1)
    QTest.keyClick(
        page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert page.focusWidget().accessibleName() == "Quick add: idea"


def test_tabs_tell_how_many_there_are(open_page, new_document):
    document = new_document()
    page = open_page(Step.EXPERIENCE, document)
    assert page.tabs.tabText(0) == "Touchpoints 2"
    document.do(verbs.duplicate(document.plan, "evening"))
    assert page.tabs.tabText(0) == "Touchpoints 3"


def test_tabs_are_marked_by_what_is_found(qtbot, open_page, new_document, sample_plan):
    document = new_document(sample_plan("what-not-to-do"))
    page = open_page(Step.TACTICS, document)
    qtbot.waitUntil(lambda: not page.tabs.tabIcon(0).isNull())
    assert "the heaviest is Stop" in page.tabs.tabToolTip(0)


@pytest.mark.parametrize("step", STEPS)
def test_every_page_wears_every_theme_and_size(qapp, open_page, new_document, step, sample_plan):
    class Wishes:
        theme = ThemeChoice.DARK
        text_size = TextSize.LARGEST

    page = open_page(step, new_document(sample_plan("pizzeria")))
    apply_theme(qapp, Wishes())
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 900
    assert not page.grab().isNull()


@pytest.mark.parametrize("step", STEPS)
def test_a_page_goes_with_its_last_reference(qapp, new_document, sample_plan, step):
    page = make_page(step, new_document(sample_plan("pizzeria")))
    page.show()
    for tab in range(page.tabs.count() if page.tabs else 0):
        page.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
    page.close()
    gone = weakref.ref(page)
    gc.disable()
    try:
        del page
        assert gone() is None
    finally:
        gc.enable()
