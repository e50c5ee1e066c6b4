"""Asking for files, without blocking; the caller connects to `fileSelected`."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.language import say
from planner.parsing.written_days import without_marks
from ui.theme import dress

PLAN_ENDING = "tcplan"
_BAD_IN_NAMES = '<>:"/\\|?*\0'


def ask_for_plan(parent: QWidget, folder: str) -> QFileDialog:
    """Ask which plan to open."""
    plans = say("Plans, also in JSON and in their documents (*.{ending} *.json *.pdf)", ending=PLAN_ENDING)
    return _for_one(parent, say("Open a plan"), folder, plans)


def ask_for_new(
    parent: QWidget, title: str, folder: str, name: str, ending: str = PLAN_ENDING
) -> QFileDialog:
    """Ask where to write a new file; the system asks before an existing one is replaced.

    Args:
        parent: the window that it lies over.
        title: what it is for.
        folder: where to begin; empty: the user's documents.
        name: what the file might be called; may be any text.
        ending: the file's ending without its dot.
    """
    dialog = _dialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(
        [
            say("Plans (*.{ending})", ending=ending)
            if ending == PLAN_ENDING
            else f"{ending.upper()} (*.{ending})"
        ]
    )
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(f"{file_name(name)}.{ending}")
    return dialog


def ask_for_spreadsheet(parent: QWidget, folder: str) -> QFileDialog:
    """Ask which old spreadsheet to import."""
    return _for_one(
        parent, say("Import a spreadsheet"), folder, say("Spreadsheets (*.xlsx *.xlsm *.csv *.tsv)")
    )


def ask_for_house_truths(parent: QWidget, folder: str) -> QFileDialog:
    """Ask which set of house truths to take in."""
    return _for_one(parent, say("Import house truths"), folder, say("House truths (*.json)"))


def ask_for_key(parent: QWidget, path: str) -> QFileDialog:
    """Ask which key to sign with.

    Args:
        parent: the window that it lies over.
        path: of the key that was used before; may be empty.
    """
    return _for_one(
        parent, say("Choose your key"), str(Path(path).parent) if path else "", say("Keys (*.p12 *.pfx)")
    )


def ask_for_logo(parent: QWidget, folder: str) -> QFileDialog:
    """Ask for the picture that is the organisation's logo."""
    return _for_one(parent, say("Choose the logo"), folder, say("Pictures (*.png *.svg)"))


def ask_for_folder(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Ask for a folder to write several files into.

    Args:
        parent: the window that it lies over.
        title: what it is for.
        folder: where to begin; empty: the user's documents.
    """
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def ask_for_scan(parent: QWidget, folder: str) -> QFileDialog:
    """Ask which scans of signed pages to keep; the caller connects to `filesSelected`."""
    dialog = _dialog(parent, say("File a scan"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([say("Scans (*.pdf *.png *.jpg *.jpeg)")])
    return dialog


def ask_for_signed(parent: QWidget, folder: str) -> QFileDialog:
    """Ask which document or plan to verify."""
    documents = say("Documents and plans (*.pdf *.{ending} *.json)", ending=PLAN_ENDING)
    return _for_one(parent, say("Verify a document"), folder, documents)


def file_name(title: str) -> str:
    """Return a plan's title as a name that every system takes for a file."""
    shown = without_marks(title)
    safe = "".join(" " if letter in _BAD_IN_NAMES or ord(letter) < 32 else letter for letter in shown)
    return " ".join(safe.split())[:80].strip(". ") or say("Plan")


def default_folder(remembered: str) -> str:
    """Return where plans are kept: where they were last, else the user's documents."""
    if remembered and Path(remembered).is_dir():
        return remembered
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _for_one(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    """Ask for one file that is there: of the kinds that are looked for, or any other."""
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kinds, say("All files (*)")])
    return dialog


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, default_folder(folder))
    dress(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    return dialog
