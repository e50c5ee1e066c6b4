"""A workshop in the real window on two virtual screens, by keys, by a time that passes when it is told to."""

from datetime import timedelta

from facilitator import CTRL, CTRL_SHIFT, KEY, Facilitator
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from planner.editing import verbs
from planner.model.vocabulary import BallotSort, BlockPicture, BlockSort, Decision
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.dialogs.export import ExportDialog
from ui.dialogs.export.products import Product
from ui.workshop.console.work import Work
from ui.workshop.room.screens import qt_screen
from ui.workshop.showing import Show


def test_from_the_agenda_to_the_end_by_keys(facilitator):
    facilitator.plan_the_agenda()
    assert facilitator.plan.agenda_blocks
    assert facilitator.host.agenda.isVisible()
    facilitator.start()
    assert facilitator.run.place.screen.name == "Projector"
    assert facilitator.run.place.window.isFullScreen()
    write_in_silence(facilitator)
    vote(facilitator)
    look_for_what_breaks(facilitator)
    decide(facilitator)
    facilitator.press(KEY.Key_PageDown, CTRL_SHIFT)
    assert facilitator.run.clock.state.has_ended
    assert "Thank you" in facilitator.room()
    assert facilitator.console.clock.words[2] == "The workshop is over."


def write_in_silence(facilitator):
    facilitator.go_to(BlockSort.WRITING)
    assert facilitator.run.show is Show.QUESTION
    for line in ("Answer reviews on Sundays", "Lunch to go", "park: a new logo"):
        facilitator.type(line)
        facilitator.press(KEY.Key_Return)
    made = [idea for idea in facilitator.plan.ideas.values() if idea.block == facilitator.run.block.id]
    assert [idea.decision for idea in made] == [None, None, Decision.PARK]
    assert "Lunch to go" not in facilitator.room()
    facilitator.let_see(Show.ANSWERS)
    assert {"Lunch to go", "Answer reviews on Sundays"} <= set(facilitator.room())
    assert "a new logo" not in facilitator.room()
    facilitator.settle()
    assert next(line.title for line in facilitator.console.parking.lines.lines) == "a new logo"
    facilitator.tab_to(facilitator.console.work.capture.line)
    facilitator.press(KEY.Key_Z, CTRL)
    assert "a new logo" not in [idea.name for idea in facilitator.plan.ideas.values()]


def vote(facilitator):
    facilitator.go_to(BlockSort.VOTE)
    desk = facilitator.console.work.voting
    assert facilitator.console.work.work is Work.VOTE
    facilitator.choose(desk.new_button, 1)
    assert facilitator.plan.ballots[desk.ballot].sort is BallotSort.DOTS
    facilitator.tab_to(desk.tabs.tabBar())
    facilitator.press(KEY.Key_Left)
    facilitator.tab_to(desk.grid)
    facilitator.type("3")
    facilitator.let_see(Show.VOTE)
    facilitator.settle()
    assert "1 of 2 have voted" in facilitator.room()
    assert "3 dots" not in facilitator.room()
    facilitator.push(desk.reveal_button)
    first = facilitator.plan.ballots[desk.ballot].entries[0]
    assert {"3 dots", facilitator.plan.name_of(first)} <= set(facilitator.room())


def look_for_what_breaks(facilitator):
    facilitator.go_to(BlockSort.BREAKS)
    facilitator.settle()
    assert facilitator.run.show is Show.BREAKS
    assert facilitator.console.work.work is Work.BREAKS
    facilitator.tab_to(facilitator.console.work.breaks)
    message = facilitator.run.game.current.message
    assert message in facilitator.room()
    facilitator.press(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert facilitator.run.game.current.message != message
    assert facilitator.run.game.current.message in facilitator.room()


def decide(facilitator):
    facilitator.go_to(BlockSort.CLOSING)
    facilitator.settle()
    assert facilitator.console.work.work is Work.DECIDE
    facilitator.press(KEY.Key_A)
    facilitator.type(facilitator.plan.people["boss"].name)
    facilitator.press(KEY.Key_Return)
    facilitator.press(KEY.Key_Tab)
    facilitator.type("Guests ask for it")
    facilitator.press(KEY.Key_Return)
    decided = [idea for idea in facilitator.plan.ideas.values() if idea.why == "Guests ask for it"]
    assert [(idea.decision, idea.decided_by) for idea in decided] == [(Decision.ADOPT, "boss")]


def test_the_clock_runs_on_whatever_page_is_open_and_leads_back(running):
    running.press(KEY.Key_5, CTRL)
    assert running.window.centralWidget().isAncestorOf(running.window.workbench)
    assert running.window.workbench.isVisible()
    running.let_pass(minutes=5)
    assert running.run.clock.face.elapsed == timedelta(minutes=5)
    running.press(KEY.Key_F5)
    assert running.console.isVisible()
    assert running.console.clock.words[0] == "10:00"


def test_ahead_and_behind_are_told(running):
    running.let_pass(minutes=25)
    assert running.console.clock.words[1] == "Over time"
    assert "10 minutes behind" in running.console.clock.words[3]
    running.press(KEY.Key_M, CTRL_SHIFT)
    assert running.run.clock.face.length == timedelta(minutes=20)
    running.press(KEY.Key_PageDown, CTRL_SHIFT)
    running.press(KEY.Key_PageUp, CTRL_SHIFT)
    assert running.run.clock.face.number == 1
    assert running.console.clock.words[0] == "+5:00"


def test_the_room_never_sees_what_is_private(running):
    while running.run.clock.is_on:
        block = running.run.block
        for show in (Show.QUESTION, Show.ANSWERS, Show.PICTURE):
            running.run.let_see(show)
            told = " ".join(running.room())
            assert not block.notes or block.notes[:30] not in told
        running.press(KEY.Key_PageDown, CTRL_SHIFT)


def test_notes_questions_and_what_comes_next_stand_at_the_laptop(running):
    words = running.console.block.words
    block, following = list(running.plan.agenda_blocks.values())[:2]
    assert block.question in words
    assert block.notes in words
    assert any(following.name in word for word in words)


def test_a_remote_turns_what_the_room_sees_and_never_ends_a_block(running):
    before = running.run.block.id
    for _ in range(12):
        QTest.keyClick(running.run.place.window, KEY.Key_PageDown)
    assert running.run.block.id == before
    assert running.console.room.hint == "This block has nothing more to show."
    for _ in range(12):
        QTest.keyClick(running.run.place.window, KEY.Key_PageUp)
    assert running.run.show is Show.QUESTION
    assert running.run.block.id == before


def test_the_pages_of_a_picture_are_turned_before_the_next_view(desk, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "Pizzeria.tcplan"
    PlanFile.create(path, load_sample("pizzeria")).close()
    running = Facilitator(qtbot, desk, path, monkeypatch)
    running.plan_the_agenda()
    block = next(iter(running.plan.agenda_blocks))
    running.window.document.do(verbs.change(running.plan, block, "picture", BlockPicture.LOAD))
    running.start()
    running.run.let_see(Show.PICTURE)
    first = next(text for text in running.room() if text.startswith("Welcome and aim · 1 of "))
    count = int(first.split()[-1])
    assert count > 1
    remote = running.run.place.window
    for _ in range(count - 1):
        QTest.keyClick(remote, KEY.Key_PageDown)
    assert f"Welcome and aim · {count} of {count}" in running.room()
    QTest.keyClick(remote, KEY.Key_PageDown)
    assert running.console.room.hint == "This block has nothing more to show."
    for _ in range(count):
        QTest.keyClick(remote, KEY.Key_PageUp)
    assert running.run.show is Show.ANSWERS
    QTest.keyClick(remote, KEY.Key_PageDown)
    assert first in running.room()
    QTest.keyClick(remote, KEY.Key_PageUp)
    assert running.run.show is Show.ANSWERS


def test_unplugging_the_projector_loses_nothing(running):
    projector = running.run.place.screen
    running.run.let_see(Show.ANSWERS)
    state = running.run.clock.state
    running.run.place.lose_screen(qt_screen(projector))
    assert "The projector is gone" in running.console.notice.words
    assert running.window.isAncestorOf(running.run.view)
    assert running.run.clock.state.view == state.view
    running.run.place.take_screen(qt_screen(projector))
    assert running.run.view.window() is running.run.place.window
    assert running.console.notice.words == ""


def test_on_one_screen_the_room_takes_the_place_of_the_tools(running):
    running.push(running.console.room.outside_button)
    running.push(running.console.room.large_button)
    assert running.run.view.isVisible()
    assert not running.console.work.isVisible()
    running.press(KEY.Key_Escape)
    assert running.console.work.isVisible()


def test_the_end_is_asked_for(running):
    running.push(running.console.clock.button("end"))
    box = running.wait_for(QMessageBox)
    running.press(KEY.Key_Return)
    assert running.run.clock.is_on
    running.push(running.console.clock.button("end"))
    box = running.wait_for(QMessageBox)
    running.push(box.buttons()[0])
    assert running.run.clock.state.has_ended


def test_closing_the_plan_closes_the_rooms_window_and_stops_the_clock(running):
    room, clock = running.run.place.window, running.run.clock
    assert clock.is_ticking
    running.press(KEY.Key_W, CTRL)
    assert room.isHidden()
    assert not clock.is_ticking


def test_opened_again_the_window_says_that_a_workshop_is_running(running, qtbot):
    path = running.window.path
    running.let_pass(minutes=3)
    running.press(KEY.Key_W, CTRL)
    running.moment += timedelta(seconds=30)
    running.window.open_path(path)
    running.desk.settle(running.window)
    host = running.window._open.workshop
    assert host.is_on
    assert host.run.clock.face.elapsed == timedelta(minutes=3, seconds=30)
    running.host = host
    running.press(KEY.Key_F5)
    assert running.console.clock.words[0] == "11:30"
    assert running.run.place.screen.name == "Projector"


def test_the_minutes_are_one_step_from_the_end(running, qtbot):
    running.push(running.console.clock.button("end"))
    running.push(running.wait_for(QMessageBox).buttons()[0])
    running.push(running.console.clock.button("minutes"))
    dialog = running.wait_for(ExportDialog)
    assert dialog.choices.product is Product.MINUTES
    running.press(KEY.Key_Escape)
    assert not dialog.isVisible()
