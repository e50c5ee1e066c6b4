"""Plans as files in the window: begun, opened, dropped, saved, and found again."""

from files_by_hand import choose_file, drop
from hands import said
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from planner.document.options import PdfOptions
from planner.document.pdf import export_pdf
from planner.editing.verbs import add, change
from planner.exchange.plan_json import write_json
from planner.model.kinds import Step
from planner.model.records_purpose import Person
from planner.store.plan_file import PlanFile
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from ui.dialogs.samples import SampleDialog
from ui.dialogs.unsaved import UnsavedDialog
from ui.dialogs.verify import VerifyDialog
from ui.kit.choice_list import ChoiceList
from ui.saving import SaveState
from ui.shell.banner import Banner

CTRL = Qt.KeyboardModifier.ControlModifier


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
    assert SaveState.SAVED.label in said(window)
    document = window.document
    document.do(change(document.plan, "brief", "title", "Quiet Tuesdays"))
    assert SaveState.SAVING.label in said(window)
    qtbot.waitUntil(lambda: SaveState.SAVED.label in said(window))
    assert window.windowTitle() == "Quiet Tuesdays — Truecourse"


def test_a_plan_that_can_not_be_saved_offers_what_helps(desk, qtbot, plan_path, tmp_path):
    window = desk.window_with(plan_path)
    plan_path.rename(tmp_path / "moved.tcplan")
    document = window.document
    document.do(change(document.plan, "brief", "title", "Quiet Tuesdays"))
    banner = window.findChild(Banner)
    qtbot.waitUntil(banner.isVisible)
    assert banner.text.startswith("Not saved: ")
    assert SaveState.FAILED.label in said(window)
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
    qtbot.waitUntil(make.isVisible)
    # What is added to a layout shows with its next turn.
    qtbot.waitUntil(lambda: "No digital signature" in said(window.findChild(VerifyDialog)))
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


def test_a_sample_can_be_begun_while_a_plan_is_open(desk, qtbot, plan_path, tmp_path):
    window = desk.window_with(plan_path)
    window._actions["file.sample"].trigger()
    dialog = window.findChild(SampleDialog)
    samples = dialog.findChild(ChoiceList)
    samples.setCurrentIndex(samples.model().index(samples.choice_ids.index("charity"), 0))
    qtbot.keyClick(samples, Qt.Key.Key_Return)
    choose_file(qtbot, window, tmp_path / "charity.tcplan")
    qtbot.waitUntil(lambda: window.document.path == tmp_path / "charity.tcplan")
