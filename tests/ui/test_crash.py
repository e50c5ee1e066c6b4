import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QPushButton

from ui.crash import CrashWatch, report_of
from ui.dialogs.crash_report import CrashDialog

ROOT = Path(__file__).resolve().parents[2]
FAILURE = "the wheels came off"


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def watch(qapp):
    watch = CrashWatch(qapp)
    yield watch
    watch.deleteLater()


def fail():
    raise RuntimeError(FAILURE)


def caught():
    try:
        fail()
    except RuntimeError:
        return sys.exc_info()


def test_a_report_names_the_failure_and_the_versions():
    report = report_of(caught()[1])
    assert f"RuntimeError: {FAILURE}" in report
    assert "Truecourse" in report
    assert "Qt 6" in report


def test_a_failure_is_told_in_a_dialog_whose_report_can_be_copied(qtbot, window, watch):
    watch.caught(*caught())
    qtbot.waitUntil(lambda: window.findChild(CrashDialog) is not None)
    dialog = window.findChild(CrashDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QPushButton, "copy").click()
    assert QApplication.clipboard().text() == dialog.findChild(QPlainTextEdit).toPlainText()
    assert FAILURE in QApplication.clipboard().text()
    dialog.close()


def test_the_same_failure_is_told_once(qtbot, window, watch):
    told = []
    watch.crashed.connect(told.append)
    for _ in range(3):
        watch.caught(*caught())
    assert len(told) == 1


def test_a_failure_in_another_thread_is_told_too(qtbot, window, watch):
    watch.watch()
    try:
        with qtbot.waitSignal(watch.crashed):
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        watch.unwatch()


def test_an_interruption_is_left_to_python(qtbot, qapp, monkeypatch):
    left = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: left.append(what))
    watch = CrashWatch(qapp)
    told = []
    watch.crashed.connect(told.append)
    watch.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not told
    assert left[0][0] is KeyboardInterrupt
    watch.deleteLater()


@pytest.mark.parametrize("writable", [True, False])
def test_warnings_are_logged_where_that_can_be(tmp_path, writable):
    state = tmp_path / "state"
    if not writable:
        state.write_bytes(b"")
    code = "import logging, ui.crash; ui.crash.start_logging(); logging.getLogger('x').warning('heard')"
    words = [sys.executable, "-c", code]
    places = {"HOME": str(state), "XDG_STATE_HOME": str(state), "LOCALAPPDATA": str(state)}
    done = subprocess.run(
        words, env=os.environ | places, cwd=ROOT, capture_output=True, text=True, check=True
    )
    logged = "".join(log.read_text() for log in state.rglob("truecourse.log"))
    assert ("heard" in done.stderr, "heard" in logged) == (not writable, writable)
