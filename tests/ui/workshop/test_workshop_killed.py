"""A program that is killed while a block runs goes on to the second when it is started again."""

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from screens import two_screens

from planner.editing import verbs
from planner.model.records_workshop import AgendaBlock
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.shell.workshop_host import WorkshopHost
from ui.workshop.clock_words import time_left

_CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.tasks import Tasks

app = QApplication([])
path = Path(sys.argv[1])
settings = Settings(QSettings(str(path.with_name("child.ini")), QSettings.Format.IniFormat))
tasks = Tasks()
window = MainWindow(settings, tasks, Look(app, settings))
window.show()
window.open_path(path)

def begin():
    if window.document is None:
        QTimer.singleShot(20, begin)
        return
    window.perform("workshop.run")
    clock = window._open.workshop.run.clock
    window._open.workshop.console.clock.button("start").click()
    window.perform("workshop.next")
    window.document.flush()
    print(clock.state.since.isoformat(), flush=True)

QTimer.singleShot(0, begin)
app.exec()
"""


@pytest.fixture
def killed(tmp_path):
    """Return the plan of a workshop whose program was killed, and since when its second block runs."""
    path = tmp_path / "Day.tcplan"
    plan = example_plan()
    for number in (1, 2):
        plan = verbs.add(plan, AgendaBlock(id=f"block-{number}", name=f"Block {number}", minutes=20)).plan
    PlanFile.create(path, plan).close()
    environment = os.environ | {"QT_QPA_PLATFORM": two_screens(tmp_path)}
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    with child:
        since = datetime.fromisoformat(child.stdout.readline().strip())
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    return path, since


def test_a_killed_window_goes_on_to_the_second(killed, desk, monkeypatch):
    path, since = killed
    monkeypatch.setattr(WorkshopHost, "now", staticmethod(lambda: since + timedelta(minutes=7, seconds=12)))
    window = desk.window_with(path)
    host = window._open.workshop
    clock = host.run.clock
    assert clock.face.number == 2
    assert time_left(clock.face) == "12:48"
    assert clock.is_ticking
    assert not host.place.on_console
    assert window.workbench.isVisible()
    window.perform("workshop.run")
    assert host.console.clock.words[2] == "Block 2 of 2: Block 2"


def test_started_again_at_once_the_killed_window_is_at_the_console_again(killed, desk, qtbot, monkeypatch):
    path, since = killed
    monkeypatch.setattr(WorkshopHost, "now", staticmethod(lambda: since + timedelta(seconds=40)))
    window = desk.window_with(path)
    host = window._open.workshop
    qtbot.waitUntil(lambda: host.place.on_console)
    assert host.place.outside
    assert time_left(host.run.clock.face) == "19:20"
    assert "goes on where it stood" in host.console.notice.words
    line = host.console.work.capture.line
    qtbot.waitUntil(line.hasFocus)
    host.run.clock.go_back()
    assert host.console.notice.words == ""
