import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.__main__ import NO_SCREEN, has_screen

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run(code):
    plain = {key: value for key, value in os.environ.items() if key not in WITHOUT_SCREEN}
    words = [sys.executable, "-c", code]
    return subprocess.run(words, cwd=ROOT, env=plain, capture_output=True, text=True, timeout=60, check=False)


def test_without_a_screen_it_says_so_and_does_not_abort():
    done = run("import sys; sys.platform = 'linux'; from ui.__main__ import main; sys.exit(main([]))")
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
    done = run(code)
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
