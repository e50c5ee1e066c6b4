import base64
import json
from io import BytesIO

import pypdf
import pypdfium2
import pytest
from files_by_hand import drop
from hands import make, said
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
)

from planner.cli import main
from planner.editing.verbs import change
from planner.exchange.plan_json import write_json
from planner.model.kinds import Step
from planner.model.schema import fields
from planner.model.vocabulary import DocumentChapter
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.dialogs.export import ExportDialog
from ui.dialogs.export.logo import LogoField
from ui.dialogs.export.products import Product

LEFT = Qt.MouseButton.LeftButton
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 2"><rect width="8" height="2"/></svg>'


@pytest.fixture
def open_dialog(desk, qtbot):
    def make(path):
        window = desk.window_with(path)
        window.resize(1440, 900)
        QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        dialog = window.findChild(ExportDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.window = window
        return dialog

    return make


@pytest.fixture
def dialog(open_dialog, plan_path):
    return open_dialog(plan_path)


def press(dialog, name):
    QTest.mouseClick(dialog.findChild(QPushButton, name), LEFT)


def file_field(dialog):
    return dialog.findChild(QLineEdit, "export.file")


def exported(dialog, qtbot, out):
    file_field(dialog).setText(str(out))
    press(dialog, "export")
    qtbot.waitUntil(lambda: "Written:" in said(dialog))
    return out


def shown_pages(dialog, qtbot):
    """Return how many pages the preview has once it has come to rest."""
    view = dialog.preview.view
    qtbot.waitUntil(lambda: not dialog.preview.is_waiting and view.image is not None)
    return view.count


def _no_window(*_words):
    pytest.fail("the command line wants a window")


def row_of(dialog, chapter):
    listed = dialog.findChild(QListWidget, "export.chapters")
    return listed, listed.item(list(DocumentChapter).index(chapter))


def untick(dialog, chapter):
    listed, item = row_of(dialog, chapter)
    listed.setFocus()
    listed.setCurrentItem(item)
    QTest.keyClick(listed, Qt.Key.Key_Space)


def test_it_suggests_a_file_beside_the_plan(dialog, plan_path):
    assert file_field(dialog).text() == str(plan_path.with_name("Weekday guests.pdf"))


def test_it_writes_the_document_and_offers_to_open_it(dialog, qtbot, plan_path):
    press(dialog, "export")
    qtbot.waitUntil(lambda: "Written:" in said(dialog))
    written = pypdf.PdfReader(plan_path.with_name("Weekday guests.pdf"))
    assert f"({len(written.pages)} pages)" in said(dialog)
    assert "will be replaced" not in said(dialog)
    assert dialog.findChild(QPushButton, "open").isVisible()
    assert dialog.findChild(QPushButton, "show").isVisible()
    press(dialog, "cancel")
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("product", "name", "words"),
    [
        (Product.DOCUMENT, "out.pdf", []),
        (Product.WORD, "out.docx", []),
        (Product.POSTER, "out.pdf", ["--as", "poster"]),
        (Product.WORKSHEETS, "out.pdf", ["--as", "worksheets"]),
        (Product.JSON, "out.json", []),
    ],
)
def test_the_bytes_are_those_of_the_command_line(dialog, qtbot, plan_path, tmp_path, product, name, words):
    document = qtbot.window.document
    document.do(change(document.plan, "layout", "large_print", value=True))
    document.do(change(document.plan, "layout", "accent", "#8A1C4A"))
    assert document.flush()
    make(dialog, product)
    (tmp_path / "window").mkdir()
    ours = exported(dialog, qtbot, tmp_path / "window" / name)
    theirs = tmp_path / name
    document.save_copy(tmp_path / "copy.tcplan")
    words = ["export", str(tmp_path / "copy.tcplan"), str(theirs), "--today", "2027-01-04", *words]
    assert main(words, _no_window) == 0
    assert ours.read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize(("product", "ending"), [(Product.SVG, "svg"), (Product.PNG, "png")])
def test_charts_go_into_a_folder(dialog, qtbot, tmp_path, product, ending):
    make(dialog, product)
    assert file_field(dialog).accessibleName() == "Folder"
    exported(dialog, qtbot, tmp_path / "charts")
    assert {path.suffix for path in (tmp_path / "charts").iterdir()} == {f".{ending}"}
    assert dialog.findChild(QPushButton, "open").text() == "Open folder"


def test_the_ending_is_added_where_it_is_missing(dialog, qtbot, tmp_path):
    exported(dialog, qtbot, tmp_path / "document")
    assert (tmp_path / "document.pdf").exists()


def test_cancel_stops_it_and_leaves_no_file(dialog, qtbot, tmp_path):
    file_field(dialog).setText(str(tmp_path / "never.pdf"))
    press(dialog, "export")
    assert dialog.findChild(QProgressBar).isVisible()
    press(dialog, "cancel")
    qtbot.waitUntil(lambda: "stopped" in said(dialog))
    assert list(tmp_path.glob("*.pdf")) == []
    assert dialog.isVisible()


def test_a_folder_that_is_not_there_is_said_in_plain_words(dialog, qtbot, tmp_path):
    file_field(dialog).setText(str(tmp_path / "nowhere" / "out.pdf"))
    press(dialog, "export")
    qtbot.waitUntil(lambda: "There is no folder" in said(dialog))
    assert dialog.findChild(QPushButton, "export").isEnabled()


def test_without_a_name_it_asks_for_one(dialog):
    file_field(dialog).setText("  ")
    press(dialog, "export")
    assert "Name the file" in said(dialog)


def test_a_file_that_is_there_is_said_to_be_replaced(dialog, tmp_path):
    (tmp_path / "old.pdf").write_bytes(b"old")
    file_field(dialog).setText(str(tmp_path / "old.pdf"))
    assert "will be replaced" in said(dialog)
    file_field(dialog).setText(str(tmp_path / "new.pdf"))
    assert "will be replaced" not in said(dialog)


def test_the_preview_shows_the_pages_that_are_exported(dialog, qtbot, tmp_path):
    count = shown_pages(dialog, qtbot)
    image = dialog.preview.view.image
    out = exported(dialog, qtbot, tmp_path / "out.pdf")
    pages = pypdfium2.PdfDocument(out)
    assert count == len(pages)
    page = pages[0]
    expected = page.render(scale=(image.width() - 0.5) / page.get_width()).to_pil()
    assert expected.size == (image.width(), image.height())
    shown = Image.frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits()), "raw", "BGRA")
    assert (
        shown.convert("RGB").resize((60, 85)).tobytes() == expected.convert("RGB").resize((60, 85)).tobytes()
    )
    pages.close()


def test_pages_are_turned_by_keys_and_by_number(dialog, qtbot):
    count = shown_pages(dialog, qtbot)
    view, number = dialog.preview.view, dialog.preview.findChild(QLineEdit)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.number, number.text()) == (1, "2")
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.number == count - 1
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.number == count - 1
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(number, "3")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert view.number == 2
    assert not dialog.findChild(QProgressBar).isVisible()
    assert view.accessibleDescription() == f"Page 3 of {count}"
    qtbot.waitUntil(lambda: view.image is not None)


def test_a_choice_changes_the_plan_and_the_preview(dialog, qtbot):
    document = qtbot.window.document
    before = shown_pages(dialog, qtbot)
    untick(dialog, DocumentChapter.TACTICS)
    assert document.plan.the_layout.left_out == (DocumentChapter.TACTICS,)
    assert dialog.preview.is_waiting
    assert shown_pages(dialog, qtbot) < before
    document.undo()
    _, item = row_of(dialog, DocumentChapter.TACTICS)
    assert item.checkState() is Qt.CheckState.Checked
    assert shown_pages(dialog, qtbot) == before


def test_each_choice_of_the_look_is_one_step_to_undo_and_is_kept_in_the_file(dialog, qtbot, plan_path):
    document = qtbot.window.document
    line = dialog.findChild(QLineEdit, "export.accent")
    QTest.keyClicks(line, "#0b4f7d")
    assert document.plan.the_layout.accent == "#0B4F7D"
    steps = len(document.history.done)
    untick(dialog, DocumentChapter.IDEAS)
    assert len(document.history.done) == steps + 1
    layout = document.plan.the_layout
    dialog.close()
    assert qtbot.window.close_plan()
    with PlanFile.open(plan_path) as kept:
        assert kept.plan.the_layout == layout


def test_the_last_chapter_cannot_be_unticked(dialog, qtbot):
    document = qtbot.window.document
    every = tuple(DocumentChapter)
    document.do(change(document.plan, "layout", "left_out", every[1:]))
    untick(dialog, every[0])
    assert document.plan.the_layout.left_out == every[1:]
    assert "at least one chapter" in said(dialog)


def test_a_light_accent_is_told_to_be_printed_darker(dialog, qtbot):
    QTest.keyClicks(dialog.findChild(QLineEdit, "export.accent"), "#FFD400")
    qtbot.waitUntil(lambda: "too light" in dialog.choices.accent.note)
    assert any("too light" in message for message in dialog.choices.troubles.messages)


def test_what_is_no_colour_is_told_and_the_last_good_one_stays(dialog, qtbot):
    document = qtbot.window.document
    line = dialog.findChild(QLineEdit, "export.accent")
    line.setFocus()
    QTest.keyClicks(line, "bluish")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert "is no colour" in said(dialog)
    assert document.plan.the_layout.accent == ""


def png():
    buffer = BytesIO()
    Image.new("RGB", (900, 300), "#0A5").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("data", [png(), SVG], ids=["png", "svg"])
def test_a_dropped_logo_is_kept_shown_and_removed(dialog, qtbot, tmp_path, data):
    document, logo = qtbot.window.document, dialog.findChild(LogoField)
    (tmp_path / "logo.any").write_bytes(data)
    drop(logo, tmp_path / "logo.any")
    qtbot.waitUntil(lambda: document.plan.the_layout.logo != "")
    assert base64.b64decode(document.plan.the_layout.logo) == data
    qtbot.waitUntil(lambda: not logo.image.isNull())
    remove = next(b for b in logo.findChildren(QPushButton) if b.text() == "Remove")
    QTest.mouseClick(remove, LEFT)
    assert document.plan.the_layout.logo == ""
    assert logo.image.isNull()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"GIF89a", "neither a PNG nor an SVG"),
        (png()[:60], "damaged"),
        (SVG.replace(b"rect", b"script"), "script"),
    ],
)
def test_a_bad_logo_is_told_and_not_kept(dialog, qtbot, tmp_path, data, words):
    logo = dialog.findChild(LogoField)
    (tmp_path / "logo").write_bytes(data)
    drop(logo, tmp_path / "logo")
    qtbot.waitUntil(lambda: words in logo.problem)
    assert qtbot.window.document.plan.the_layout.logo == ""


def test_what_will_not_print_leads_to_its_field(open_dialog, qtbot, plan_path):
    plan = load_sample("pizzeria")
    tactic = next(iter(plan.tactics))
    plan = change(plan, tactic, "name", "Glyph \U00013000").plan
    PlanFile.create(plan_path, plan, replace=True).close()
    dialog = open_dialog(plan_path)
    qtbot.waitUntil(lambda: len(dialog.choices.troubles.messages) == 1)
    assert "U+13000" in dialog.choices.troubles.messages[0]
    (show,) = (b for b in dialog.choices.troubles.findChildren(QPushButton) if b.text() == "Show")
    QTest.mouseClick(show, LEFT)
    assert not dialog.isVisible()
    assert qtbot.window.workbench.step is Step.TACTICS
    assert qtbot.window.workbench.chosen_record == tactic


@pytest.mark.parametrize("name", [spec.name for spec in fields("layout")])
def test_one_is_led_to_every_field_of_the_layout(dialog, name):
    dialog.focus_field(name)
    focused = dialog.focusWidget()
    assert focused is not None
    assert focused is not dialog.findChild(QComboBox, "export.what")
    assert dialog.choices.isAncestorOf(focused)


def test_worksheets_follow_their_choices(dialog, qtbot):
    make(dialog, Product.WORKSHEETS)
    every = shown_pages(dialog, qtbot)
    steps = dialog.findChild(QListWidget, "export.steps")
    for row in range(1, steps.count()):
        steps.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert shown_pages(dialog, qtbot) < every
    steps.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "at least one step" in said(dialog)
    assert dialog.choices.sheets.steps == (Step.PURPOSE,)


def test_what_was_made_last_is_offered_first(dialog, qtbot, open_dialog, plan_path):
    make(dialog, Product.POSTER)
    dialog.close()
    qtbot.window.perform("file.export")
    again = next(d for d in qtbot.window.findChildren(ExportDialog) if d.isVisible())
    assert again.choices.product is Product.POSTER
    assert shown_pages(again, qtbot) == 1


def test_json_has_no_pages_and_says_so(dialog, qtbot, tmp_path):
    make(dialog, Product.JSON)
    assert "Nothing to look at" in dialog.preview.words
    out = exported(dialog, qtbot, tmp_path / "plan.json")
    assert out.read_bytes() == write_json(qtbot.window.document.plan)
    json.loads(out.read_bytes())


def test_the_preview_folds_away_where_there_is_no_room(dialog, qtbot):
    shown_pages(dialog, qtbot)
    dialog.resize(700, 640)
    assert not dialog.preview.isVisible()
    press(dialog, "turn")
    assert dialog.preview.isVisible()
    assert not dialog.choices.isVisible()
    press(dialog, "turn")
    assert dialog.choices.isVisible()
    dialog.resize(1100, 640)
    assert dialog.preview.isVisible()
    assert dialog.choices.isVisible()


def test_closing_while_the_preview_is_made_leaves_nothing_running(dialog, qtbot, desk):
    dialog.close()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
