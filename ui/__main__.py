"""The command `truecourse`: the command line, with the window handed in."""

import sys
from pathlib import Path

NO_SCREEN, INTERRUPTED = 3, 130
"""Exit codes where there is no screen to show a window on, and after Ctrl+C."""

try:
    from planner.cli import main as run_command_line
    from planner.language import say
except KeyboardInterrupt:  # Nothing has begun, so there is nothing to tell.
    sys.exit(INTERRUPTED)


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
    from ui.screen import has_screen  # noqa: PLC0415 - commands without a window need not know

    if not has_screen():
        print(
            say("There is no screen to open a window on. “truecourse --help” lists what works without one."),
            file=sys.stderr,
        )
        return NO_SCREEN
    from ui.app import run  # noqa: PLC0415 - Qt is only loaded for a window

    return run(path)


if __name__ == "__main__":
    sys.exit(main())
