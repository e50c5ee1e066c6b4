"""Every ballot of the workshop with its result; those that nobody revealed are named, and no more."""

from collections.abc import Iterator

from planner.document.blocks import Bar, Block, Cell, Column, Named, Paragraph, Subheading, Table, Together
from planner.document.chapters.common import quiet
from planner.document.wording import joined
from planner.document.workshop.source import Source
from planner.language import say, say_count
from planner.model.format import format_number
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import BallotSort, Reply
from planner.truths.questions import question_of
from planner.workshop.voting import Result, Tally, tally

_WHOLE = 12
"""A result of so many entries stands on one page; the space that a longer one would leave is too much."""


def votes(source: Source) -> Iterator[Block]:
    """Yield each revealed ballot with its result, then the names of the others."""
    for ballot in source.ballots:
        if ballot.revealed:
            yield from _result(source, ballot)
    hidden = [source.name(ballot.id) for ballot in source.ballots if not ballot.revealed]
    if hidden:
        yield quiet(say("Not revealed, so not in these minutes: {ballots}", ballots=joined(hidden)))


def _result(source: Source, ballot: Ballot) -> Iterator[Block]:
    found = tally(source.plan, ballot.id)
    heading = Subheading(source.name(ballot.id), minor=True)
    note = "\n".join((_turnout(ballot, found), *_ruling(source, ballot)))
    is_reply = ballot.sort is BallotSort.REPLY
    table = _replies(found, note) if is_reply else _entries(ballot, found, note)
    blocks = (heading, *_asked(source, ballot), table)
    if len(found.results) <= _WHOLE:
        yield Together(blocks)
    else:
        yield from blocks


def _asked(source: Source, ballot: Ballot) -> Iterator[Block]:
    question = question_of(source.plan, ballot.question) if ballot.question else None
    if question is not None:
        yield Paragraph(question.text)


def _ruling(source: Source, ballot: Ballot) -> Iterator[str]:
    """Yield who decided by the vote, and why; nothing where nobody did."""
    by, why = source.name(ballot.decided_by), ballot.why.strip()
    if by and why:
        yield say("Decided by {name}: {why}", name=by, why=why)
    elif by:
        yield say("Decided by {name}", name=by)
    elif why:
        yield say("Decided: {why}", why=why)


def _turnout(ballot: Ballot, found: Tally) -> str:
    sort = ballot.sort.label
    if ballot.sort is BallotSort.DOTS:
        sort = say_count("{count} dot each", "{count} dots each", ballot.dots_each)
    return say("{sort}; {voted} of {people} voted", sort=sort, voted=found.voted, people=found.of)


def _replies(found: Tally, note: str) -> Block:
    counts = {answer: found.replies.get(answer, 0) for answer in Reply}
    most = max(counts.values()) or 1
    rows = tuple(
        (Named(answer.label), Bar(format_number(count), count / most)) for answer, count in counts.items()
    )
    return Table((Column(say("Answer")), Column(say("Votes"))), rows, note=note)


def _entries(ballot: Ballot, found: Tally, note: str) -> Block:
    columns = (
        Column(say("Place"), "right", whole=True),
        Column(say("Entry")),
        Column(say("Dots") if ballot.sort is BallotSort.DOTS else say("Points")),
        Column(say("Voters"), "right", whole=True),
    )
    most = max((result.score for result in found.results), default=0) or 1
    rows = tuple(_entry(ballot, result, result.score / most) for result in found.results)
    return Table(columns, rows, note=note)


def _entry(ballot: Ballot, result: Result, part: float) -> tuple[Cell, ...]:
    chosen = say("Chosen") if result.entry in ballot.chosen else ""
    return (
        format_number(result.place),
        Named(result.name, chosen),
        Bar(format_number(result.score), part),
        format_number(result.voters),
    )
