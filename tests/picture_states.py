"""The pages, dialogs and states of the window that `tests.pictures` takes, each brought about in turn."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mouse import drag
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from planner.editing.verbs import change
from planner.exchange.house_json import house_json
from planner.language import say
from planner.model.kinds import Step
from planner.model.vocabulary import Weight
from planner.truths.house.examples import EXAMPLES, in_words
from ui.dialogs.compare import CompareDialog
from ui.dialogs.crash_report import CrashDialog
from ui.dialogs.known_signers import KnownSignersDialog
from ui.dialogs.make_key import MakeKeyDialog
from ui.dialogs.unsaved import UnsavedDialog
from ui.dialogs.verify import VerifyDialog
from ui.findings.panel import FindingsPanel
from ui.findings.rows import Show
from ui.kit.adaptive_split import AdaptiveSplit
from ui.kit.timeline_view import TimelineView
from ui.palette.palette import Palette
from ui.search.panel import SearchPanel
from ui.shell.banner import Banner, Offer
from ui.shell.tour import Tour
from ui.steps.sign_off.house.tab import HouseTab
from ui.steps.sign_off.revisions import RevisionsTab

if TYPE_CHECKING:
    from pictures import Camera

State = tuple[str, QWidget]
"""A name, and what is to be taken."""

DIALOGS = (
    "file.export", "file.print", "edit.answers", "edit.history", "file.sample", "file.backups",
    "file.template", "help.truths", "help.keys", "help.about",
)  # fmt: skip
"""Actions that open a dialog."""

_SHEET = """Task,Owner,Channel,Start,Due,Hours per week,Budget,Notes
Answer every review,Anna,Google reviews,1 March 2027,30 June 2027,3,0,Within a day
Letter to regulars,Ben,E-mail,15.3.2027,soon,two,"1,200",Dish of the week
Neighbours' table,Carla,Shop,2027-04-01,2027-12-31,1.5,400,
"""


def start_of(camera: "Camera") -> Iterator[State]:
    """Yield the ways to begin."""
    camera.window.close_plan()
    yield "start", camera.window


def pages_of(camera: "Camera") -> Iterator[State]:
    """Yield each step, the board, also while a card is dragged, and the timeline while a bar is moved."""
    bench = camera.window.workbench
    for number, step in enumerate(Step, 1):
        bench.show_step(step)
        yield f"{number}-{step.value}", camera.window
    yield from _details(camera)
    bench.toggle_board()
    yield "board", camera.window
    yield from _board_drag(camera)
    yield from _timeline(camera)


def states_of(camera: "Camera") -> Iterator[State]:
    """Yield every dialog and state over a good plan."""
    yield from _finding_things(camera)
    yield from _tour(camera)
    yield from _dialogs(camera)
    yield from _spreadsheet(camera)
    yield from _sign_off(camera)
    yield from _house(camera)
    yield from _other_windows(camera)


def troubles_of(camera: "Camera") -> Iterator[State]:
    """Yield what a plan with many findings shows, and what goes wrong."""
    bench = camera.window.workbench
    bench.show_step(Step.PURPOSE)
    panel = bench.findChild(FindingsPanel)
    panel.show_findings(Show.ALL)
    bench.lead_to_next(1)
    if panel.isHidden():
        bench.toggle_panel()
    yield "findings", camera.window
    for step in (Step.TACTICS, Step.SIGN_OFF):
        bench.show_step(step)
        yield f"stopped-{step.value}", camera.window
    camera.window.perform("edit.fix-safe")
    yield from _modal(camera, "edit-fix-safe")
    warning = next(f for f in camera.window.document.report.standing if f.level is Weight.WARN)
    panel.consent_wanted.emit(warning)
    yield from _modal(camera, "waive")
    banner = camera.window.findChild(Banner)
    words = say("Not saved: there is no room left. What you did is still here.")
    banner.tell(words, (Offer("retry", say("Try again")), Offer("copy", say("Save a copy…"))), warns=True)
    yield "trouble", camera.window
    banner.hide()


def _details(camera: "Camera") -> Iterator[State]:
    """Yield the fields of an entry where these stand in place of their table."""
    bench = camera.window.workbench
    bench.show_step(Step.TACTICS)
    split = bench.page.findChild(AdaptiveSplit)
    if split.is_in_turn:
        split.open_button.click()
        yield "details", camera.window
        split.show_listing()
    bench.show_step(Step.SIGN_OFF)


def _board_drag(camera: "Camera") -> Iterator[State]:
    """Yield the board while a tactic is held over an objective that it does not serve yet."""
    view, plan = camera.window.workbench.page.view, camera.window.document.plan
    cards = {mark.record: view.box_of(mark).center() for mark in reversed(view.marks) if not mark.folds}
    aim = next(iter(plan.objectives))
    tactic = next(t for t in plan.tactics.values() if aim not in {s.objective for s in t.objectives})
    drag(view, cards[tactic.id], cards[tactic.id] + QPoint(12, 12), cards[aim], release=False)
    yield "board-drag", camera.window
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=cards[aim])


def _timeline(camera: "Camera") -> Iterator[State]:
    bench = camera.window.workbench
    bench.show_step(Step.TACTICS)
    view = _tab_with(camera, TimelineView)
    camera.settle()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    while view.focused_mark.record != next(iter(camera.window.document.plan.tactics)):
        QTest.keyClick(view, Qt.Key.Key_Down)
    for _ in range(9):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    yield "timeline", camera.window
    QTest.keyClick(view, Qt.Key.Key_Escape)
    bench.page.tabs.setCurrentIndex(0)


def _finding_things(camera: "Camera") -> Iterator[State]:
    window = camera.window
    window.perform("go.palette")
    palette = window.findChild(Palette)
    yield "palette", window
    palette.line.setText("re ev")
    yield "palette-typed", window
    palette.leave()
    for action_id in ("edit.find", "edit.replace"):
        window.perform(action_id)
        search = window.findChild(SearchPanel)
        search.findChild(QLineEdit, "find-line").setText("guests")
        search.findChild(QLineEdit, "replace-line").setText("visitors")
        QTest.qWait(400)  # typing rests before a search begins
        yield action_id.replace(".", "-"), window
        search.leave()


def _tour(camera: "Camera") -> Iterator[State]:
    camera.window.perform("help.tour")
    tour = camera.window.findChild(Tour)
    for number in (1, 4, 5):
        yield f"tour-{number}", camera.window
        tour.go(1 if number == 4 else 3)
    tour.end()


def _dialogs(camera: "Camera") -> Iterator[State]:
    document = camera.window.document
    for name in ("Answer on Sundays", "Answer on Sundays and holidays"):
        tactic = next(iter(document.plan.tactics))
        document.do(change(document.plan, tactic, "name", name))
    document.undo()
    for action_id in DIALOGS:
        camera.window.perform(action_id)
        yield from _modal(camera, action_id.replace(".", "-"))


def _modal(camera: "Camera", name: str) -> Iterator[State]:
    """Yield the dialog that is open, once it has what it shows, and close it."""
    camera.settle()
    dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert isinstance(dialog, QDialog), name
    while getattr(getattr(dialog, "preview", None), "is_waiting", False) or getattr(dialog, "is_busy", False):
        camera.settle()
    yield f"dialog-{name}", dialog
    dialog.close()
    camera.settle()


def _spreadsheet(camera: "Camera") -> Iterator[State]:
    path = camera.work / "Activities 2027.csv"
    path.write_text(_SHEET, encoding="utf-8")
    camera.window._importing.read(str(path))
    yield from _modal(camera, "spreadsheet")


def _sign_off(camera: "Camera") -> Iterator[State]:
    window, bench = camera.window, camera.window.workbench
    bench.show_step(Step.SIGN_OFF)
    tabs = bench.page.tabs
    for at in range(1, tabs.count()):
        tabs.setCurrentIndex(at)
        yield f"sign-off-{at}", window
    card = _tab_with(camera, RevisionsTab).card
    card.compare_wanted.emit()
    yield from _window_of(camera, CompareDialog, "compare")
    window._verifying.verify(str(window.document.path))
    yield from _window_of(camera, VerifyDialog, "verify")
    window.perform("tools.signers")
    yield from _window_of(camera, KnownSignersDialog, "signers")


def _house(camera: "Camera") -> Iterator[State]:
    camera.window.workbench.show_step(Step.SIGN_OFF)
    tab = _tab_with(camera, HouseTab)
    tab.examples.actions()[0].trigger()
    yield "house", camera.window
    path = camera.work / "house.json"
    path.write_bytes(house_json(map(in_words, EXAMPLES)))
    tab.import_from(str(path))
    yield from _modal(camera, "house-import")


def _other_windows(camera: "Camera") -> Iterator[State]:
    window = camera.window
    report = "Truecourse 1.0\nTraceback (most recent call last):\n  …\nZeroDivisionError: division by zero"
    for name, dialog in (
        ("make-key", MakeKeyDialog("Anna Rossi", window)),
        ("unsaved", UnsavedDialog(window)),
        ("crash", CrashDialog(report, window)),
    ):
        dialog.open()
        yield f"dialog-{name}", dialog
        dialog.close()


def _window_of(camera: "Camera", kind: type[QWidget], name: str) -> Iterator[State]:
    camera.settle()
    dialog = next(one for one in camera.window.findChildren(kind) if one.isVisible())
    while getattr(dialog, "is_busy", False):
        camera.settle()
    yield f"dialog-{name}", dialog
    dialog.close()
    camera.settle()


def _tab_with(camera: "Camera", kind: type[QWidget]) -> QWidget:
    """Show the tab of the step's page that has a widget of a kind, and return that."""
    tabs = camera.window.workbench.page.tabs
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        camera.settle()
        tab = tabs.currentWidget()
        found = tab if isinstance(tab, kind) else tab.findChild(kind)
        if found is not None:
            return found
    raise LookupError(kind.__name__)
