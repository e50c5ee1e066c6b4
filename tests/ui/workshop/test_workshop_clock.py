"""The clock by a time that is handed in: what it shows, what it writes, and that no act is lost."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from planner.editing import verbs
from planner.model.records_workshop import AgendaBlock
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from planner.workshop.pace import Pace
from planner.workshop.state import from_json
from ui.document import PlanDocument
from ui.plan_writer import PlanWriter
from ui.workshop.clock import WorkshopClock
from ui.workshop.clock_words import pace_look, pace_word, room_clock, time_left
from ui.workshop.strip import WorkshopStrip

NINE = datetime(2027, 1, 4, 9, tzinfo=UTC)


class Time:
    """A time that passes only when it is told to."""

    def __init__(self):
        self.moment = NINE

    def __call__(self):
        return self.moment

    def passes(self, clock, **length):
        self.moment += timedelta(**length)
        clock.tick()


def plan_with_agenda():
    plan = example_plan()
    for number, (name, minutes) in enumerate((("Purpose", 20), ("Objectives", 30), ("Closing", 10)), 1):
        plan = verbs.add(plan, AgendaBlock(id=f"block-{number}", name=name, minutes=minutes)).plan
    return plan


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "Day.tcplan"
    PlanFile.create(path, plan_with_agenda()).close()
    return path


@pytest.fixture
def open_document(qtbot):
    documents = []

    def opened(path):
        writer = PlanWriter(path)
        there = writer.open().result()
        documents.append(PlanDocument(there.plan, there.history, writer=writer))
        return documents[-1]

    yield opened
    for document in documents:
        document.close()


@pytest.fixture
def document(open_document, path):
    return open_document(path)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def make_clock(time, open_document):
    """Return a maker of clocks that stop before the plans are closed, as in the window."""
    clocks = []

    def make(document):
        clocks.append(WorkshopClock(document, time))
        return clocks[-1]

    yield make
    for clock in clocks:
        clock.stop()


@pytest.fixture
def clock(document, make_clock):
    return make_clock(document)


def stored(path):
    """Return what stands in the file, read past the program that has it open."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        (text,) = connection.execute("SELECT content FROM room WHERE part = 'state'").fetchone()
    return from_json(text)


def test_it_stands_still_until_the_workshop_is_started(clock, time):
    time.passes(clock, minutes=5)
    assert not clock.is_on
    assert not clock.is_ticking
    clock.start()
    assert clock.is_ticking
    assert time_left(clock.face) == "20:00"


def test_green_turns_amber_and_red_with_word_and_shape(clock, time):
    clock.start()
    looks = {(pace_word(clock.face), *vars_of(pace_look(clock.face)))}
    time.passes(clock, minutes=17)
    looks.add((pace_word(clock.face), *vars_of(pace_look(clock.face))))
    time.passes(clock, minutes=4, seconds=30)
    looks.add((pace_word(clock.face), *vars_of(pace_look(clock.face))))
    assert looks == {
        ("On time", "circle-check", "ok"),
        ("Nearly over", "triangle-alert", "warn"),
        ("Over time", "octagon-x", "bad"),
    }
    assert time_left(clock.face) == "+1:30"


def vars_of(look):
    return look.symbol, look.tone


def test_it_tells_each_second_once(clock, time, qtbot):
    clock.start()
    told = []
    clock.ticked.connect(lambda: told.append(time_left(clock.face)))
    for _ in range(8):
        time.passes(clock, milliseconds=250)
    assert told == ["19:59", "19:58"]


def test_time_over_is_told_once_and_sounds_only_where_wanted(clock, time):
    clock.start()
    over = []
    clock.time_over.connect(lambda: over.append(clock.sounds))
    time.passes(clock, minutes=20)
    time.passes(clock, minutes=1)
    clock.toggle_sound()
    clock.go_next()
    time.passes(clock, minutes=30)
    assert over == [False, True]


def test_sound_begins_as_the_plan_wants_it(document, make_clock):
    document.do(verbs.change(document.plan, "workshop", "sound", value=True))
    clock = make_clock(document)
    clock.start()
    assert clock.sounds


def test_a_pause_takes_no_time(clock, time):
    clock.start()
    time.passes(clock, minutes=3)
    clock.toggle_pause()
    assert pace_word(clock.face) == "Paused"
    assert not clock.is_ticking
    time.passes(clock, minutes=10)
    clock.toggle_pause()
    time.passes(clock, seconds=30)
    assert time_left(clock.face) == "16:30"
    assert room_clock(clock.face).word == "On time"


def test_five_minutes_more_are_five_minutes_more(clock, time):
    clock.start()
    time.passes(clock, minutes=18)
    clock.add_minutes(5)
    assert time_left(clock.face) == "7:00"
    assert clock.face.pace is Pace.ON_TIME


def test_an_act_that_makes_no_sense_is_told_and_changes_nothing(clock):
    told = []
    clock.failed.connect(lambda error: told.append(error.message))
    clock.start()
    clock.go_back()
    before = clock.state
    clock.start()
    assert told == ["This is the first block.", "The workshop has begun already."]
    assert clock.state == before


def test_each_act_is_in_the_file_at_once_and_ticks_once_a_minute(clock, time, document, path):
    clock.start()
    document.flush()
    begun = stored(path)
    time.passes(clock, seconds=59)
    document.flush()
    assert stored(path) == begun
    time.passes(clock, seconds=1)
    document.flush()
    assert stored(path).seen == begun.seen + timedelta(minutes=1)
    for act in (clock.go_next, clock.toggle_pause, clock.toggle_pause, clock.go_back, clock.finish):
        time.passes(clock, seconds=40)
        act()
        document.flush()
        assert stored(path) == clock.state


def test_undo_takes_no_minute_back(clock, time, document):
    document.do(verbs.change(document.plan, "brief", "stands_for", "Good food"))
    clock.start()
    time.passes(clock, minutes=2)
    clock.go_next()
    document.undo()
    assert clock.face.number == 2


def test_opened_again_it_goes_on_to_the_second(clock, make_clock, time, document, open_document, path):
    clock.start()
    time.passes(clock, minutes=21, seconds=7)
    clock.go_next()
    time.passes(clock, minutes=3, seconds=4)
    clock.stop()
    assert not clock.is_ticking
    document.close()
    time.moment += timedelta(minutes=2, milliseconds=200)
    again = make_clock(open_document(path))
    assert (again.face.number, time_left(again.face)) == (2, "24:55")
    assert again.is_ticking


def test_the_laptops_sleep_is_told_and_can_be_left_out(clock, time):
    slept = []
    clock.slept.connect(slept.append)
    clock.start()
    time.passes(clock, minutes=4)
    time.passes(clock, minutes=34)
    assert slept == [timedelta(minutes=34)]
    clock.leave_out(slept[0])
    assert time_left(clock.face) == "16:00"


def test_a_clock_that_is_set_back_loses_no_time(clock, time, document, path):
    clock.start()
    time.passes(clock, minutes=4)
    time.moment -= timedelta(hours=1)
    clock.tick()
    time.passes(clock, minutes=1)
    assert time_left(clock.face) == "15:00"
    document.flush()
    assert stored(path).stretches == clock.state.stretches != ()


def test_a_block_made_longer_in_the_agenda_is_longer_at_once(clock, time, document):
    clock.start()
    time.passes(clock, minutes=4)
    document.do(verbs.change(document.plan, "block-1", "minutes", 40))
    assert time_left(clock.face) == "36:00"


def test_what_the_room_sees_is_kept_too(clock, document, path):
    clock.start()
    clock.show_room("answers")
    document.flush()
    assert stored(path).view == "answers"


def test_the_strip_says_where_the_workshop_is_and_goes_when_it_ends(clock, time, qtbot):
    strip = WorkshopStrip(clock)
    qtbot.addWidget(strip)
    assert strip.words == ()
    clock.start()
    time.passes(clock, minutes=7, seconds=30)
    assert strip.words == ("12:30", "A workshop is running: block 1, Purpose. On time.")
    with qtbot.waitSignal(strip.go_wanted):
        strip.go_button.click()
    clock.finish()
    assert strip.words == ()


def test_a_write_that_fails_is_told_and_the_clock_goes_on(clock, time, document, qtbot, path):
    clock.start()
    document.flush()
    told = []
    clock.failed.connect(lambda error: told.append(error.message))
    path.rename(path.with_name("Elsewhere.tcplan"))
    time.passes(clock, minutes=1)
    clock.go_next()
    qtbot.waitUntil(lambda: bool(told))
    assert clock.face.number == 2
    QApplication.processEvents()
    path.with_name("Elsewhere.tcplan").rename(path)
