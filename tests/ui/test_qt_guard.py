"""The Qt in use must not lose references to None: Python below 3.12 then aborts after some thousand calls."""

import subprocess
import sys

from PySide6.QtCore import QObject, Signal

CALLS = 2_000


class Source(QObject):
    told = Signal(int)


def test_calls_that_return_nothing_keep_their_references_to_none(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 4


def test_signals_keep_their_references_to_true(qapp):
    source = Source()
    before = sys.getrefcount(True)
    for number in range(CALLS):
        source.told.emit(number)
    assert sys.getrefcount(True) > before - CALLS // 4


def test_a_plain_process_survives_many_calls():
    code = (
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(40_000): thing.setObjectName('x')\n"
        "print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr[-500:]
