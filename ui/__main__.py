"""The command `truecourse`: the command line, with the window handed in."""

import os
import sys
from pathlib import Path

from planner.cli import main as run_command_line

NO_SCREEN = 3
"""Exit code where there is no screen to show a window on."""

_PLATFORMS_WITHOUT_SCREEN = {"offscreen", "minimal", "vnc"}


def main(argv: list[str] | None = None) -> int:
    """Run what was asked for.

    Args:
        argv: the words after the command's name; those of the process by default.

    Returns:
        The exit code.
    """
    return run_command_line(argv, open_window)


def open_window(path: Path | None) -> int:
    """Open the window, with a plan or without one.

    Qt ends the whole process where it finds no screen, so this is asked before.
    """
    if not has_screen():
        print(
            "There is no screen to open a window on. “truecourse --help” lists what works without one.",
            file=sys.stderr,
        )
        return NO_SCREEN
    from ui.app import run  # noqa: PLC0415 - Qt is only loaded for a window

    return run(path)


def has_screen() -> bool:
    """Whether Qt will find a screen."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in _PLATFORMS_WITHOUT_SCREEN:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
