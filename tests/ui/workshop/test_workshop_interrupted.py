"""What comes in between while a workshop runs: another language, sleep, large letters, an early end."""

from datetime import timedelta

import pytest
from facilitator import CTRL, CTRL_SHIFT, KEY
from pseudo_language import MIRRORED
from PySide6.QtWidgets import QApplication, QMessageBox

from planner.language.speaking import ENGLISH
from ui.kit.buttons import WordButton
from ui.theme import TextSize, apply_theme
from ui.workshop.console.work import Work


@pytest.mark.usefixtures("english_again")
def test_another_language_leaves_the_room_on_the_projector(running):
    running.let_pass(minutes=3)
    before, since = running.run, running.run.clock.state.since
    running.window._look.speech.choose_language(MIRRORED)
    running.qtbot.waitUntil(lambda: running.window._open.workshop is not running.host)
    running.settle_in()
    assert running.run is not before
    assert running.run.clock.state.since == since
    assert running.run.place.screen.name == "Projector"
    assert running.console.isVisible()
    running.window._look.speech.choose_language(ENGLISH)
    running.qtbot.waitUntil(lambda: running.window._open.workshop is not running.host)
    running.settle_in()
    assert running.console.clock.words[0] == "12:00"


@pytest.mark.usefixtures("english_again")
def test_another_language_on_a_page_of_the_plan_stays_on_that_page(running):
    running.press(KEY.Key_5, CTRL)
    running.window._look.speech.choose_language(MIRRORED)
    running.qtbot.waitUntil(lambda: running.window._open.workshop is not running.host)
    running.settle_in()
    assert running.window.workbench.isVisible()
    assert running.run.place.screen.name == "Projector"


def test_time_that_was_slept_is_offered_for_its_own_block_alone(running):
    running.let_pass(minutes=8)
    assert "slept for 8 minutes" in running.console.notice.words
    running.press(KEY.Key_PageDown, CTRL_SHIFT)
    assert running.console.notice.words == ""
    running.let_pass(minutes=6)
    running.console.notice.findChild(WordButton).click()
    assert running.run.clock.face.elapsed == timedelta()
    assert running.console.notice.words == ""


def test_what_is_undecided_is_said_when_the_workshop_ends(running):
    running.type("Lunch to go")
    running.press(KEY.Key_Return)
    running.settle()
    running.console.clock.button("end").click()
    box = running.window.findChild(QMessageBox)
    assert "undecided" in box.text()
    box.buttons()[0].click()
    assert "The workshop is over" in running.console.notice.words
    assert running.console.work.work is Work.DECIDE
    assert running.console.clock.button("minutes").property("role") == "primary"
    assert running.console.clock.button("start").property("role") == ""


def test_the_facilitators_page_fits_a_small_screen_with_large_letters(running):
    class Large:
        theme = None
        text_size = TextSize.LARGEST

    Large.theme = running.desk.settings.theme
    apply_theme(QApplication.instance(), Large())
    running.settle()
    least = running.window.minimumSizeHint()
    assert (least.width() <= 1024, least.height() <= 720) == (True, True)


def test_a_long_truth_to_raise_stands_in_several_rows(running):
    running.type("tactic: Answer whatever guests write on Sundays, in the evening and in the holidays")
    running.press(KEY.Key_Return)
    running.settle()
    running.qtbot.waitUntil(lambda: bool(running.console.truths.lines.lines))
    truths, parked = running.console.truths.lines, running.console.parking.lines
    assert truths.sizeHintForRow(0) > parked.fontMetrics().lineSpacing() * 2.5


def test_opened_the_next_day_the_night_can_be_taken_out_of_the_block(running):
    running.let_pass(minutes=2)
    path = running.window.path
    running.window.close_plan()
    running.moment += timedelta(hours=23)
    running.window.open_path(path)
    running.settle_in()
    running.press(KEY.Key_F5)
    assert "The plan was closed for 23 hours" in running.console.notice.words
    running.console.notice.findChild(WordButton).click()
    assert running.console.clock.words[0] == "13:00"


def test_where_time_stands_is_in_the_file_each_minute(running):
    running.let_pass(minutes=1)
    running.window.document.flush()
    reading = running.window.document.in_file(lambda file: file.room.seen)
    assert reading.result() == running.moment


def test_a_named_group_without_cards_is_on_the_wall_when_the_plan_is_opened_again(running):
    path = running.window.path
    running.run.clock.keep_groups(("What guests say",))
    running.window.close_plan()
    running.window.open_path(path)
    running.settle_in()
    running.press(KEY.Key_F5)
    assert [column.group for column in running.console.work.wall.columns] == ["", "What guests say"]


def test_a_workshop_that_was_ended_by_mistake_goes_on_where_it_was(running):
    running.let_pass(minutes=3)
    block = running.run.block
    running.run.end()
    back = running.console.clock.button("back")
    assert back.text() == "Back to the last block"
    running.push(back)
    assert running.run.block == block
    assert running.console.clock.words[0] == "12:00"
    assert back.text() == "Back"


def test_starting_again_is_asked_for_as_it_forgets_the_times(running):
    running.let_pass(minutes=3)
    running.run.end()
    ended = running.run.clock.state
    running.push(running.console.clock.button("start"))
    running.wait_for(QMessageBox)
    running.press(KEY.Key_Return)
    assert running.run.clock.state == ended
    running.push(running.console.clock.button("start"))
    running.push(running.wait_for(QMessageBox).buttons()[0])
    assert running.console.clock.words[0] == "15:00"
