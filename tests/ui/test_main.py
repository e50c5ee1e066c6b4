import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.__main__ import NO_SCREEN, has_screen

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run(*words, **more):
    plain = {key: value for key, value in os.environ.items() if key not in WITHOUT_SCREEN}
    return subprocess.run(
        [sys.executable, "-m", "ui", *words],
        cwd=ROOT,
        env=plain | more,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there can a screen be missing")
def test_without_a_screen_it_says_so_and_does_not_abort():
    done = run()
    assert done.returncode == NO_SCREEN
    assert "There is no screen" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_need_no_screen_and_no_qt():
    code = (
        "import sys\n"
        "from ui.__main__ import main\n"
        "try:\n"
        "    main(['truths'])\n"
        "finally:\n"
        "    print([name for name in sys.modules if name.startswith('PySide6')], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("platform", "display", "found"),
    [("", "", False), ("", ":1", True), ("offscreen", "", True), ("minimal", "", True), ("xcb", "", False)],
)
def test_a_screen_is_looked_for_before_qt_starts(monkeypatch, platform, display, found):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    assert has_screen() is found
