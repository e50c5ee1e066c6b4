"""In a language that is none of its own, the window shows no word that was not translated."""

import re

import pytest
from foreign import foreign
from pseudo_language import ACCENTED, forgotten
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from planner.model.kinds import Step
from planner.samples import load_sample, sample_names
from planner.store.plan_file import PlanFile
from ui.shell.speech_menus import ChoiceMenu

MARKUP = re.compile(r"<[^>]+>|&#?\w+;")
"""Tooltips are set in Qt's own markup, their words escaped."""

TITLES = {info.title for info in sample_names()}
"""Samples are called as the plans in them are, which are in English."""

OPENED = (
    "file.export", "file.print", "edit.answers", "edit.find", "help.keys", "help.about", "file.sample",
    "edit.history", "edit.replace", "tools.signers", "help.truths", "file.backups", "go.palette", "help.tour",
    "workshop.agenda", "workshop.run", "workshop.minutes",
)  # fmt: skip
"""Actions that open something that is no page of the walk."""


def texts_of(widget):
    """Yield what a widget shows, says in its tooltip, or tells a screen reader."""
    yield MARKUP.sub(" ", widget.toolTip())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QGroupBox() | QMenu():
            yield widget.title()
        case QAbstractItemView():
            yield from rows_of(widget)


def rows_of(view):
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                found = model.index(row, column).data(role)
                yield MARKUP.sub(" ", found) if isinstance(found, str) else ""
    for column in range(columns):
        found = model.headerData(column, Qt.Orientation.Horizontal)
        yield found if isinstance(found, str) else ""


def untranslated(root):
    """Return each text under a widget that has words which no translation made."""
    found = {}
    screens = {word for screen in QGuiApplication.screens() for word in screen.name().split()}
    for widget in [root, *root.findChildren(QWidget)]:
        of_qt = isinstance(widget.parent(), QTabBar)  # its arrows are called by Qt's own translation
        if (widget is root or widget.isVisibleTo(root)) and not of_qt:
            for text in texts_of(widget):
                if (left := [w for w in forgotten(text) if w not in screens]) and text not in TITLES:
                    found[text] = f"{type(widget).__name__}: {' '.join(left)} in {text!r}"
    for action in root.findChildren(QAction):
        if isinstance(action.parent(), ChoiceMenu):
            continue  # languages and countries are called as Babel calls them
        text = action.text().replace("&", "")
        if left := forgotten(text):
            found[text] = f"action: {' '.join(left)} in {text!r}"
    if left := forgotten(root.windowTitle()):
        found["title"] = f"title: {' '.join(left)}"
    return list(found.values())


@pytest.fixture(params=["pizzeria", "charity", "what-not-to-do"])
def window(request, desk, tmp_path, speaking):
    speaking(ACCENTED)
    path = tmp_path / "план.tcplan"
    PlanFile.create(path, foreign(load_sample(request.param))).close()
    window = desk.window_with(path)
    window.resize(1440, 900)
    return window


def test_the_start_page_is_translated(desk, speaking):
    speaking(ACCENTED)
    assert untranslated(desk.window()) == []


def test_each_page_and_tab_is_translated(window, qtbot):
    found = []
    for step in Step:
        window.workbench.show_step(step)
        tabs = window.workbench.page.tabs
        for at in range(1 if tabs is None else tabs.count()):
            if tabs is not None:
                tabs.setCurrentIndex(at)
            qtbot.wait(20)
            found += [f"{step}/{at}: {text}" for text in untranslated(window)]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("window", ["charity"], indirect=True)
@pytest.mark.parametrize("action_id", OPENED)
def test_each_dialog_is_translated(window, qtbot, action_id):
    window.perform(action_id)
    qtbot.wait(50)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    found = [text for dialog in shown for text in untranslated(dialog)]
    for dialog in shown:
        if dialog is not window:
            dialog.close()
    assert not found, "\n".join(found)


def test_a_word_that_was_forgotten_is_seen(desk, speaking):
    speaking(ACCENTED)
    window = desk.window()
    QLabel("Forgotten words", window).show()
    assert any("Forgotten words" in text for text in untranslated(window))
