"""For how long the window works at a stretch for each thing that a user does, at 2,000 tactics or fewer.

`python -m tests.benchmarks.every_act` does one thing after the other in a real window and prints for each
how long the window's own thread worked at most before it dealt with the next event; what took longer than
100 ms, with the places where it was. `--plan NAME` takes a sample plan, `--plan NUMBER` one with so many
tactics. `--only WORD` does only acts with the word in their name, after what leads to them; `--profile` adds
where the time went.
"""

import argparse
import cProfile
import io
import os
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))

from pseudo_language import ACCENTED, make
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

from planner.editing import verbs
from planner.language.speaking import ENGLISH, FOLDER_VARIABLE
from planner.model.kinds import Step, kind_of
from planner.model.plan import Plan
from planner.samples import load_sample
from tests.benchmarks.large_window import TACTICS, LargeWindow, large_plan
from ui.dialogs.compare import CompareDialog
from ui.kit.record_table import RecordTable
from ui.kit.timeline_view import TimelineView
from ui.theme import TextSize, ThemeChoice

Act: TypeAlias = tuple[str, Callable[[], object]]
_PASTED = 500
_DIALOGS = (
    "edit.history", "help.truths", "help.keys", "help.about", "file.export", "file.print", "file.template",
    "file.backups", "edit.fix-safe", "edit.answers", "file.sample", "tools.signers",
)  # fmt: skip


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plan", default=str(TACTICS), help="a sample's name, or how many tactics")
    options.add_argument("--only", default="", help="a word in the name of the acts to measure")
    options.add_argument("--profile", action="store_true", help="print where the time went")
    given = options.parse_args()
    languages = tempfile.TemporaryDirectory()
    make(Path(languages.name))
    os.environ[FOLDER_VARIABLE] = languages.name
    with languages, LargeWindow(_plan(given.plan)) as large:
        for name, do in _acts(large):
            if given.only in name or name == "open":
                _measure(large, name, do, profiles=given.profile and name != "open")


def _plan(wanted: str) -> Plan:
    return large_plan(int(wanted)) if wanted.isdecimal() else load_sample(wanted)


def _measure(large: LargeWindow, name: str, do: Callable[[], object], *, profiles: bool) -> None:
    profile = cProfile.Profile()
    large.watch.take()
    if profiles:
        large.watch.stop()
        profile.enable()
    do()
    large.app.processEvents()
    profile.disable()
    large.settle_checked()
    large.report(name)
    if profiles:
        out = io.StringIO()
        pstats.Stats(profile, stream=out).sort_stats("tottime").print_stats(22)
        print(out.getvalue())


def _acts(large: LargeWindow) -> Iterator[Act]:
    yield "open", large.open
    yield from _visits(large)
    yield from _looks(large)
    yield from _finding(large)
    yield from _dialogs(large)
    yield from _table(large)
    yield from _edits(large)
    yield from _timeline(large)
    yield from _review(large)
    yield from _languages(large)
    yield "close the plan", large.window.close_plan


def _visits(large: LargeWindow) -> Iterator[Act]:
    for step in Step:
        yield f"step {step.value}", partial(_go, large, step)
        tabs = getattr(large.bench.page, "tabs", None)
        for number in range(1, tabs.count() if tabs else 0):
            yield f"tab {step.value} {tabs.tabText(number)}", partial(_turn, large, step, number)
        if tabs:
            tabs.setCurrentIndex(0)
    yield "board", partial(large.window.perform, "go.board")
    yield "leave the board", partial(large.window.perform, "go.board")
    for step in (Step.PURPOSE, Step.TACTICS, Step.METRICS):
        yield f"step {step.value} again", partial(_go, large, step)


def _go(large: LargeWindow, step: Step) -> None:
    large.bench.show_step(step)


def _turn(large: LargeWindow, step: Step, number: int) -> None:
    large.bench.show_step(step)
    large.bench.show_tab(number)


def _looks(large: LargeWindow) -> Iterator[Act]:
    for theme in (ThemeChoice.DARK, ThemeChoice.CONTRAST, ThemeChoice.LIGHT):
        yield f"theme {theme.value}", partial(large.look.wear, theme)
        yield f"theme {theme.value}, then another page", partial(_go, large, Step.PEOPLE)
        yield f"theme {theme.value}, then back", partial(_go, large, Step.TACTICS)
    for size in (TextSize.LARGE, TextSize.NORMAL):
        yield f"text at {size.value} %", partial(large.look.write, size)
        yield f"text at {size.value} %, then another page", partial(_go, large, Step.PEOPLE)
        yield f"text at {size.value} %, then back", partial(_go, large, Step.TACTICS)


def _finding(large: LargeWindow) -> Iterator[Act]:
    large.window.activateWindow()
    yield "find", partial(large.window.perform, "edit.find")
    for letter in "queue":
        yield f"find: type {letter}", partial(_type, large, letter)
    yield "find next", partial(large.window.perform, "edit.find-next")
    yield "palette", partial(large.window.perform, "go.palette")
    for letter in "tac 15":
        yield f"palette: type {letter}", partial(_type, large, letter)
    yield "palette: choose", partial(_press, large, Qt.Key.Key_Return)
    for number in range(3):
        yield f"next finding {number}", partial(large.window.perform, "go.next-finding")
    yield "findings hidden", partial(large.window.perform, "view.findings")
    yield "findings shown", partial(large.window.perform, "view.findings")


def _in_hand(large: LargeWindow) -> QWidget:
    return QApplication.focusWidget() or large.window.focusWidget() or large.window


def _type(large: LargeWindow, letter: str) -> None:
    QTest.keyClick(_in_hand(large), letter)


def _press(large: LargeWindow, key: Qt.Key) -> None:
    QTest.keyClick(_in_hand(large), key)


def _dialogs(large: LargeWindow) -> Iterator[Act]:
    for action in _DIALOGS:
        yield f"dialog {action}", partial(large.window.perform, action)
        yield f"dialog {action} closed", partial(_close_dialogs, large)
    yield "workshop.agenda", partial(large.window.perform, "workshop.agenda")
    yield "back from the agenda", partial(large.window.perform, "go.tactics")
    yield "dialog compare", partial(_compare, large)
    yield "dialog compare closed", partial(_close_dialogs, large)


def _compare(large: LargeWindow) -> None:
    CompareDialog(large.document, large.window).open()


def _close_dialogs(large: LargeWindow) -> None:
    for dialog in large.window.findChildren(QDialog):
        dialog.close()


def _shown_table(large: LargeWindow) -> RecordTable:
    tables = large.window.findChildren(RecordTable)
    return next(table for table in tables if table.isVisible())


def _table(large: LargeWindow) -> Iterator[Act]:
    yield "to the table", partial(_turn, large, Step.TACTICS, 0)
    for number in range(4):
        yield f"scroll a page {number}", partial(_scroll, large, 20)
    yield "scroll to the end", partial(_scroll, large, 100_000)
    for column in (0, 1, 2):
        yield f"sort by column {column}", partial(_sort, large, column)
    yield "unsorted", partial(_sort, large, -1)
    for letter in "tac15":
        yield f"filter: type {letter}", partial(_filter, large, letter)
    yield "filter lifted", partial(_filter, large, "")
    yield "select all", partial(_select_all, large)
    yield "copy all", partial(_key_in_table, large, Qt.Key.Key_C)
    yield "select one", partial(_choose, large, _tactic(large))


def _scroll(large: LargeWindow, rows: int) -> None:
    bar = _shown_table(large).view.verticalScrollBar()
    bar.setValue(bar.value() + rows * 36)


def _sort(large: LargeWindow, column: int) -> None:
    _shown_table(large).view.sortByColumn(column, Qt.SortOrder.AscendingOrder)


def _filter(large: LargeWindow, letter: str) -> None:
    line = _shown_table(large).filter_line
    line.setText(line.text() + letter if letter else "")


def _select_all(large: LargeWindow) -> None:
    _shown_table(large).view.selectAll()


def _key_in_table(large: LargeWindow, key: Qt.Key) -> None:
    view: QTableView = _shown_table(large).view
    view.setFocus()
    QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)


def _tactic(large: LargeWindow) -> str:
    """Return a tactic in the middle of the list."""
    tactics = list(large.document.plan.tactics)
    return tactics[len(tactics) // 2]


def _choose(large: LargeWindow, record: str) -> None:
    _shown_table(large).select(record)


def _edits(large: LargeWindow) -> Iterator[Act]:
    tactic = _tactic(large)
    yield "change a name", partial(_change, large, tactic, "name", "Another")
    yield "undo a name", partial(large.window.perform, "edit.undo")
    yield "quick add", partial(_quick_add, large)
    yield "undo it", partial(large.window.perform, "edit.undo")
    yield f"paste {_PASTED} rows", partial(_paste, large)
    yield "undo the paste", partial(large.window.perform, "edit.undo")
    yield "redo the paste", partial(large.window.perform, "edit.redo")
    yield "undo it again", partial(large.window.perform, "edit.undo")
    yield "change all at once", partial(_change_all, large)
    yield "undo all", partial(large.window.perform, "edit.undo")
    yield "redo all", partial(large.window.perform, "edit.redo")
    yield "undo all again", partial(large.window.perform, "edit.undo")
    yield "remove all", partial(_remove_all, large)
    yield "undo the removal", partial(large.window.perform, "edit.undo")
    yield "move a row", partial(_move, large)
    yield "undo the move", partial(large.window.perform, "edit.undo")


def _change(large: LargeWindow, record: str, field: str, value: object) -> None:
    large.document.do(verbs.change(large.document.plan, record, field, value))


def _change_all(large: LargeWindow) -> None:
    plan = large.document.plan
    large.document.do(verbs.change_many(plan, list(plan.tactics), "hours", None))


def _remove_all(large: LargeWindow) -> None:
    plan = large.document.plan
    large.document.do(verbs.remove(plan, list(plan.tactics)))


def _move(large: LargeWindow) -> None:
    _shown_table(large).commands.move([list(large.document.plan.tactics)[3]], -1)


def _quick_add(large: LargeWindow) -> None:
    line = _shown_table(large).quick_line
    line.setText("One more")
    line.returnPressed.emit()


def _paste(large: LargeWindow) -> None:
    QGuiApplication.clipboard().setText("\n".join(f"Row {number}\tx" for number in range(_PASTED)))
    _key_in_table(large, Qt.Key.Key_V)


def _timeline(large: LargeWindow) -> Iterator[Act]:
    yield "to the timeline", partial(_turn, large, Step.TACTICS, 2)
    yield "timeline: hold", partial(_mouse, large, QEvent.Type.MouseButtonPress, 0)
    for way in (10, 30, 60):
        yield f"timeline: drag by {way}", partial(_mouse, large, QEvent.Type.MouseMove, way)
    yield "timeline: let go", partial(_mouse, large, QEvent.Type.MouseButtonRelease, 60)
    yield "undo the drag", partial(large.window.perform, "edit.undo")
    yield "to the table again", partial(_turn, large, Step.TACTICS, 0)


def _mouse(large: LargeWindow, kind: QEvent.Type, way: int) -> None:
    view = next(view for view in large.window.findChildren(TimelineView) if view.isVisible())
    tactics = {tactic.id for tactic in large.document.plan.tactics.values() if tactic.starts_on}
    mark = next(mark for mark in view.marks if mark.record in tactics)
    at = QPointF(view.box_of(mark).center() + QPoint(way, 0))
    where = QPointF(view.mapToGlobal(at))
    QApplication.sendEvent(
        view,
        QMouseEvent(
            kind, at, where, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip


def _review(large: LargeWindow) -> Iterator[Act]:
    yield "to sign-off", partial(_go, large, Step.SIGN_OFF)
    tabs = getattr(large.bench.page, "tabs", None)
    titles = [tabs.tabText(at) for at in range(tabs.count())] if tabs else []
    at = next((at for at, title in enumerate(titles) if title.startswith("Approval")), 0)
    yield "to the approvals", partial(_turn, large, Step.SIGN_OFF, at)
    plan = large.document.plan
    person = next(iter(plan.records(kind_of("people"))))
    yield "change while approvals are shown", partial(_change, large, person, "name", "Somebody")
    yield "undo it there", partial(large.window.perform, "edit.undo")
    yield "to the first step", partial(_go, large, Step.PURPOSE)


def _languages(large: LargeWindow) -> Iterator[Act]:
    yield "to the tactics", partial(_turn, large, Step.TACTICS, 0)
    for region in ("DE", "GB"):
        yield f"region {region}", partial(large.look.speech.choose_region, region)
        yield f"region {region}, then another page", partial(_go, large, Step.PEOPLE)
        yield f"region {region}, then back", partial(_go, large, Step.TACTICS)
    for tag in (ACCENTED, ENGLISH):
        yield f"language {tag}", partial(large.look.speech.choose_language, tag)
        yield f"language {tag}, then another page", partial(_go, large, Step.PEOPLE)
        yield f"language {tag}, then back", partial(_go, large, Step.TACTICS)


if __name__ == "__main__":
    main()
