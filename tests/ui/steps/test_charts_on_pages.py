from decimal import Decimal

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from planner.charts.timeline import timeline
from planner.editing import verbs
from planner.model.kinds import Step, kind_of
from planner.model.plan import empty_plan
from planner.model.records_work import Tactic
from planner.model.vocabulary import TacticKind
from ui.kit.chart_panel import ChartPanel
from ui.kit.kind_editor import KindEditor
from ui.kit.nothing_to_draw import Needs
from ui.kit.scrolling import ScrollPage
from ui.theme.tokens import MEDIUM

CHARTS = [
    (Step.CHANNELS, "Promises kept?"),
    (Step.EXPERIENCE, "Sequence"),
    (Step.OBJECTIVES, "Worth"),
    (Step.TACTICS, "Timeline"),
    (Step.TACTICS, "Sequence"),
    (Step.PEOPLE, "Load"),
    (Step.METRICS, "Ladder"),
    (Step.BUDGET, "Timeline"),
    (Step.BUDGET, "Worth"),
]


def open_tab(page, title):
    for tab in range(page.tabs.count()):
        if page.tabs.tabText(tab) == title:
            page.tabs.setCurrentIndex(tab)
    QApplication.processEvents()
    return next(panel for panel in page.findChildren(ChartPanel) if panel.isVisible())


@pytest.mark.parametrize(("step", "title"), CHARTS)
def test_a_chart_is_drawn_and_walked_by_keys(open_page, new_document, step, title, sample_plan):
    panel = open_tab(open_page(step, new_document(sample_plan("pizzeria"))), title)
    view = panel.view
    assert view.isVisible()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.focused_mark is not None
    assert view.accessibleName()


@pytest.mark.parametrize(("tactics", "has_bar"), [(3, False), (80, True)])
def test_a_chart_that_needs_the_scroll_bar_is_drawn_once_for_the_width_beside_it(
    qtbot, new_document, sample_plan, tactics, has_bar
):
    some = list(sample_plan("pizzeria").tactics.values())
    many = {f"t{n}": structs.replace(some[n % len(some)], id=f"t{n}") for n in range(tactics)}
    widths = []

    def draw(plan, width, measure, size):
        widths.append(width)
        return timeline(plan, width, measure, size=size)

    document = new_document(structs.replace(sample_plan("pizzeria"), tactics=many))
    panel = ChartPanel(document, draw, {"tactics"}, "When what runs", needs=Needs("", ("tactics",)))
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    bar = panel.findChild(ScrollPage).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.isVisible() is has_bar)
    assert len(widths) == (1 if has_bar else 2)
    assert widths[-1] == panel.view.width() - 2 * MEDIUM


def act(panel, words):
    """Choose from the menu of a chart's picture, by the keys that a user would press."""
    menu = panel.picture_button.menu()
    menu.popup(panel.mapToGlobal(QPoint(10, 10)))
    action = next(action for action in menu.actions() if action.text() == words)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(("words", "begins"), [("Save as SVG…", b"<?xml"), ("Save as PNG…", b"\x89PNG")])
def test_a_chart_is_saved_as_a_picture(open_page, new_document, sample_plan, tmp_path, words, begins):
    panel = open_tab(open_page(Step.TACTICS, new_document(sample_plan("pizzeria"))), "Timeline")
    act(panel, words)
    dialog = panel.window().findChild(QFileDialog)
    assert "chart" in dialog.selectedFiles()[0]
    target = tmp_path / f"chart.{words[8:11].lower()}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes().startswith(begins)
    assert list(tmp_path.iterdir()) == [target]


def test_a_picture_that_can_not_be_written_is_told(open_page, new_document, sample_plan, tmp_path):
    panel = open_tab(open_page(Step.TACTICS, new_document(sample_plan("pizzeria"))), "Timeline")
    act(panel, "Save as SVG…")
    dialog = panel.window().findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "absent" / "chart.svg"))
    dialog.close()
    box = panel.window().findChild(QMessageBox)
    assert "absent" in box.text()
    box.close()


def test_a_copied_chart_is_the_picture_that_the_document_has(open_page, new_document, sample_plan):
    panel = open_tab(open_page(Step.TACTICS, new_document(sample_plan("pizzeria"))), "Timeline")
    act(panel, "Copy picture")
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1200
    assert image.pixelColor(2, 2) == QColor("white")
    spots = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    assert sum(image.pixelColor(x, y).lightness() < 200 for x, y in spots) > 500


def test_without_a_chart_there_is_no_picture(open_page, new_document):
    panel = open_tab(open_page(Step.TACTICS, new_document(empty_plan())), "Timeline")
    assert not panel.picture_button.isEnabled()


@pytest.mark.parametrize(("step", "title"), CHARTS)
def test_an_empty_chart_says_what_is_missing(open_page, new_document, step, title):
    panel = open_tab(open_page(step, new_document(empty_plan())), title)
    assert not panel.view.isVisible()


@pytest.mark.parametrize(("step", "title"), CHARTS)
def test_a_chart_is_there_in_words(open_page, new_document, step, title, sample_plan):
    panel = open_tab(open_page(step, new_document(sample_plan("what-not-to-do"))), title)
    panel.words_button.setFocus()
    QTest.keyClick(panel.words_button, Qt.Key.Key_Space)
    assert panel.words.isVisible()
    assert not panel.view.isVisible()
    assert panel.words.toPlainText() == panel.view.scene.description
    QTest.keyClick(panel.words_button, Qt.Key.Key_Space)
    assert panel.view.isVisible()


def test_words_follow_the_plan(open_page, new_document, sample_plan):
    document = new_document(sample_plan("pizzeria"))
    panel = open_tab(open_page(Step.OBJECTIVES, document), "Worth")
    panel.words_button.click()
    objective = next(iter(document.plan.objectives))
    document.do(verbs.change(document.plan, objective, "name", "A name of its own"))
    assert "A name of its own: cost" in panel.words.toPlainText()


def test_an_empty_chart_has_no_words(open_page, new_document):
    panel = open_tab(open_page(Step.OBJECTIVES, new_document(empty_plan())), "Worth")
    assert not panel.words_button.isEnabled()


def test_enter_on_a_mark_leads_to_its_record(open_page, new_document, sample_plan):
    page = open_page(Step.TACTICS, new_document(sample_plan("pizzeria")))
    view = open_tab(page, "Timeline").view
    view.setFocus()
    mark = next(mark for mark in view.scene.marks if mark.record in page._document.plan.tactics)
    while view.focused_mark.record != mark.record:
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == 0
    assert page.chosen_record == mark.record


def test_a_chart_follows_the_plan_and_one_that_is_hidden_catches_up(open_page, new_document, sample_plan):
    document = new_document(sample_plan("pizzeria"))
    page = open_page(Step.CHANNELS, document)
    panel = open_tab(page, "Promises kept?")
    channel = next(c for c in document.plan.channels.values() if c.interactive)
    before = panel.view.scene
    document.do(verbs.change(document.plan, channel.id, "minutes", Decimal(50)))
    assert panel.view.scene is not before
    page.tabs.setCurrentIndex(0)
    hidden = panel.view.scene
    document.do(verbs.change(document.plan, channel.id, "minutes", Decimal(20)))
    assert panel.view.scene is hidden
    open_tab(page, "Promises kept?")
    assert panel.view.scene is not hidden


def test_the_budget_says_in_words_what_is_left(open_page, new_document, sample_plan):
    document = new_document(sample_plan("pizzeria"))
    page = open_page(Step.BUDGET, document)
    assert page._sum.text().endswith(" left.")
    approved = document.plan.the_budget.approved
    less = verbs.change(document.plan, "budget", "approved", type(approved)(Decimal(1000), approved.currency))
    document.do(less)
    assert "too much" in page._sum.text()
    document.do(verbs.change(document.plan, "budget", "approved", None))
    assert page._sum.text().endswith("No amount is approved yet.")


def test_pilots_are_those_tactics_that_are_marked(open_page, new_document):
    document = new_document()
    page = open_page(Step.BUDGET, document)
    titles = [page.tabs.tabText(tab) for tab in range(page.tabs.count())]
    assert "Pilots 0" in titles
    document.do(verbs.change(document.plan, "weekday-letter", "pilot", value=True))
    titles = [page.tabs.tabText(tab) for tab in range(page.tabs.count())]
    assert "Pilots 1" in titles


@pytest.mark.parametrize(("step", "title"), CHARTS)
def test_a_chart_without_data_leads_to_where_it_is_entered(qtbot, open_page, new_document, step, title):
    page = open_page(step, new_document(empty_plan()))
    panel = open_tab(page, title)
    assert panel.way_on.isVisible()
    assert panel.way_on.text().startswith("Go to ")
    kinds = []
    panel.kind_wanted.connect(kinds.append)
    page.record_wanted.connect(lambda kind, *_: kinds.append(kind))
    panel.way_on.setFocus()
    QTest.keyClick(panel.way_on, Qt.Key.Key_Space)
    assert panel.way_on.text() == f"Go to {kind_of(kinds[0]).words.lower()}"
    if len(kinds) == 1:
        editor = next(each for each in page.findChildren(KindEditor) if each.isVisible())
        assert editor.kind_key == kinds[0]
        qtbot.waitUntil(lambda: editor.isAncestorOf(QApplication.focusWidget()))


def test_a_chart_leads_on_to_what_is_still_missing(open_page, new_document):
    document = new_document(empty_plan())
    panel = open_tab(open_page(Step.TACTICS, document), "Sequence")
    assert panel.way_on.text() == "Go to tactics"
    document.do(verbs.add(document.plan, Tactic(id="answer", name="Answer", kind=TacticKind.LISTEN)))
    assert panel.way_on.text() == "Go to experience issues"


def test_what_a_plan_costs_is_not_drawn_while_it_costs_nothing(open_page, new_document):
    page = open_page(Step.BUDGET, new_document(empty_plan()))
    panel = next(panel for panel in page.findChildren(ChartPanel) if panel.isVisible())
    panel.way_on.click()
    assert next(each for each in page.findChildren(KindEditor) if each.isVisible()).kind_key == "budget_lines"
