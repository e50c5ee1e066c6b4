"""The watchdog of the event loop sees a pause, names its line, and is quiet where there is none."""

import time

import pytest
from PySide6.QtCore import QTimer
from watchdog import Watchdog


@pytest.fixture
def dog(qtbot):
    dog = Watchdog(limit_ms=100, folders=())
    yield dog
    dog.stop()


def spin(seconds):
    """Work for so long, however little of the computer this thread gets."""
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_a_loop_that_stands_still_is_named_by_its_line(dog, qtbot):
    with dog.watching("click"):
        QTimer.singleShot(0, lambda: spin(0.3))
        qtbot.waitUntil(lambda: any(stall.cpu_ms >= 300 for stall in dog.stalls))
    (found,) = (stall for stall in dog.stalls if stall.cpu_ms >= 300)
    assert found.ms >= 300
    assert "test_watchdog.py" in found.line
    assert found.line.endswith("in spin")
    assert found.doing == "click"


def test_a_pause_in_what_the_user_does_at_once_is_named_too(dog):
    with dog.watching("key"):
        spin(0.2)
    assert [stall.line.rpartition(" ")[2] for stall in dog.stalls] == ["spin"]


def test_many_short_turns_are_no_pause(dog, qtbot):
    with dog.watching("typing"):
        for _ in range(20):
            spin(0.002)
            qtbot.wait(5)
    assert not [stall for stall in dog.stalls if stall.cpu_ms > 50]


def test_what_nobody_watches_is_no_stall(dog, qtbot):
    spin(0.2)
    qtbot.wait(20)
    assert dog.stalls == []
