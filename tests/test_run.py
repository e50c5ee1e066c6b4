"""The start script: what it finds missing, where it sees a screen, and what it says to old Pythons."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="libraries are looked for by name on Linux only"
)
def test_only_packages_of_missing_libraries_are_named(script):
    libraries = {"libc.so.6": "libc6", "libnowhere.so.9": "libnowhere9"}
    assert script.missing_packages(libraries) == ["libnowhere9"]


@pytest.mark.parametrize(
    ("platform", "display", "seen"),
    [("offscreen", ":0", False), ("minimal", ":0", False), ("", ":0", True), ("", "", False)],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_a_screen_is_seen_only_where_a_window_can_be(script, monkeypatch, platform, display, seen):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    assert script.has_screen() is seen


def test_an_old_python_is_told_what_is_needed(script, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        script.main(["demo"])


def test_the_script_needs_nothing_but_the_standard_library():
    lines = (ROOT / "run.py").read_text(encoding="utf-8").splitlines()
    imported = {line.split()[1].split(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert imported <= sys.stdlib_module_names


def test_a_folder_that_can_not_be_written_is_named(script, monkeypatch, tmp_path):
    taken = tmp_path / "taken"
    taken.write_bytes(b"")
    monkeypatch.setattr(script, "VENV", taken / ".venv")
    monkeypatch.setattr(script, "PYTHON", taken / ".venv" / "python")
    with pytest.raises(SystemExit, match="Nothing can be installed into"):
        script.make_environment()


def test_a_folder_with_modules_of_the_same_names_is_no_trap(script, monkeypatch, tmp_path, capfd):
    for name in ("ui", "planner"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(script, "set_up", lambda: None)
    monkeypatch.setattr(script, "PYTHON", sys.executable)
    assert script.main(["samples"]) == 0
    assert "pizzeria" in capfd.readouterr().out


def test_the_environment_finds_the_folder_whatever_it_is_called(script, monkeypatch, tmp_path):
    root = tmp_path / "Zoë 計"
    packages = root / ".venv" / "lib" / "python3" / "site-packages"
    packages.mkdir(parents=True)
    named = packages / "_editable_impl_truecourse.pth"
    named.write_text(str(root), encoding="utf-8")
    monkeypatch.setattr(script, "ROOT", root)
    monkeypatch.setattr(script, "VENV", root / ".venv")
    script.name_place_in_ascii()
    assert named.read_bytes().isascii()
    code = f"import site, sys; site.addsitedir({str(packages)!r}); print({str(root)!r} in sys.path)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "True"


def test_commands_side_by_side_fail_where_one_of_them_does_and_all_is_told(script, monkeypatch, capfd):
    monkeypatch.setattr(script, "PYTHON", sys.executable)
    good, bad = (
        ["-c", f"import sys; print('{word}'); sys.exit({code})"] for word, code in (("a", 0), ("b", 3))
    )
    assert script.side_by_side([good]) == 0
    assert script.side_by_side([good, good]) == 0
    assert script.side_by_side([good, bad]) == 3
    assert script.side_by_side([bad, good]) == 3
    assert capfd.readouterr().out.split() == ["a", "a", "a", "a", "b", "b", "a"]
