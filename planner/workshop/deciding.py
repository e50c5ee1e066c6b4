"""Deciding: each decision with who, when and why, as one step; and what is not decided yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import phrase, say, worded
from planner.model.format import quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name, new_id
from planner.model.records_signoff import Answer
from planner.model.records_work import Idea
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import BallotSort, Decision, Reply, Weight
from planner.truths.findings import QUESTION, Finding, Report
from planner.workshop.common import ballot_in, changed
from planner.workshop.places import with_about, with_due, with_owner
from planner.workshop.voting import tally

GROWS_INTO = ("tactics", "issues", "objectives", "channels", "listening", "metrics", "changes", "reviews")
"""Kinds of entries that an adopted idea can grow into."""


class Ruling(Struct, frozen=True):
    """Who decided, when, and why.

    Attributes:
        by: id of the person; None where nobody is named.
        on: the day.
        why: the reason.
    """

    by: str | None = None
    on: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Undecided:
    """Something that waits for a decision.

    Attributes:
        kind: key of the kind of the entry that it is about; `planner.truths.findings.PLAN` for the plan.
        record: id of that entry, of the question, or the plan's word.
        text: what it is.
        told: what it waits for, as a message.
        rule: of the warning that stands; empty for anything else.
    """

    kind: str
    record: str
    text: str
    told: str
    rule: str = ""

    @property
    def sort(self) -> str:
        """What it waits for."""
        return say(self.told)

    @property
    def key(self) -> str:
        """Tells one from another: several warnings can stand on one entry."""
        return f"{self.rule} {self.kind} {self.record} {self.text if self.rule else ''}"


def decide_idea(plan: Plan, idea_id: str, decision: Decision | None, ruling: Ruling) -> Edit:
    """Adopt, park or decline an idea, or open it again, as one step.

    Raises:
        PlanError: there is no such idea or person.
    """
    idea = _idea(plan, idea_id)
    if decision is None:
        after = changed(plan, idea_id, decision=None, decided_by=None, decided_on=None, why="")
        return Edit(after, worded("Open again: {idea}", idea=quoted(display_name(idea))))
    return Edit(
        _decided(plan, idea_id, decision, ruling),
        worded("{decision}: {idea}", decision=worded(decision.message), idea=quoted(display_name(idea))),
    )


def decide_ballot(
    plan: Plan, ballot_id: str, chosen: Sequence[str], ruling: Ruling, rest: Decision | None = None
) -> Edit:
    """Log what was decided by a ballot, as one step; ideas that were chosen are adopted.

    Args:
        plan: the plan.
        ballot_id: the ballot.
        chosen: ids of the entries that were decided for; none is a decision too.
        ruling: who decided, when, and why.
        rest: what becomes of the ideas on it that were not chosen; None leaves them open.

    Raises:
        PlanError: there is no such ballot, it asks a question, or something chosen is not on it.
    """
    ballot = ballot_in(plan, ballot_id)
    if ballot.sort is BallotSort.REPLY:
        raise PlanError(say("This ballot answers a question; decide its answer."))
    if not set(chosen) <= set(ballot.entries):
        raise PlanError(say("What was chosen is not on the ballot."))
    after = _settled(plan, ballot_id, ruling, chosen=tuple(chosen))
    for entry in ballot.entries:
        decision = Decision.ADOPT if entry in chosen else rest
        if decision is not None and entry in plan.ideas:
            after = _decided(after, entry, decision, ruling)
    return Edit(after, worded("Decide {ballot}", ballot=quoted(display_name(ballot))))


def decide_reply(plan: Plan, ballot_id: str, ruling: Ruling, reply: Reply | None = None) -> Edit:
    """Make the answer to a ballot's question the team's own, as one step.

    Args:
        plan: the plan.
        ballot_id: the ballot.
        ruling: who answers for it, when, and the evidence; an empty reason leaves that of an earlier answer.
        reply: the answer; what most people said by default.

    Raises:
        PlanError: there is no such ballot, it asks no question, or the votes are tied.
    """
    ballot = ballot_in(plan, ballot_id)
    if ballot.sort is not BallotSort.REPLY or not ballot.question:
        raise PlanError(say("This ballot asks no question of the catalogue."))
    answer = reply or tally(plan, ballot_id).lead
    if answer is None:
        raise PlanError(say("The votes are tied."), hint=say("Say which answer you give."))
    after = _settled(plan, ballot_id, ruling, revealed=True)
    values: dict[str, Any] = {"reply": answer, "by": ruling.by, "on": ruling.on}
    if ruling.why:
        values["evidence"] = ruling.why
    known = next((one for one in plan.answers.values() if one.question == ballot.question), None)
    if known is None:
        new = Answer(id=new_id("answers"), question=ballot.question)
        after = verbs.add(after, replace(new, **values)).plan
    else:
        after = changed(after, known.id, **values)
    return Edit(after, worded("Answer {ballot}", ballot=quoted(display_name(ballot))))


def grow(plan: Plan, idea_id: str, kind_key: str, ruling: Ruling, *, record_id: str | None = None) -> Edit:
    """Adopt an idea and make an entry of it, which keeps where it came from, as one step.

    Args:
        plan: the plan.
        idea_id: the idea.
        kind_key: one of `GROWS_INTO`.
        ruling: who decided, when, and why.
        record_id: the new entry's id; one is made by default.

    Raises:
        PlanError: there is no such idea, or it has become an entry already.
    """
    idea = _idea(plan, idea_id)
    before = grown_from(plan, idea_id)
    if before is not None:
        told = say("This idea has become {entry} already.", entry=quoted(display_name(before)))
        raise PlanError(told)
    record = _entry_of(plan, idea, kind_key, record_id or new_id(kind_key))
    after = verbs.add(_decided(plan, idea_id, Decision.ADOPT, ruling), record).plan
    if kind_key != "tactics":
        after = changed(after, idea_id, became=record.id)
    kind = kind_of(kind_key)
    return Edit(
        after, worded("Adopt {idea} as {kind}", idea=quoted(display_name(idea)), kind=worded(kind.one))
    )


def grown_from(plan: Plan, idea_id: str) -> Any:  # noqa: ANN401 - a record of any kind
    """Return the entry that an idea has become; None where it has become none."""
    idea = plan.ideas.get(idea_id)
    if idea is not None and idea.became is not None:
        return plan.find(idea.became)
    return next((tactic for tactic in plan.tactics.values() if tactic.idea == idea_id), None)


def undecided(plan: Plan, report: Report) -> tuple[Undecided, ...]:
    """Return all that waits for a decision: ideas, ballots, questions, and warnings that stand.

    Args:
        plan: the plan.
        report: what the truths find in it.
    """
    return (*_open_ideas(plan), *_open_ballots(plan), *_open_findings(report))


def is_decided(ballot: Ballot) -> bool:
    """Whether something was decided by a ballot."""
    return bool(ballot.chosen) or ballot.decided_on is not None


def _open_ideas(plan: Plan) -> Iterator[Undecided]:
    for idea in plan.ideas.values():
        if idea.decision is None:
            yield Undecided("ideas", idea.id, display_name(idea), phrase("Idea without a decision"))


def _open_ballots(plan: Plan) -> Iterator[Undecided]:
    for ballot in plan.ballots.values():
        if not is_decided(ballot):
            yield Undecided("ballots", ballot.id, display_name(ballot), phrase("Vote without a decision"))


def _open_findings(report: Report) -> Iterator[Undecided]:
    """Yield the questions that have no answer, then the other warnings; ideas stand above already."""
    warnings = [one for one in report.standing if one.level is Weight.WARN and one.rule != "ideas.undecided"]
    for asked in (one for one in warnings if one.kind == QUESTION):
        told = phrase("Question without an answer")
        yield Undecided(asked.kind, asked.subject, asked.subject_name, told, asked.rule)
    yield from (_open_warning(one) for one in warnings if one.kind != QUESTION)


def _open_warning(finding: Finding) -> Undecided:
    told = phrase("Warning to mend or waive")
    return Undecided(finding.kind, finding.subject, finding.message, told, finding.rule)


def _entry_of(plan: Plan, idea: Idea, kind_key: str, record_id: str) -> Any:  # noqa: ANN401 - of any kind
    if kind_key not in GROWS_INTO:
        raise PlanError(say("An idea can't become a {kind}.", kind=kind_of(kind_key).word))
    origin = {"idea": idea.id} if kind_key == "tactics" else {}
    record = kind_of(kind_key).make(id=record_id, name=idea.name, **origin)
    if idea.owner is not None:
        record = with_owner(record, idea.owner) or record
    if idea.due is not None:
        record = with_due(record, idea.due) or record
    for target in idea.concerns:
        record = with_about(record, kind_of(plan.find(target)).key, target) or record
    return record


def _decided(plan: Plan, idea_id: str, decision: Decision, ruling: Ruling) -> Plan:
    return changed(
        plan,
        idea_id,
        decision=decision,
        decided_by=ruling.by,
        decided_on=ruling.on,
        why=ruling.why,
    )


def _settled(plan: Plan, ballot_id: str, ruling: Ruling, **more: object) -> Plan:
    return changed(plan, ballot_id, decided_by=ruling.by, decided_on=ruling.on, why=ruling.why, **more)


def _idea(plan: Plan, idea_id: str) -> Idea:
    idea = plan.ideas.get(idea_id)
    if idea is None:
        raise PlanError(say("This idea is no longer in the plan."))
    return idea
