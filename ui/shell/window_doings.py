"""What one can do in a window whether a plan is open in it or not."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from ui.dialogs.about import AboutDialog
from ui.dialogs.keys import KeysDialog
from ui.shell.importing import Importing
from ui.shell.look import Look
from ui.shell.plans import Plans
from ui.shell.verifying import Verifying
from ui.shell.windows import Windows
from ui.theme import TextSize, ThemeChoice

Handlers = dict[str, Callable[[], object]]
"""Who answers to an action, by its id."""


def plan_handlers(plans: Plans, importing: Importing, verifying: Verifying) -> Handlers:
    """Return who answers to the wish for another plan, or for a document's signatures."""
    return {
        "file.new": plans.ask_for_new,
        "file.sample": plans.ask_sample,
        "file.spreadsheet": importing.ask,
        "file.open": plans.ask_for_plan,
        "file.verify": verifying.ask,
        "tools.signers": verifying.show_signers,
    }


def look_handlers(look: Look) -> Handlers:
    """Return who answers to the actions about theme, size of text and motion."""
    return {
        **{f"theme.{choice.value}": partial(look.wear, choice) for choice in ThemeChoice},
        **{f"text.{size.value}": partial(look.write, size) for size in TextSize},
        "view.larger": partial(look.zoom, 1),
        "view.smaller": partial(look.zoom, -1),
        "view.usual": partial(look.write, TextSize.NORMAL),
        "view.still": look.toggle_motion,
    }


def window_handlers(window: QMainWindow, windows: Windows | None) -> Handlers:
    """Return who answers to the actions about the window itself.

    Args:
        window: the window.
        windows: all windows; None where this is the only one.
    """
    return {
        "file.new-window": partial(_open_beside, window, windows),
        "file.quit": window.close if windows is None else windows.leave,
        "view.full-screen": partial(_toggle_full_screen, window),
        "help.keys": partial(_show_keys, window),
        "help.about": partial(_show_about, window),
    }


def _open_beside(window: QMainWindow, windows: Windows | None) -> None:
    if windows is not None:
        windows.open_new(beside=window)


def _toggle_full_screen(window: QMainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _show_keys(window: QMainWindow) -> None:
    KeysDialog(window).open()


def _show_about(window: QMainWindow) -> None:
    AboutDialog(window).open()
