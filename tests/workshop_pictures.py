"""The working parts of the workshop in the states in which they are judged, for `tests.pictures`."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.editing import verbs
from planner.model.plan import Plan
from planner.model.records_work import Idea
from planner.model.records_workshop import Ballot, Participant
from planner.model.vocabulary import BallotSort, Reply
from planner.samples import load_sample
from planner.workshop.agenda import make_agenda
from planner.workshop.voting import give_dots, reply, reveal
from ui.document import PlanDocument
from ui.kit.edits import add_all
from ui.theme import dress
from ui.theme.tokens import LARGE
from ui.workshop.agenda.editor import AgendaEditor
from ui.workshop.breaks.game import BreaksGame
from ui.workshop.breaks.panel import BreaksPanel
from ui.workshop.capture.panel import CapturePanel
from ui.workshop.deciding.panel import DecidingPanel
from ui.workshop.voting.desk import VotingDesk
from ui.workshop.wall.wall import WallView

TODAY = date(2027, 1, 4)
_PEOPLE = ("Ana Ruiz", "Ben Okafor", "Chiara Neri", "Dmitri", "Emi Sato")
_IDEAS = (
    ("Answer every review within a day, on Sundays too", "Replies", "Ana Ruiz"),
    ("The host reads out one review each morning in the kitchen", "Replies", "Ben Okafor"),
    ("A letter to regulars with the dish of the week", "Regulars", "Chiara Neri"),
    ("A table for those who come alone", "Regulars", "Dmitri"),
    ("Pay at the table", "The bill", "Emi Sato"),
    ("Stop posting pictures of empty rooms", "", "Ana Ruiz"),
)
_SAID = ("tactic: Answer reviews on Sundays", "A table for those who come alone", "park: A second oven")


def room_plan() -> Plan:
    """Return a sample in the middle of its workshop."""
    plan = load_sample("pizzeria")
    people = [Participant(id=f"who-{at}", name=name) for at, name in enumerate(_PEOPLE)]
    ideas = [
        Idea(id=f"idea-{at}", name=name, group=group, said_by=who)
        for at, (name, group, who) in enumerate(_IDEAS)
    ]
    plan = add_all(plan, [*people, *ideas], "Room").plan
    entries = tuple(idea.id for idea in ideas)
    plan = verbs.add(plan, Ballot(id="dots", name="What first?", entries=entries)).plan
    plan = verbs.add(plan, Ballot(id="yes", name="Do we listen first?", sort=BallotSort.REPLY)).plan
    for at in range(4):
        plan = give_dots(plan, "dots", f"who-{at}", "idea-0", 2).plan
        plan = give_dots(plan, "dots", f"who-{at}", f"idea-{at + 1}", 1 if at else 0).plan
        plan = reply(plan, "yes", f"who-{at}", Reply.PARTLY if at else Reply.YES).plan
    return plan


def workshop_parts_of(camera: Any) -> Iterator[tuple[str, QWidget]]:
    """Yield each part in each of its states, as the camera's window is dressed now."""
    for name, part, document in _parts():
        holder = _holder(part)
        holder.resize(camera.window.size())
        holder.show()
        holder.activateWindow()
        while document.is_checking:
            camera.settle()
        _prepare(name, part)
        yield f"workshop-{name}", holder
        holder.close()
        document.close()


def _parts() -> Iterator[tuple[str, QWidget, PlanDocument]]:
    plan = room_plan()
    for name, make in {
        "agenda-empty": AgendaEditor,
        "agenda": AgendaEditor,
        "wall": WallView,
        "votes": VotingDesk,
        "votes-revealed": VotingDesk,
        "votes-setup": VotingDesk,
        "votes-people": VotingDesk,
        "deciding": DecidingPanel,
        "capture": CapturePanel,
    }.items():
        shown = reveal(plan, "dots").plan if name == "votes-revealed" else plan
        if name == "agenda":
            document = PlanDocument(plan, clock=lambda: TODAY)
            shown = make_agenda(plan, "day", document.report).plan
            shown = verbs.change(shown, "workshop", "until", "16:30").plan
        document = PlanDocument(shown, clock=lambda: TODAY)
        yield name, make(document), document
    for name, sample in (("breaks", "what-not-to-do"), ("breaks-won", "pizzeria")):
        document = PlanDocument(load_sample(sample), clock=lambda: TODAY)
        yield name, BreaksPanel(document, BreaksGame(document)), document


def _holder(part: QWidget) -> QWidget:
    holder = QWidget()
    holder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(holder)
    column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
    column.addWidget(part)
    dress(holder)
    return holder


def _prepare(name: str, part: Any) -> None:
    """Bring a part into the state that is to be seen."""
    if name == "agenda":
        part.show_block(list(part.column.slots)[2].id)
    elif name == "wall":
        part.lead_to("idea-1")
    elif name.startswith("votes"):
        part.show_ballot("dots")
        part.tabs.setCurrentIndex({"votes-setup": 1, "votes-people": 2}.get(name, 0))
        part.grid.setFocus()
    elif name == "deciding":
        part.rows.setFocus()
        QTest.keyClick(part.rows, Qt.Key.Key_A)
    elif name == "capture":
        part.take_focus()
        for line in _SAID:
            part.line.setText(line)
            QTest.keyClick(part.line, Qt.Key.Key_Return)
        part.line.setText("tactic: Call everybody back by 3 May")
