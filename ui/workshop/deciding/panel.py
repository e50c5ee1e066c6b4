"""Deciding: everything that is still open in a list, and one small form for what becomes of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.model.values import Choice
from planner.model.vocabulary import BallotSort, Decision, Reply
from planner.truths.findings import Finding
from planner.workshop.deciding import (
    Ruling,
    Undecided,
    decide_ballot,
    decide_idea,
    decide_reply,
    grow,
    undecided,
)
from planner.workshop.voting import tally
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.editors.base import sentence_of
from ui.kit.empty_state import EmptyState
from ui.kit.keyboard import give_keyboard
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.theme import keep_within
from ui.theme.tokens import MEDIUM, SMALL
from ui.workshop.deciding.chosen import ChosenEntries
from ui.workshop.deciding.form import DecisionForm
from ui.workshop.deciding.open_list import OpenList, next_to
from ui.workshop.undo_strip import UndoStrip
from ui.workshop.voting.reading import REPLIES, bars_of


class DecidingPanel(QWidget):
    """Leads from one undecided thing to the next until none is left.

    Signals:
        opened: kind and id of an entry that the user wants to see.
        go_wanted: the `Finding` whose field the user wants to see.
    """

    opened = Signal(str, str)
    go_wanted = Signal(object)

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._open: tuple[Undecided, ...] = ()
        self._shown = ""
        self._count = plain_label(role="h3", wraps=True)
        self._list = OpenList(say("Undecided"))
        self._text = plain_label(role="h2", wraps=True)
        self._aside = plain_label(role="muted", wraps=True)
        self._chosen = ChosenEntries()
        self._form = DecisionForm(document)
        self._problem = plain_label(role="error", wraps=True)
        self._see = WordButton(say("Show the entry"), "arrow-right", role="quiet")
        self._undo = UndoStrip(document)
        self._card = Card()
        self._nothing = EmptyState(
            "circle-check",
            say("Nothing is undecided"),
            say("Every idea and every vote has its decision."),
            "",
        )
        self._build()
        self._connect()
        self._refresh()

    @property
    def rows(self) -> LineList:
        """What is open."""
        return self._list

    @property
    def form(self) -> DecisionForm:
        """Takes a decision."""
        return self._form

    @property
    def chosen(self) -> ChosenEntries:
        """Which entries of a vote are chosen."""
        return self._chosen

    @property
    def words(self) -> tuple[str, str, str]:
        """How many are open, what is decided now, and what was refused."""
        return self._count.text(), self._text.text(), self._problem.text()

    @property
    def undo_strip(self) -> UndoStrip:
        """Takes the last decision back."""
        return self._undo

    def show_open(self, record_id: str) -> None:
        """Lead to one that is open."""
        key = next((one.key for one in self._open if one.record == record_id), None)
        self._list.show_lines(self._lines(), key)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        body = self._card.body
        for widget in (self._text, self._aside, self._chosen, self._form, self._problem):
            body.addWidget(widget)
        body.addWidget(self._see, 0, Qt.AlignmentFlag.AlignLeading)
        self._problem.hide()
        right = QWidget()
        cards = QVBoxLayout(right)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.addWidget(self._card)
        cards.addStretch(1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        keep_within(self._split)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._list)
        self._split.addWidget(ScrollPage(right))
        self._split.setSizes([400, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._count)
        column.addWidget(self._split, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._undo)
        column.setSpacing(SMALL)

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self._list.decided.connect(self._choose)
        self._list.picked.connect(self._begin)
        self._form.ready.connect(self._decide)
        self._see.clicked.connect(self._lead)
        self._document.changed.connect(self._refresh)
        self._document.report_changed.connect(self._refresh)

    @property
    def _current(self) -> Undecided | None:
        line = self._list.current
        key = line.key if line is not None else None
        return next((one for one in self._open if one.key == key), None)

    def _refresh(self) -> None:
        self._open = undecided(self._document.plan, self._document.report)
        there = bool(self._open)
        self._count.setText(
            say_count("{count} thing is undecided", "{count} things are undecided", len(self._open))
        )
        self._count.setVisible(there)
        self._split.setVisible(there)
        self._nothing.setVisible(not there)
        lines = self._lines()
        if tuple(lines) != self._list.lines:
            before = [line.key for line in self._list.lines if not line.is_heading]
            keys = [line.key for line in lines if not line.is_heading]
            self._list.show_lines(lines, next_to(self._shown, before, keys))
        self._show_current()

    def _lines(self) -> list[Line]:
        lines: list[Line] = []
        sort = ""
        for one in self._open:
            if one.sort != sort:
                sort = one.sort
                lines.append(Line(None, sort, is_heading=True))
            lines.append(Line(one.key, one.text, icon="triangle-alert" if one.rule else "circle-dot"))
        return lines

    def _show_current(self) -> None:
        """Show what is to be decided now; what is typed for the same one stays."""
        current = self._current
        self._card.setVisible(current is not None)
        if current is None or current.key == self._shown:
            return
        self._shown = current.key
        self._problem.hide()
        self._text.setText(current.text)
        self._aside.setText(self._told(current))
        ballot = self._document.plan.ballots.get(current.record)
        is_vote = ballot is not None and ballot.sort is not BallotSort.REPLY
        self._chosen.setVisible(is_vote)
        if is_vote:
            self._show_entries(current.record)
        is_warning = self._finding(current) is not None
        self._see.setText(say("Go to the field") if is_warning else say("Show the entry"))
        self._see.setVisible(current.kind != "ballots")  # which have no page of their own
        self._form.setVisible(self._can_decide(current) and not self._document.read_only)
        self._form.begin(self._choices(current), can_grow=current.kind == "ideas")

    def _can_decide(self, one: Undecided) -> bool:
        return one.kind in {"ideas", "ballots"} and not one.rule

    def _choices(self, one: Undecided) -> tuple[Choice, ...]:
        ballot = self._document.plan.ballots.get(one.record)
        if ballot is None:
            return tuple(Decision)
        return REPLIES if ballot.sort is BallotSort.REPLY else (Decision.ADOPT, Decision.PARK)

    def _told(self, one: Undecided) -> str:
        idea = self._document.plan.ideas.get(one.record)
        if idea is None:
            return one.sort
        return say("Said by {name}", name=idea.said_by) if idea.said_by else one.sort

    def _show_entries(self, ballot_id: str) -> None:
        results = tally(self._document.plan, ballot_id).results
        bars = bars_of(self._document.plan, ballot_id)
        self._chosen.show_entries([(result.entry, bar) for result, bar in zip(results, bars, strict=True)])

    def _choose(self, decision: Decision) -> None:
        if self._current is not None and decision in self._choices(self._current):
            self._form.choose(decision)

    def _begin(self) -> None:
        if self._form.isVisible():
            first = self._form.button(self._choices(self._current)[0]) if self._current else self._form
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        current, choice = self._current, self._form.choice
        if current is None:
            return
        if choice is None:
            self._refuse(say("Choose what is decided first."))
            return
        if self._form.problem:
            self._refuse(self._form.problem)
            return
        try:
            self._document.do(self._edit(self._document.plan, current, choice))
        except PlanError as error:
            self._refuse(sentence_of(error))
            return
        self._undo.offer(say("“{entry}” is decided: {decision}.", entry=current.text, decision=choice.label))
        give_keyboard(self._list, self._undo.button)

    def _edit(self, plan: Plan, one: Undecided, choice: Choice) -> Edit:
        ruling = Ruling(by=self._form.who, on=self._document.today(), why=self._form.why)
        if isinstance(choice, Reply):
            return decide_reply(plan, one.record, ruling, choice)
        decision = Decision(choice)
        if one.kind == "ballots":
            chosen = self._chosen.ids if decision is Decision.ADOPT else ()
            return decide_ballot(plan, one.record, chosen, ruling, Decision.PARK if not chosen else None)
        if decision is Decision.ADOPT and self._form.grows_into:
            return grow(plan, one.record, self._form.grows_into, ruling)
        return decide_idea(plan, one.record, decision, ruling)

    def _refuse(self, why: str) -> None:
        self._problem.setText(why)
        self._problem.show()

    def _lead(self) -> None:
        current = self._current
        if current is None:
            return
        finding = self._finding(current)
        if finding is not None:
            self.go_wanted.emit(finding)
        else:
            self.opened.emit(current.kind, current.record)

    def _finding(self, one: Undecided) -> Finding | None:
        """Return the warning that waits, where it is one."""
        alike = (
            finding
            for finding in self._document.report.standing
            if (finding.rule, finding.subject) == (one.rule, one.record)
            and one.text in {finding.message, finding.subject_name}
        )
        return next(alike, None)
