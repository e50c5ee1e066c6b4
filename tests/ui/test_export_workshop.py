"""A workshop's papers from the window: the very bytes of the command line, looked at before."""

from datetime import date

import pytest
from hands import make, said
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from planner.cli import main
from planner.editing.verbs import add, change
from planner.model.records_work import Idea
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import Decision
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from planner.workshop.state import NOT_BEGUN
from ui.dialogs.export import ExportDialog
from ui.dialogs.export.products import Product
from ui.dialogs.printing.dialog import PrintDialog

HELD = date(2027, 1, 4)


@pytest.fixture
def held_path(plan_path):
    """Return a plan whose workshop began before an idea was adopted."""
    plan = change(example_plan(), "workshop", "on", HELD).plan
    plan = add(plan, AgendaBlock(id="only", name="Say why", minutes=20, notes="Smile.")).plan
    PlanFile.create(plan_path, plan, replace=True).close()
    with PlanFile.open(plan_path) as file:
        file.save_room(NOT_BEGUN, beginning=file.plan)
    return plan_path


@pytest.fixture
def window(desk, held_path):
    window = desk.window_with(held_path)
    window.resize(1440, 900)
    idea = Idea(id="new", name="A second till", decision=Decision.ADOPT, due=date(2027, 2, 1))
    window.document.do(add(window.document.plan, idea))
    assert window.document.flush()
    return window


@pytest.fixture
def dialog(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def exported(dialog, qtbot, out):
    dialog.findChild(QLineEdit, "export.file").setText(str(out))
    QTest.mouseClick(dialog.findChild(QPushButton, "export"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Written:" in said(dialog))
    return out


def by_command(*words):
    assert main([*map(str, words), "--today", HELD.isoformat()], lambda _path: 9) == 0


@pytest.mark.parametrize(
    ("product", "name", "words"),
    [
        (Product.AGENDA, "agenda.pdf", []),
        (Product.FACILITATOR, "agenda.pdf", ["--notes"]),
        (Product.AGENDA_CALENDAR, "agenda.ics", []),
    ],
)
def test_the_agenda_is_that_of_the_command_line(
    window, dialog, qtbot, held_path, tmp_path, product, name, words
):
    make(dialog, product)
    (tmp_path / "window").mkdir()
    ours = exported(dialog, qtbot, tmp_path / "window" / name)
    window.close()
    by_command("workshop", "agenda", held_path, tmp_path / name, *words)
    assert ours.read_bytes() == (tmp_path / name).read_bytes()


def test_the_minutes_are_three_files_and_those_of_the_command_line(
    window, dialog, qtbot, held_path, tmp_path
):
    make(dialog, Product.MINUTES)
    (tmp_path / "window").mkdir()
    exported(dialog, qtbot, tmp_path / "window" / "minutes.pdf")
    assert "the Word and the calendar file stand beside it" in said(dialog)
    window.close()
    by_command("workshop", "minutes", held_path, tmp_path / "minutes")
    for ending in ("pdf", "docx", "ics"):
        ours = tmp_path / "window" / f"minutes.{ending}"
        assert ours.read_bytes() == (tmp_path / f"minutes.{ending}").read_bytes()


@pytest.mark.parametrize("product", [Product.AGENDA, Product.AGENDA_CALENDAR, Product.MINUTES])
def test_each_is_looked_at_before_it_is_written(dialog, qtbot, product):
    make(dialog, product)
    view = dialog.preview.view
    qtbot.waitUntil(lambda: not dialog.preview.is_waiting and view.image is not None)
    assert view.count == 1


def test_a_name_of_its_own_is_suggested(dialog, held_path):
    make(dialog, Product.MINUTES)
    shown = dialog.findChild(QLineEdit, "export.file").text()
    assert shown == str(held_path.with_name("Weekday guests minutes.pdf"))


def test_minutes_can_be_printed_at_once(window, qtbot):
    window.perform("file.print")
    dialog = window.findChild(PrintDialog)
    combo = dialog.findChild(QComboBox, "print.what")
    combo.setCurrentIndex(combo.findData(Product.MINUTES))
    qtbot.waitUntil(lambda: not dialog.preview.is_waiting and dialog.preview.view.count == 1)
