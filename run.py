"""Start Truecourse from a bare clone: set up its own environment once, then do what is asked.

    python3 run.py            open the window
    python3 run.py demo       do the main job on a sample plan and show the result
    python3 run.py test       run all checks and tests, without a screen
    python3 run.py WORDS ...  the command line, such as: python3 run.py check my.tcplan

Needs Python 3.11 or newer with pip; everything else is installed into the folder .venv.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed-for"

NO_SCREEN = 3  # exit code of the window; see ui/__main__.py

# Scripts in an environment name its old place once the folder was moved; its Python does not.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

WINDOW_TESTS = "tests/ui"

# Library that Qt loads -> the Debian and Ubuntu package that has it.
FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def main(words: list[str]) -> int:
    """Set up what is missing, then run what the words ask for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything checks the version
        sys.exit(f"Truecourse needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    set_up()
    if words[:1] == ["test"]:
        prepare_qt(screen=False)
        return test(words[1:])
    if words == ["demo"]:
        return demo()
    window = not words or Path(words[0]).suffix.lower() in {".tcplan", ".json"}
    if window and (has_screen() or "QT_QPA_PLATFORM" in os.environ):
        prepare_qt(screen=has_screen())
    return call("-P", "-m", "ui", *words)


def set_up() -> None:
    """Make the environment and install into it, unless that was done for this project, place and Python."""
    here = f"{ROOT} {sys.version_info[:2]}".encode(errors="surrogateescape")
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + here).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Setting up Truecourse in .venv (once, about a minute) ...")
    pip = make_environment()
    if run(*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", f"{ROOT}[test]"):
        sys.exit("The installation failed; the lines above say why. Run the same command to try again.")
    name_place_in_ascii()
    STAMP.write_text(wanted, encoding="utf-8")


def name_place_in_ascii() -> None:
    """Have the environment name this folder relative to itself.

    Before 3.13, Python reads such names in the system's encoding, and would miss a folder that is called Zoë,
    or not start at all.
    """
    for path in VENV.rglob("*_truecourse.pth"):
        path.write_text(os.path.relpath(ROOT, path.parent), encoding="ascii")


def make_environment() -> list[str]:
    """Make .venv where there is none; return the words that call its pip."""
    own_pip = [str(PYTHON), "-m", "pip"]
    if PYTHON.exists() and run(*own_pip, "--version", quiet=True) == 0:
        return own_pip
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        VENV.mkdir(exist_ok=True)
    except OSError as error:
        sys.exit(
            f"Nothing can be installed into {ROOT} ({error.strerror}). Put Truecourse into a folder of yours."
        )
    if importlib.util.find_spec("ensurepip") and run(sys.executable, "-m", "venv", str(VENV)) == 0:
        return own_pip
    # Debian without python3-venv: an environment without pip, filled by the pip outside of it.
    shutil.rmtree(VENV, ignore_errors=True)
    if not importlib.util.find_spec("pip") or run(sys.executable, "-m", "venv", "--without-pip", str(VENV)):
        sys.exit(
            "Python's pip and venv are needed. On Debian and Ubuntu: apt install python3-venv python3-pip"
        )
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def prepare_qt(*, screen: bool) -> None:
    """Make sure that Qt will find its system libraries: it aborts without a word where it does not."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(FOR_QT | FOR_SCREEN if screen else FOR_QT)
    if not missing:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say("Qt needs system libraries; installing: " + " ".join(missing))
        run("apt-get", "update", quiet=True)
        run(*command, quiet=True)
        missing = missing_packages(FOR_QT | FOR_SCREEN if screen else FOR_QT)
    if missing:
        names = " ".join(missing)
        sys.exit(
            f"Qt needs system libraries that are missing. On Debian and Ubuntu:\n  sudo apt install {names}\n"
            "Elsewhere: the packages that hold the libraries of these names."
        )


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the packages whose library can't be loaded."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def has_screen() -> bool:
    """Tell whether a window could be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def demo() -> int:
    """Do the main job in a new folder, then open the plan where there is a screen."""
    folders = (ROOT / ("demo" if number == 1 else f"demo-{number}") for number in itertools.count(1))
    folder = next(folder for folder in folders if not folder.exists())
    code = call("-P", "-m", "planner.demo", str(folder))
    if code or not has_screen():
        return code
    prepare_qt(screen=True)
    opened = call("-P", "-m", "ui", str(next(folder.glob("*.tcplan"))))
    return 0 if opened == NO_SCREEN else opened


def test(words: list[str]) -> int:
    """Run style, types, layers and tests; or only the tests that the words name to pytest."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.chdir(ROOT)
    if words:
        return call("-m", "pytest", *words)
    checks = {
        "style": [["-m", "ruff", "check", "."]],
        "format": [["-m", "ruff", "format", "--check", "."]],
        "types": [["-m", "mypy"]],
        "layers": [["-c", LINT_IMPORTS, "--no-cache"]],
        # The window's tests and all others take about the same time, and two cores are usual.
        "tests": [["-m", "pytest", "--ignore", WINDOW_TESTS], ["-m", "pytest", WINDOW_TESTS]],
    }
    failed = []
    for name, commands in checks.items():
        say(f"--- {name}")
        if side_by_side(commands):
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def side_by_side(commands: list[list[str]]) -> int:
    """Run the environment's Python several times at once.

    What the first prints is seen at once, what the others print once they have ended.

    Returns:
        The exit code of the first that failed; 0 where all did well.
    """
    first, *others = commands
    with contextlib.ExitStack() as stack:
        started = []
        for words in others:
            told = stack.enter_context(tempfile.TemporaryFile())
            process = subprocess.Popen([str(PYTHON), *words], stdout=told, stderr=subprocess.STDOUT)
            started.append((process, told))
        codes = [call(*first)]
        for process, told in started:
            codes.append(process.wait())
            told.seek(0)
            say(told.read().decode(errors="replace"))
    return next((code for code in codes if code), 0)


def call(*words: str) -> int:
    """Run the environment's Python and return its exit code."""
    return run(str(PYTHON), *words)


def run(*words: str, quiet: bool = False) -> int:
    """Run a program and return its exit code."""
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.call(words, stdout=sink, stderr=sink)


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a started program prints."""
    print(text, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
