from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from planner.document.options import PdfOptions
from planner.document.pdf import export_pdf
from planner.editing.verbs import add, change
from planner.exchange.plan_json import write_json
from planner.model.kinds import Step
from planner.model.records_purpose import Person
from planner.store.plan_file import PlanFile
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from ui.dialogs.keys import KeysDialog
from ui.dialogs.samples import SampleDialog
from ui.dialogs.unsaved import UnsavedDialog
from ui.dialogs.verify import VerifyDialog
from ui.dialogs.waive import WaiveDialog
from ui.findings.panel import FindingsPanel
from ui.kit.choice_list import ChoiceList
from ui.saving import SaveState
from ui.shell.banner import Banner
from ui.shell.stepper import Stepper
from ui.theme import current_tokens

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(qtbot):
    """Return what presses a key in whatever has the keyboard."""

    def press_(window, key, modifiers=NONE):
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)

    return press_


@pytest.fixture
def with_gap(tmp_path):
    """Return the file of a plan whose business question has no answer."""
    return plan_file(tmp_path, example_with(("brief", "answer", "")))


def plan_file(folder, plan):
    path = folder / "gap.tcplan"
    PlanFile.create(path, plan).close()
    return path


def choose_file(qtbot, window, path):
    """Put a path into the file dialog that is open, and press Enter."""
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(path))
    qtbot.keyClick(name, Qt.Key.Key_Return)


def steps_of(window):
    return window.findChild(Stepper)


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def top(window, action_id):
    return window.findChild(QToolButton, f"top.{action_id}")


def test_without_a_plan_it_offers_ways_to_begin(desk):
    window = desk.window()
    assert window.windowTitle() == "Truecourse"
    samples = window.findChild(ChoiceList, "samples")
    assert "pizzeria" in samples.choice_ids
    ways = window.findChild(ChoiceList, "ways")
    assert ways.isVisible()
    assert {"file.new", "file.open", "file.spreadsheet", "help.tour"} <= set(ways.choice_ids)
    assert not window.findChild(QPushButton, "start.file.new").isVisible()  # no way is offered twice


def test_a_sample_becomes_a_plan_file_of_ones_own(desk, qtbot, tmp_path):
    window = desk.window()
    samples = window.findChild(ChoiceList, "samples")
    row = samples.choice_ids.index("pizzeria")
    centre = samples.visualRect(samples.model().index(row, 0)).center()
    qtbot.mouseClick(samples.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    choose_file(qtbot, window, tmp_path / "mine.tcplan")
    desk.settle(window)
    assert window.document.path == tmp_path / "mine.tcplan"
    assert len(window.document.plan.tactics) >= 12
    assert window.document.plan.the_brief.title in window.windowTitle()


def test_a_new_plan_is_a_file_from_the_start_and_called_after_it(desk, qtbot, press, tmp_path):
    window = desk.window()
    press(window, Qt.Key.Key_N, CTRL)
    choose_file(qtbot, window, tmp_path / "Spring")
    desk.settle(window)
    assert (tmp_path / "Spring.tcplan").exists()
    assert window.document.plan.the_brief.title == "Spring"


def test_every_step_can_be_reached_by_its_number(desk, press, plan_path):
    window = desk.window_with(plan_path)
    for number, step in enumerate(Step, 1):
        press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.workbench.step is step
        assert step.heading in words_in(window.workbench.page)


def test_next_names_what_comes_and_walks_to_the_end_and_back(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    on, back = (window.workbench.findChild(QPushButton, name) for name in ("next", "back"))
    for here, there in zip(Step, list(Step)[1:], strict=False):
        assert window.workbench.step is here
        assert on.text() == f"Next: {there.heading}"
        qtbot.mouseClick(on, Qt.MouseButton.LeftButton)
    assert window.workbench.step is Step.SIGN_OFF
    assert not on.isVisible()
    for _ in range(len(Step) - 1):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.workbench.step is Step.PURPOSE
    assert not back.isVisible()


def test_arrows_walk_the_steps(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    steps_of(window).setFocus()
    press(window, Qt.Key.Key_Down)
    assert window.workbench.step is Step.EXPERIENCE
    press(window, Qt.Key.Key_End)
    assert window.workbench.step is Step.SIGN_OFF


def test_each_step_tells_its_state_by_words_as_well(desk, with_gap):
    window = desk.window_with(with_gap)
    model = steps_of(window).model()
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Step 1 of 9, Purpose, Stopped · 1 stop"
    assert "Done" in model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)


def test_a_finding_leads_to_its_very_field(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    press(window, Qt.Key.Key_5, CTRL)
    press(window, Qt.Key.Key_F8)
    assert window.workbench.step is Step.PURPOSE
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    assert "improve the business" in QApplication.focusWidget().accessibleName()


def test_mending_the_field_takes_the_finding_away(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    qtbot.keyClicks(QApplication.focusWidget(), "Guests come back on weekdays.")
    qtbot.waitUntil(lambda: not window.document.report.standing, timeout=10_000)
    assert top(window, "view.findings").text() == "Findings"


def test_undo_and_redo_say_what_they_do(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    document = window.document
    document.do(add(document.plan, Person(id="temp", name="Temp")))
    undo, redo = top(window, "edit.undo"), top(window, "edit.redo")
    assert "Undo: Add person “Temp” (Ctrl+Z)" in undo.toolTip()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert "temp" not in document.plan.people
    assert not undo.isEnabled()
    assert "Redo: Add person “Temp”" in redo.toolTip()
    press(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert "temp" in document.plan.people


def test_undo_shows_the_step_that_it_changed(desk, press, plan_path):
    window = desk.window_with(plan_path)
    document = window.document
    document.do(add(document.plan, Person(id="temp", name="Temp")))
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.workbench.step is Step.PEOPLE


def test_what_one_did_survives_closing_and_reopening(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    press(window, Qt.Key.Key_6, CTRL)
    document = window.document
    document.do(change(document.plan, "brief", "title", "Quiet Tuesdays"))
    document.do(add(document.plan, Person(id="temp", name="Temp")))
    window.close()
    again = desk.window_with(plan_path)
    assert again.document.plan.the_brief.title == "Quiet Tuesdays"
    assert again.document.history.undo_label == "Add person “Temp”"
    assert again.workbench.step is Step.PEOPLE
    assert again.document.report.can_sign


def test_the_entry_that_was_chosen_is_chosen_again(desk, plan_path):
    window = desk.window_with(plan_path)
    window.workbench.show_step(Step.TACTICS)
    last = list(window.document.plan.tactics)[-1]
    window.workbench.show_record("tactics", last)
    assert window.workbench.chosen_record == last
    window.close()
    again = desk.window_with(plan_path)
    assert (again.workbench.step, again.workbench.chosen_record) == (Step.TACTICS, last)


def test_typing_that_is_not_left_yet_is_saved_on_closing(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    qtbot.keyClicks(QApplication.focusWidget(), "Half a sentence")
    window.close()
    with PlanFile.open(with_gap) as file:
        assert file.plan.the_brief.answer == "Half a sentence"


def test_the_bar_says_whether_everything_is_saved(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    assert SaveState.SAVED.label in words_in(window)
    document = window.document
    document.do(change(document.plan, "brief", "title", "Quiet Tuesdays"))
    assert SaveState.SAVING.label in words_in(window)
    qtbot.waitUntil(lambda: SaveState.SAVED.label in words_in(window))
    assert window.windowTitle() == "Quiet Tuesdays — Truecourse"


def test_a_plan_that_can_not_be_saved_offers_what_helps(desk, qtbot, plan_path, tmp_path):
    window = desk.window_with(plan_path)
    plan_path.rename(tmp_path / "moved.tcplan")
    document = window.document
    document.do(change(document.plan, "brief", "title", "Quiet Tuesdays"))
    banner = window.findChild(Banner)
    qtbot.waitUntil(banner.isVisible)
    assert banner.text.startswith("Not saved: ")
    assert SaveState.FAILED.label in words_in(window)
    qtbot.mouseClick(banner.findChild(QPushButton, "copy"), Qt.MouseButton.LeftButton)
    choose_file(qtbot, window, tmp_path / "copy.tcplan")
    qtbot.waitUntil((tmp_path / "copy.tcplan").exists)
    with PlanFile.open(tmp_path / "copy.tcplan") as file:
        assert file.plan.the_brief.title == "Quiet Tuesdays"
    window.close()
    assert window.isVisible()
    asked = window.findChild(UnsavedDialog)
    qtbot.mouseClick(asked.findChild(QPushButton, "drop"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.document is None)


def test_a_file_that_is_no_plan_is_refused_in_plain_words(desk, qtbot, tmp_path):
    (tmp_path / "letter.tcplan").write_text("Dear Sir")
    window = desk.window()
    window.open_path(tmp_path / "letter.tcplan")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert "letter.tcplan" in box.text()
    box.close()
    assert window.document is None


def test_opening_a_second_plan_closes_the_first(desk, qtbot, plan_path, with_gap):
    window = desk.window_with(plan_path)
    window.open_path(with_gap)
    qtbot.waitUntil(lambda: window.document is not None and window.document.path == with_gap)
    with PlanFile.open(plan_path) as file:
        assert file.plan.the_brief.title
    window.open_path(with_gap)
    qtbot.wait(50)
    assert window.document.path == with_gap


def test_a_dropped_plan_is_opened(desk, qtbot, plan_path):
    window = desk.window()
    drop(window, plan_path)
    desk.settle(window)
    assert window.document.path == plan_path


def test_a_dropped_json_becomes_a_plan_file(desk, qtbot, tmp_path):
    source = tmp_path / "theirs.json"
    source.write_bytes(write_json(example_plan()))
    window = desk.window()
    drop(window, source)
    choose_file(qtbot, window, tmp_path / "ours.tcplan")
    desk.settle(window)
    assert window.document.path == tmp_path / "ours.tcplan"
    assert window.document.plan == example_plan()


def test_a_dropped_document_is_verified_and_becomes_the_plan_that_it_shows(desk, qtbot, tmp_path):
    plan, source = example_plan(), tmp_path / "printed.pdf"
    export_pdf(plan, check_plan(plan, EXAMPLE_DAY), source, PdfOptions(), today=EXAMPLE_DAY)
    window = desk.window()
    drop(window, source)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "make") is not None)
    make = window.findChild(QPushButton, "make")
    qtbot.waitUntil(make.isVisible, timeout=30_000)
    # What is added to a layout shows with its next turn.
    qtbot.waitUntil(lambda: "No digital signature" in words_in(window.findChild(VerifyDialog)))
    qtbot.mouseClick(make, Qt.MouseButton.LeftButton)
    choose_file(qtbot, window, tmp_path / "ours.tcplan")
    desk.settle(window)
    assert window.document.plan == plan


def test_other_files_are_not_taken(desk, tmp_path):
    window = desk.window()
    drop(window, tmp_path / "picture.png")
    assert window.document is None


def test_a_recent_plan_is_offered_with_its_state(desk, qtbot, with_gap):
    window = desk.window_with(with_gap)
    window.close_plan()
    assert window.document is None
    recent = window.findChild(ChoiceList, "recent")
    assert recent.choice_ids == [str(with_gap)]
    told = recent.model().data(recent.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "1 stop" in told
    qtbot.mouseClick(
        recent.viewport(),
        Qt.MouseButton.LeftButton,
        pos=recent.visualRect(recent.model().index(0, 0)).center(),
    )
    desk.settle(window)
    assert window.document.path == with_gap


def test_the_next_session_begins_with_the_last_plan_unless_it_was_closed(desk, plan_path):
    window = desk.window_with(plan_path)
    window.close()
    assert desk.settings.last_plan == str(plan_path)
    window = desk.window_with(plan_path)
    window.close_plan()
    window.close()
    assert desk.settings.last_plan == ""


def test_how_a_plan_stands_is_not_guessed_before_it_is_checked(desk, qtbot, with_gap):
    window = desk.window()
    window.open_path(with_gap)
    qtbot.waitUntil(lambda: window.document is not None)
    assert desk.settings.recent[0].state == ""
    desk.settle(window)
    window.close()
    assert desk.settings.recent[0].state == "draft:1:0"


def test_the_findings_stay_as_wide_as_one_made_them(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1600, 900)
    qtbot.wait(20)
    panel = window.findChild(FindingsPanel)
    assert panel.width() == 340
    split = panel.parent()
    split.setSizes([split.width() - 450, 450])
    qtbot.wait(20)
    made = panel.width()
    window.close()
    again = desk.window_with(plan_path)
    again.resize(1600, 900)
    qtbot.wait(20)
    assert again.findChild(FindingsPanel).width() == made != 340


def test_the_window_stands_where_it_stood(desk, plan_path):
    window = desk.window()
    window.resize(1100, 740)
    window.close()
    assert desk.window().size().width() == 1100


def test_theme_and_size_of_text_change_at_once_and_stay(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    menu = window.findChild(QToolButton, "top.look").menu()
    titles = {action.objectName(): action for action in menu.actions()}
    titles["theme.dark"].trigger()
    assert current_tokens().name == "dark"
    titles["text.150"].trigger()
    assert current_tokens().scale == 1.5
    assert titles["theme.dark"].isChecked()
    assert desk.settings.theme.value == "dark"


@pytest.mark.parametrize("size", ["text.100", "text.150"])
def test_the_window_fits_a_small_projector(desk, qtbot, plan_path, size):
    window = desk.window_with(plan_path)
    window._actions[size].trigger()
    for step in Step:
        window.workbench.show_step(step)
        hint = window.minimumSizeHint()
        assert hint.width() <= 1024, step
        assert hint.height() <= 720, step


def test_on_a_narrow_window_findings_are_a_drawer(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1024, 720)
    qtbot.wait(20)
    panel = window.findChild(FindingsPanel)
    assert not panel.isVisible()
    press(window, Qt.Key.Key_F9)
    assert panel.isVisible()
    view = panel.findChild(QListView)
    qtbot.waitUntil(view.hasFocus)
    press(window, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert window.workbench.step is Step.PURPOSE


def test_on_a_wide_window_findings_stand_beside_the_page(desk, qtbot, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1440, 900)
    qtbot.wait(20)
    assert window.findChild(FindingsPanel).isVisible()
    assert not steps_of(window).is_narrow


def test_f6_goes_round_steps_page_and_findings(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1440, 900)
    qtbot.wait(20)
    steps_of(window).setFocus()
    press(window, Qt.Key.Key_F6)
    assert window.workbench.page.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert window.findChild(FindingsPanel).isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is steps_of(window)


def test_a_warning_is_accepted_with_reason_and_name(desk, qtbot, tmp_path):
    path = plan_file(tmp_path, example_with(("brief", "shares", ""), ("brief", "protects", "")))
    window = desk.window_with(path)
    window.resize(1440, 900)
    window.workbench.lead_to_next(1)
    panel = window.findChild(FindingsPanel)
    found = panel.current
    assert found.level.value == "warn"
    panel.consent_wanted.emit(found)
    dialog = window.findChild(WaiveDialog)
    qtbot.waitUntil(dialog.isVisible)
    accept = dialog.findChild(QPushButton, "accept")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert "needs a reason" in words_in(dialog)
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Legal decides in March.")
    assert dialog.editor("by").value() == "boss"
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.document.report.counts["waived"] == 1)
    assert window.document.report.can_sign
    panel.restore_wanted.emit(found)
    qtbot.waitUntil(lambda: window.document.report.counts["waived"] == 0)


def test_a_mend_by_machine_is_one_step_that_can_be_undone(desk, qtbot, tmp_path):
    path = plan_file(tmp_path, example_with(("weekday-letter", "starts_on", date(2027, 2, 1))))
    window = desk.window_with(path)
    window.resize(1440, 900)
    window.workbench.lead_to_next(1)
    panel = window.findChild(FindingsPanel)
    qtbot.mouseClick(panel.findChild(QPushButton, "finding.wrench"), Qt.MouseButton.LeftButton)
    document = window.document
    assert document.plan.tactics["weekday-letter"].starts_on == date(2027, 2, 16)
    assert len(document.history.done) == 1
    document.undo()
    assert document.plan.tactics["weekday-letter"].starts_on == date(2027, 2, 1)


def test_f1_lists_the_keys(desk, qtbot, press, plan_path):
    window = desk.window_with(plan_path)
    press(window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "F8" in words
    assert "Next finding" in words
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


def test_a_sample_can_be_begun_while_a_plan_is_open(desk, qtbot, plan_path, tmp_path):
    window = desk.window_with(plan_path)
    window._actions["file.sample"].trigger()
    dialog = window.findChild(SampleDialog)
    samples = dialog.findChild(ChoiceList)
    samples.setCurrentIndex(samples.model().index(samples.choice_ids.index("charity"), 0))
    qtbot.keyClick(samples, Qt.Key.Key_Return)
    choose_file(qtbot, window, tmp_path / "charity.tcplan")
    qtbot.waitUntil(lambda: window.document.path == tmp_path / "charity.tcplan", timeout=10_000)


def test_full_screen_comes_and_goes(desk, press):
    window = desk.window()
    press(window, Qt.Key.Key_F11)
    assert window.windowState() & Qt.WindowState.WindowFullScreen
    press(window, Qt.Key.Key_F11)
    assert not window.windowState() & Qt.WindowState.WindowFullScreen


def drop(window, path: Path):
    """Drag a file over the window and drop it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPoint(50, 50)
    what = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(window, QDragEnterEvent(where, *what))
    QApplication.sendEvent(window, QDropEvent(QPointF(where), *what))
