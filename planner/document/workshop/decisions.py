"""What the room decided, what it parked, and what it left open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import column, table_or_quiet
from planner.document.wording import NOTHING, joined, short_day, shown
from planner.document.workshop.source import Source
from planner.language import phrase, say
from planner.model.records_signoff import Waiver
from planner.model.records_work import Idea
from planner.model.vocabulary import Decision
from planner.truths.of_plan import title_of
from planner.truths.questions import answer_to, question_of
from planner.workshop.deciding import Undecided, is_decided, undecided

_ADOPTED, _DECLINED = phrase("Adopted"), phrase("Declined")
_WAITING = frozenset({"ideas", "ballots"})
"""What the room itself brought up; open questions and warnings are counted with the plan."""
_ANSWERED = phrase("Answered")
_NOT_NOTED = phrase("Not noted")
"""Stands where it is not known who decided."""
_CHOSEN, _ACCEPTED = phrase("Chosen by vote"), phrase("Exception accepted")


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of the room.

    Attributes:
        text: what it is about.
        why: the reason; may be empty.
        word: what was decided, as a message.
        mark: stands before that.
        by: who decided; may be empty.
        on: when.
        owner: who follows it up; may be empty.
        due: by when.
        owned: somebody has to follow it up.
    """

    text: str
    why: str
    word: str
    mark: Mark
    by: str
    on: date | None
    owner: str = ""
    due: date | None = None
    owned: bool = False


def decided(source: Source) -> tuple[Decided, ...]:
    """Return what was adopted, chosen, answered, accepted and declined, in this order."""
    ideas = [idea for idea in source.decided_ideas if idea.decision is not Decision.PARK]
    adopted = [_of_idea(source, idea) for idea in ideas if idea.decision is Decision.ADOPT]
    declined = [_of_idea(source, idea) for idea in ideas if idea.decision is Decision.DECLINE]
    return (*adopted, *_chosen(source), *_answered(source), *_accepted(source), *declined)


def decisions(source: Source) -> Block:
    """Return the table of decisions."""
    columns = (
        Column(say("Decision")),
        Column(say("Result")),
        column("ideas", "decided_by"),
        column("ideas", "owner"),
    )
    rows = (
        (
            Named(one.text, one.why),
            Marked(say(one.word), one.mark),
            _who_and_when(one.by or say(_NOT_NOTED), one.on),
            _who_and_when(one.owner, one.due, wanted=one.owned),
        )
        for one in decided(source)
    )
    return table_or_quiet(columns, rows, say("Nothing was decided."))


def parked(source: Source) -> tuple[Idea, ...]:
    """Return the ideas that were parked."""
    return tuple(idea for idea in source.decided_ideas if idea.decision is Decision.PARK)


def parking_lot(source: Source) -> Iterator[Block]:
    """Yield the table of what was parked; nothing where nothing was."""
    columns = (
        Column(say("Parked")),
        column("ideas", "said_by"),
        column("ideas", "decided_by"),
        column("ideas", "owner"),
    )
    rows = tuple(
        (
            Named(source.name(idea.id), idea.why),
            shown(idea.said_by),
            _who_and_when(source.name(idea.decided_by) or say(_NOT_NOTED), idea.decided_on),
            _who_and_when(source.name(idea.owner), idea.due),
        )
        for idea in parked(source)
    )
    if rows:
        yield Table(columns, rows)


def waiting(source: Source) -> tuple[Undecided, ...]:
    """Return the ideas and votes without a decision."""
    found = undecided(source.plan, source.reports[1])
    return tuple(one for one in found if one.kind in _WAITING)


def still_open(source: Source) -> Iterator[Block]:
    """Yield the table of what has no decision yet; nothing where all is decided."""
    columns = (Column(say("Undecided")), column("ideas", "said_by"), column("ideas", "block"))
    rows = tuple(_waiting_row(source, one) for one in waiting(source))
    if rows:
        yield Table(columns, rows)


def _waiting_row(source: Source, one: Undecided) -> tuple[Cell, ...]:
    record = source.plan.find(one.record)
    return Named(one.text, one.sort), shown(getattr(record, "said_by", "")), _came_up(source, record)


def _came_up(source: Source, record: Any) -> str:  # noqa: ANN401 - an idea or a ballot
    """Return in which block something came up."""
    block = source.name(record.block)
    if block:
        return block
    is_older = source.beginning is not None and source.beginning.find(record.id) is not None
    return say("Before the workshop") if is_older else say(_NOT_NOTED)


def _of_idea(source: Source, idea: Idea) -> Decided:
    adopted = idea.decision is Decision.ADOPT
    return Decided(
        text=source.name(idea.id),
        why=idea.why,
        word=_ADOPTED if adopted else _DECLINED,
        mark=Mark.DONE if adopted else Mark.NOT_STARTED,
        by=source.name(idea.decided_by),
        on=idea.decided_on,
        owner=source.name(idea.owner),
        due=idea.due,
        owned=adopted and idea.became is None,
    )


def _chosen(source: Source) -> Iterator[Decided]:
    """Yield what was chosen by votes, without what stands among the adopted ideas already."""
    ideas = {idea.id for idea in source.decided_ideas}
    for ballot in source.ballots:
        others = [entry for entry in ballot.chosen if entry not in ideas]
        if others:
            why = "\n".join(filter(None, (source.name(ballot.id), ballot.why)))
            text, by = joined(source.names(others)), source.name(ballot.decided_by)
            yield Decided(text, why, _CHOSEN, Mark.DONE, by, ballot.decided_on)


def _answered(source: Source) -> Iterator[Decided]:
    """Yield the answers that the room's votes became."""
    for ballot in source.ballots:
        answer, question = answer_to(source.plan, ballot.question), question_of(source.plan, ballot.question)
        if is_decided(ballot) and answer is not None and answer.reply is not None and question is not None:
            text = say("{question} {answer}", question=question.text, answer=answer.reply.label)
            by = source.name(ballot.decided_by)
            yield Decided(text, ballot.why, _ANSWERED, Mark.DONE, by, ballot.decided_on)


def _accepted(source: Source) -> Iterator[Decided]:
    new: tuple[Waiver, ...] = source.touched("waivers")
    for waiver in new:
        text = say(
            "{truth}: {subject}",
            truth=title_of(source.plan, waiver.rule),
            subject=source.plan.name_of(waiver.subject, missing=source.plan.title),
        )
        yield Decided(text, _reason(waiver), _ACCEPTED, Mark.AT_RISK, source.name(waiver.by), None)


def _reason(waiver: Waiver) -> str:
    if waiver.until is None:
        return waiver.reason
    return say("{reason}\nHolds until {day}", reason=waiver.reason, day=short_day(waiver.until)).strip()


def _who_and_when(name: str, on: date | None, *, wanted: bool = False) -> Cell:
    """Return a person with a day below; a decision that nobody follows up says so."""
    if not name and wanted:
        return Marked(say("Nobody yet"), Mark.AT_RISK)
    return Named(name or NOTHING, "" if on is None else short_day(on), sentence=True)
