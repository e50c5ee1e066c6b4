"""The language is switched while plans are open; figures and days follow the region."""

import itertools
from decimal import Decimal

import pytest
from hands import finds_nothing, no_more_widgets_than
from pseudo_language import ACCENTED, MIRRORED, forgotten
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QListView, QSplitter, QStackedWidget, QWidget

from planner.editing import verbs
from planner.language import language, speak
from planner.model.kinds import Step, kind_of
from planner.samples import load_sample
from planner.truths.example_plan import EXAMPLE_DAY
from ui.kit.field_row import FieldRow
from ui.kit.files import file_name
from ui.kit.rating_bar import RatingBar
from ui.main_window import MainWindow
from ui.palette.entries import entry_title
from ui.palette.matching import folded
from ui.shell.look import Look
from ui.shell.recent import recent_choices
from ui.shell.speech_menus import ChoiceMenu, language_name
from ui.shell.start_page import StartPage
from ui.shell.step_marks import standing_words
from ui.shell.tour import Tour
from ui.shell.windows import Windows
from ui.speech import Speech, language_of, region_of
from ui.theme import icon

pytestmark = pytest.mark.usefixtures("english_again")


@pytest.fixture
def window(desk, plan_path):
    return desk.window_with(plan_path)


def menu(window, key):
    """Return the menu in which a choice of this key stands."""
    return next(
        menu
        for menu in window.menuBar().findChildren(ChoiceMenu)
        if key in {a.objectName() for a in menu.actions()}
    )


def pick(window, key):
    """Choose a language or a region from its menu, as a user does."""
    next(action for action in menu(window, key).actions() if action.objectName() == key).trigger()


def choose(window, key, qtbot):
    """Choose a language or a region from its menu, and wait for the new words."""
    before = window.centralWidget()
    pick(window, key)
    qtbot.waitUntil(lambda: window.centralWidget() is not before)


def menus(window):
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def rename(window, place, name):
    document = window.document
    person = list(document.plan.people)[place]
    document.do(verbs.change(document.plan, person, "name", name))


def test_in_another_language_the_tour_is_given_on_the_plan_that_is_open(window, desk, qtbot):
    path = window.path
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    window.perform("help.tour")
    qtbot.waitUntil(lambda: any(tour.isVisible() for tour in window.findChildren(Tour)))
    assert window.path == path


def test_all_words_change_at_once_and_come_back(window, desk, qtbot):
    english = menus(window)
    choose(window, ACCENTED, qtbot)
    assert all(word.isascii() is False for word in menus(window))
    desk.settle(window)
    choose(window, "en", qtbot)
    assert menus(window) == english


def test_what_was_done_before_is_undone_after(window, desk, qtbot):
    before = window.document.plan
    rename(window, 0, "Renamed before")
    choose(window, ACCENTED, qtbot)
    rename(window, 1, "Renamed in between")
    choose(window, "en", qtbot)
    window.perform("edit.undo")
    window.perform("edit.undo")
    assert window.document.plan == before
    window.perform("edit.redo")
    assert next(iter(window.document.plan.people.values())).name == "Renamed before"


def test_step_entry_and_place_on_the_screen_stay(window, desk, qtbot):
    person = list(window.document.plan.people)[1]
    window.workbench.lead_to_entry("people", person)
    window.perform("view.findings")
    was = (window.geometry(), window.workbench.panel_is_open, window.document)
    choose(window, ACCENTED, qtbot)
    assert window.workbench.step is Step.PEOPLE
    assert window.workbench.chosen_record == person
    assert (window.geometry(), window.workbench.panel_is_open, window.document) == was


def test_a_tab_without_entries_and_the_board_stay(window, qtbot):
    window.workbench.show_step(Step.METRICS)
    window.workbench.show_tab(2)
    choose(window, ACCENTED, qtbot)
    assert (window.workbench.step, window.workbench.tab) == (Step.METRICS, 2)
    window.perform("go.board")
    choose(window, "en", qtbot)
    assert window.workbench.board_is_open


def test_what_was_typed_and_not_left_yet_is_in_the_plan(window, qtbot):
    person = next(iter(window.document.plan.people))
    window.workbench.lead_to_entry("people", person, "name")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    line = QApplication.focusWidget()
    line.setText("Typed just now")
    choose(window, ACCENTED, qtbot)
    assert window.document.plan.people[person].name == "Typed just now"


def test_findings_are_said_anew(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    objective = next(iter(window.document.plan.objectives))
    window.document.do(verbs.change(window.document.plan, objective, "measure", ""))
    desk.settle(window)
    english = {finding.message for finding in window.document.report.standing}
    assert english
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    assert english.isdisjoint({finding.message for finding in window.document.report.standing})


def test_the_wish_is_remembered(window, desk, qtbot):
    choose(window, ACCENTED, qtbot)
    choose(window, "DE", qtbot)
    assert (desk.settings.language, desk.settings.region) == (ACCENTED, "DE")
    speak("en")
    Speech(desk.app, desk.settings).speak()
    assert (language().tag, language().region) == (ACCENTED, "DE")


def two_windows(desk, path):
    """Return all windows, one with a plan and one with the ways to begin."""
    look = Look(desk.app, desk.settings)
    windows = Windows(
        desk.settings,
        lambda all_: MainWindow(desk.settings, desk.tasks, look, lambda: EXAMPLE_DAY, all_),
        look,
    )
    windows.begin([path])
    (first,) = windows.shown
    desk.settle(first)
    return windows, first, windows.open_new(beside=first)


def test_several_windows_change_together_and_none_is_left_behind(desk, qtbot, plan_path):
    windows, first, second = two_windows(desk, plan_path)
    choose(first, ACCENTED, qtbot)
    assert windows.shown == [first, second]
    assert menus(first) == menus(second)
    windows.leave()
    qtbot.wait(20)


def test_switching_to_and_fro_leaves_no_widgets_behind(window, desk, qtbot):
    def switch():
        for tag in (ACCENTED, "en"):
            choose(window, tag, qtbot)
            desk.settle(window)
            qtbot.wait(10)

    counts = []
    for _ in range(4):
        switch()
        counts.append(len(QApplication.allWidgets()))
    no_more_widgets_than(qtbot, counts[:-1])


def test_keys_reach_the_new_parts_alone(window, desk, qtbot):
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert window.workbench.step is Step.TACTICS


def test_there_is_no_menu_of_one_language(desk, monkeypatch, tmp_path):
    monkeypatch.setenv("TRUECOURSE_LANGUAGES", str(tmp_path))
    window = desk.window()
    keys = {action.objectName() for m in window.menuBar().findChildren(ChoiceMenu) for action in m.actions()}
    assert "DE" in keys
    assert "en" not in keys


def test_the_start_page_changes_as_well(desk, qtbot):
    window = desk.window()
    choose(window, ACCENTED, qtbot)
    ways = window.centralWidget().findChild(StartPage).findChild(QListView, "ways")
    assert not ways.model().index(0, 0).data().isascii()


def test_figures_and_days_are_shown_and_read_as_the_region_writes_them(window, desk, qtbot):
    tactic = next(iter(window.document.plan.tactics))
    window.document.do(verbs.change(window.document.plan, tactic, "hours", "1240.5"))
    choose(window, "DE", qtbot)
    window.workbench.lead_to_entry("tactics", tactic, "hours")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    line = QApplication.focusWidget()
    assert line.text() == "1.240,5"
    line.setText("1.130,25")
    window.document.flush()
    assert str(window.document.plan.tactics[tactic].hours) == "1130.25"


def test_a_computer_that_speaks_no_translation_speaks_english(speaking):
    assert language_of(QLocale("fi_FI")) == "en"
    assert region_of(QLocale("fi_FI")) == "FI"
    assert region_of(QLocale("C")) == "001"


def test_languages_are_called_as_their_speakers_call_them():
    assert [language_name(tag) for tag in ("de", "pt-BR", "en-XA")] == [
        "Deutsch",
        "Português (Brasil)",
        "English (XA)",
    ]


def left_of(part, window):
    return part.mapTo(window, part.rect().topLeft()).x()


def test_from_right_to_left_the_window_is_mirrored(window, desk, qtbot):
    choose(window, MIRRORED, qtbot)
    desk.settle(window)
    window.resize(1440, 900)
    stepper, findings = window.findChild(QListView, "stepper"), window.findChild(QListView, "findings")

    def is_mirrored():
        places = [left_of(part, window) for part in (stepper, window.workbench.page, findings)]
        assert places == sorted(set(places), reverse=True)
        brief = [row for row in window.workbench.page.findChildren(FieldRow) if row.isVisible()]
        rows = {row.spec.name: row.mapTo(window, row.rect().topLeft()) for row in brief}
        assert rows["starts_on"].y() == rows["ends_on"].y()
        assert rows["starts_on"].x() > rows["ends_on"].x()

    qtbot.waitUntil(is_mirrored)


@pytest.mark.parametrize("size", [(1024, 720), (1440, 900)])
def test_from_right_to_left_nothing_lies_over_another(window, desk, qtbot, size):
    choose(window, MIRRORED, qtbot)
    window.resize(*size)
    for step in Step:
        window.workbench.show_step(step)
        qtbot.wait(30)
        finds_nothing(qtbot, overlapping, window.workbench.page)
        finds_nothing(qtbot, sticking_out, window)


def sticking_out(window):
    """Return the parts of splitters and layouts that reach beyond what holds them."""
    return [
        (part, part.geometry(), part.parentWidget().rect())
        for part in window.findChildren(QWidget)
        if part.isVisible() and not part.isWindow() and is_laid_out(part)
        if not part.parentWidget().rect().contains(part.geometry())
    ]


def is_laid_out(part):
    above = part.parentWidget()
    return isinstance(above, QSplitter) or (above.layout() is not None and above.layout().indexOf(part) >= 0)


def overlapping(page):
    """Return the pairs of widgets side by side in a layout of which one lies over the other."""
    found = []
    for parent in [page, *page.findChildren(QWidget)]:
        if parent.layout() is None or isinstance(parent, QStackedWidget):
            continue
        parts = [
            part
            for part in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if part.isVisible() and not part.isWindow() and parent.layout().indexOf(part) >= 0
        ]
        found += [
            (one, other)
            for one, other in itertools.combinations(parts, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def cells_of(bar):
    """Return the colours of the ten cells of a rating, from the left."""
    image = bar.grab().toImage()
    return [image.pixelColor(10 + 20 * number, 12).name() for number in range(10)]


def test_what_is_painted_by_hand_is_mirrored(qtbot, dressed_app):
    bar = RatingBar()
    bar.setFixedSize(200, 24)
    bar.set_rating(Decimal(3))
    qtbot.addWidget(bar)
    from_left = cells_of(bar)
    assert len(set(from_left)) == 2
    dressed_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert cells_of(bar) == from_left[::-1]
    with qtbot.waitSignal(bar.picked) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(190, 12))
    assert told.args == [Decimal(1)]


def test_icons_point_along_the_writing(dressed_app):
    def picture(name):
        return icon(name).pixmap(32, 32).toImage()

    right, left, trash = picture("chevron-right"), picture("chevron-left"), picture("trash-2")
    dressed_app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert picture("chevron-right") == left != right
    assert picture("trash-2") == trash


def test_undo_and_the_recent_plans_speak_the_language_in_use_whenever_they_were_made(window, desk, qtbot):
    rename(window, 0, "Ö")
    desk.settle(window)
    undo = window.findChild(QAction, "edit.undo")
    english = undo.text()
    choose(window, ACCENTED, qtbot)
    desk.settle(window)
    assert forgotten(window.findChild(QAction, "edit.undo").text()) == []
    window.perform("file.close")
    qtbot.waitUntil(lambda: window.document is None)
    (recent,) = recent_choices(desk.settings.recent)
    assert not recent.detail.partition(" · ")[0].isascii()
    choose(window, "en", qtbot)
    (recent,) = recent_choices(desk.settings.recent)
    assert recent.detail.partition(" · ")[0].isascii()
    assert "name" in english


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("draft:0:0", "Ready to sign"),
        ("draft:2:1", "2 stops, 1 warning"),
        ("in-review:0:3", "In review · 3 warnings"),
        ("in-review:0:0", "In review"),
        ("signed:0:3", "Signed"),
        ("2 stops, 1 warning", "2 stops, 1 warning"),
        ("nonsense:1:1", "nonsense:1:1"),
        ("", ""),
    ],
)
def test_how_a_plan_stood_is_told_in_words(kept, words):
    assert standing_words(kept) == words


def test_names_of_files_have_no_marks_that_nobody_sees():
    assert file_name("\u2068Agenda\u2069 \u200fof May") == "Agenda of May"


def test_the_day_in_the_name_of_a_reading_stays_whole(speaking):
    plan = load_sample("pizzeria")
    kind = kind_of("readings")
    reading = next(iter(plan.readings.values()))
    assert "\u2068" not in entry_title(plan, kind, reading)
    speaking(MIRRORED)
    metric, day = entry_title(plan, kind, reading).split(" · ")
    for part in (metric, day):
        assert (part[0], part[-1]) == ("\u2068", "\u2069")
    matched = folded(entry_title(plan, kind, reading))
    assert len(matched) == len(entry_title(plan, kind, reading))
