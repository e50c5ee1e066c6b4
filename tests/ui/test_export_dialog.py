import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QPushButton

from ui.dialogs.export import ExportDialog


@pytest.fixture
def dialog(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    window.perform("file.pdf")
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def file_field(dialog):
    return dialog.findChild(QLineEdit, "export.file")


def test_it_suggests_a_file_beside_the_plan(dialog, plan_path):
    assert file_field(dialog).text() == str(plan_path.with_name("Weekday guests.pdf"))


def test_it_writes_the_document_and_offers_to_open_it(dialog, qtbot, plan_path):
    dialog.findChild(QComboBox, "export.paper").setCurrentText("Letter")
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: "Written:" in said(dialog), timeout=30_000)
    written = pypdf.PdfReader(plan_path.with_name("Weekday guests.pdf"))
    assert float(written.pages[0].mediabox.width) == pytest.approx(612)
    assert f"({len(written.pages)} pages)" in said(dialog)
    assert dialog.findChild(QPushButton, "open").isVisible()
    assert dialog.findChild(QPushButton, "show").isVisible()
    assert dialog._settings.paper == "Letter"
    press(qtbot, dialog, "cancel")
    assert not dialog.isVisible()


def test_the_ending_is_added_where_it_is_missing(dialog, qtbot, tmp_path):
    file_field(dialog).setText(str(tmp_path / "document"))
    press(qtbot, dialog, "export")
    qtbot.waitUntil((tmp_path / "document.pdf").exists, timeout=30_000)
    qtbot.waitUntil(lambda: "Written:" in said(dialog))


def test_cancel_stops_it_and_leaves_no_file(dialog, qtbot, tmp_path):
    file_field(dialog).setText(str(tmp_path / "never.pdf"))
    press(qtbot, dialog, "export")
    assert dialog.findChild(QProgressBar).isVisible()
    press(qtbot, dialog, "cancel")
    qtbot.waitUntil(lambda: "stopped" in said(dialog), timeout=30_000)
    assert list(tmp_path.glob("*.pdf")) == []
    assert dialog.isVisible()


def test_a_folder_that_is_not_there_is_said_in_plain_words(dialog, qtbot, tmp_path):
    file_field(dialog).setText(str(tmp_path / "nowhere" / "out.pdf"))
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: "There is no folder" in said(dialog), timeout=30_000)
    assert dialog.findChild(QPushButton, "export").isEnabled()


def test_without_a_name_it_asks_for_one(dialog, qtbot):
    file_field(dialog).setText("  ")
    press(qtbot, dialog, "export")
    assert "Name the file" in said(dialog)
