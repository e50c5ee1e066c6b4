"""What has to be done after the workshop, by whom and by when: in the minutes and in the calendar."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named
from planner.document.chapters.common import table_or_quiet
from planner.document.wording import joined, short_day
from planner.document.workshop.source import Source
from planner.language import phrase, say
from planner.model.records_work import Review
from planner.model.vocabulary import Decision, FixStatus, PolicyStatus, WorkStatus
from planner.workshop.deciding import grown_from

_FOLLOW_UP, _LOOK_AGAIN = phrase("Follow up a decision"), phrase("Look at it again")
_FIX, _CHANGE, _START = phrase("Fix of the experience"), phrase("Change in how people work"), phrase("Start")
_FINISH = phrase("Finish")
_POLICY, _REVIEW = phrase("Put a policy into force"), phrase("Review of the plan")


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do.

    Attributes:
        id: of the entry that it is about.
        text: what it is about.
        word: what is to be done with that, as a message.
        owner: who does it; several for a review; may be empty.
        due: by when; None where no day was set.
        why: the reason, for the calendar; may be empty.
    """

    id: str
    text: str
    word: str
    owner: str
    due: date | None
    why: str = ""


def next_steps(source: Source) -> tuple[NextStep, ...]:
    """Return what has to be done, by day; what has none stands last."""
    entries = tuple(_of_entries(source))
    found = (*_of_ideas(source, {step.id for step in entries}), *entries, *_follow_up(source))
    return tuple(sorted(found, key=lambda step: (step.due or date.max, step.text)))


def to_do(source: Source) -> Block:
    """Return the table of next steps."""
    columns = (
        Column(say("By"), whole=True),
        Column(say("Next step")),
        Column(say("Owner")),
    )
    rows = ((_day(step), Named(step.text, say(step.word)), _owner(step)) for step in next_steps(source))
    return table_or_quiet(columns, rows, say("No next step was agreed."))


def _day(step: NextStep) -> Cell:
    return Marked(say("No day yet"), Mark.AT_RISK) if step.due is None else short_day(step.due)


def _owner(step: NextStep) -> Cell:
    return step.owner or Marked(say("Nobody yet"), Mark.AT_RISK)


def _of_ideas(source: Source, entries: Collection[str]) -> Iterator[NextStep]:
    """Yield the adopted ideas, and parked ones with a day; not those that are among the entries already."""
    for idea in source.decided_ideas:
        grown = grown_from(source.plan, idea.id)
        adopted = idea.decision is Decision.ADOPT and (grown is None or grown.id not in entries)
        if adopted or (idea.decision is Decision.PARK and idea.due is not None):
            word = _FOLLOW_UP if adopted else _LOOK_AGAIN
            yield NextStep(idea.id, source.name(idea.id), word, source.name(idea.owner), idea.due, idea.why)


def _of_entries(source: Source) -> Iterator[NextStep]:
    """Yield what came or changed in the plan here and is still to be done."""
    name = source.name
    for issue in source.touched("issues"):
        if issue.status is not FixStatus.DONE:
            yield NextStep(issue.id, name(issue.id), _FIX, name(issue.fix_owner), issue.fix_due, issue.fix)
    for change in source.touched("changes"):
        if change.status is not WorkStatus.DONE:
            yield NextStep(change.id, name(change.id), _CHANGE, name(change.owner), change.due)
    for policy in source.touched("policies"):
        if policy.status is PolicyStatus.DRAFT:
            yield NextStep(policy.id, name(policy.id), _POLICY, name(policy.owner), policy.in_force_from)
    for tactic in source.touched("tactics"):
        if tactic.starts_on is None or tactic.starts_on >= source.day:
            word = _FINISH if tactic.starts_on is None and tactic.ends_on else _START
            due = tactic.starts_on or tactic.ends_on
            yield NextStep(tactic.id, name(tactic.id), word, name(tactic.accountable), due)


def _follow_up(source: Source) -> Iterator[NextStep]:
    """Yield the first review after the workshop: there the room hears what became of all this."""
    later = [review for review in source.plan.reviews.values() if review.on and review.on > source.day]
    if later:
        review: Review = min(later, key=lambda found: found.on or date.max)
        people = joined(source.names(review.people), missing="")
        yield NextStep(review.id, source.name(review.id), _REVIEW, people, review.on, review.decisions)
