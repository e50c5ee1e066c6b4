import os
import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ui.__main__ import NO_SCREEN
from ui.screen import has_screen

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_SCREEN = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def run(code):
    plain = {key: value for key, value in os.environ.items() if key not in WITHOUT_SCREEN}
    words = [sys.executable, "-c", code]
    return subprocess.run(
        words, cwd=ROOT, env=plain, capture_output=True, text=True, timeout=300, check=False
    )


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


def test_the_window_starts_without_storage_pdf_and_signatures():
    heavy = (
        "{'sqlalchemy', 'alembic', 'reportlab', 'pyhanko', 'openpyxl', 'ui.steps.base', 'ui.steps.tactics', "
        "'ui.dialogs.verify', 'ui.dialogs.known_signers', 'ui.dialogs.spreadsheet', 'planner.signing'}"
    )
    code = f"import sys, ui.app; print(sorted({heavy} & set(sys.modules)))"
    assert run(code).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("platform", "display", "found"),
    [
        ("", "", False),
        ("", ":4711", False),
        ("offscreen", "", True),
        ("minimal", "", True),
        ("xcb", "", False),
    ],
)
def test_a_screen_is_looked_for_before_qt_starts(monkeypatch, platform, display, found):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    assert has_screen() is found


def greet(server):
    """Answer one client as an X server with one screen does; it asks for nothing more."""
    client, _ = server.accept()
    with client:
        client.recv(4096)
        setup = struct.pack("<20xB51x", 1)
        client.sendall(struct.pack("<BxHHH", 1, 11, 0, len(setup) // 4) + setup)
        client.recv(4096)


def test_an_x_server_that_answers_is_a_screen(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in WITHOUT_SCREEN:
        monkeypatch.delenv(name, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{server.getsockname()[1] - 6000}")
        answering = threading.Thread(target=greet, args=(server,))
        answering.start()
        assert has_screen()
        answering.join()
    assert not has_screen()


def test_a_wayland_display_counts_where_its_socket_is(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in WITHOUT_SCREEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not has_screen()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-7"))
        assert has_screen()
