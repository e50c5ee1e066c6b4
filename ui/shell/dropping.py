"""Files that are dropped onto the window: which are taken, and what becomes of each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDropEvent

from planner.exchange.importing import IMPORTED
from planner.exchange.spreadsheet.reading import SPREADSHEETS
from ui.kit.files import PLAN_ENDING

_TAKEN = {f".{PLAN_ENDING}", *IMPORTED, *SPREADSHEETS}
_DOCUMENT = ".pdf"


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the first file of a drop that can be taken; None where there is none."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in _TAKEN:
            return path
    return None


def take_file(
    path: Path,
    *,
    verify: Callable[[str], None],
    read_spreadsheet: Callable[[str], None],
    open_plan: Callable[[Path], None],
) -> None:
    """Open a plan's file, read a spreadsheet, or verify a document: whoever drops one has it from somewhere.

    Args:
        path: the file.
        verify: verifies a document.
        read_spreadsheet: shows what a spreadsheet becomes.
        open_plan: opens a plan, or imports it.
    """
    ending = path.suffix.lower()
    if ending == _DOCUMENT:
        verify(str(path))
    elif ending in SPREADSHEETS:
        read_spreadsheet(str(path))
    else:
        open_plan(path)
