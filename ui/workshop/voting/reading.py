"""A ballot of the plan as the table and the bars show it."""

from planner.language import say, say_count
from planner.model.format import listing
from planner.model.plan import Plan
from planner.model.records_workshop import Ballot, Participant
from planner.model.vocabulary import BallotSort, Reply
from planner.truths.questions import question_of
from planner.workshop.voting import dots_left, missing, tally, votes_of
from ui.workshop.voting.bars import Bar
from ui.workshop.voting.sheet import Cell, Sheet, Voter

REPLIES = (Reply.YES, Reply.PARTLY, Reply.NO)
"""In the order in which they are told and counted."""


def sheet_of(plan: Plan, ballot_id: str, *, hidden: bool) -> Sheet:
    """Return a ballot as a table; an empty one where there is none.

    Args:
        plan: the plan.
        ballot_id: the ballot.
        hidden: only the votes of who is at it may be read.
    """
    ballot = plan.ballots.get(ballot_id)
    if ballot is None:
        return Sheet()
    return Sheet(
        ballot=ballot_id,
        sort=ballot.sort,
        voters=tuple(_voter(plan, ballot, who) for who in plan.participants.values()),
        entries=_entries(plan, ballot),
        cast=cast_in(plan, ballot),
        most=ballot.dots_each if ballot.sort is BallotSort.DOTS else max(1, len(ballot.entries)),
        hidden=hidden,
    )


def cast_in(plan: Plan, ballot: Ballot) -> dict[Cell, int | Reply]:
    """Return what was cast in a ballot, by participant and entry."""
    found: dict[Cell, int | Reply] = {}
    for vote in votes_of(plan, ballot.id):
        said = {BallotSort.DOTS: vote.dots, BallotSort.RANKING: vote.place, BallotSort.REPLY: vote.reply}
        value = said[ballot.sort]
        if value is not None and vote.participant is not None:
            found[vote.participant, vote.entry or ""] = value
    return found


def question_words(plan: Plan, ballot: Ballot) -> str:
    """Return the catalogue's question that a ballot answers, or what it is called."""
    found = question_of(plan, ballot.question)
    return ballot.name if found is None else found.text


def bars_of(plan: Plan, ballot_id: str) -> tuple[Bar, ...]:
    """Return the result of a ballot, the most wanted first."""
    ballot = plan.ballots[ballot_id]
    found = tally(plan, ballot_id)
    if ballot.sort is BallotSort.REPLY:
        most = max(found.replies.values(), default=0)
        return tuple(
            Bar("", reply.label, _people(count), _share(count, most), is_first=found.lead is reply)
            for reply, count in ((reply, found.replies.get(reply, 0)) for reply in REPLIES)
        )
    best = max((result.score for result in found.results), default=0)
    return tuple(
        Bar(
            str(result.place),
            result.name,
            _score(ballot, result.score),
            _share(result.score, best),
            is_first=result.place == 1 and result.score > 0,
        )
        for result in found.results
    )


def turnout(plan: Plan, ballot_id: str) -> str:
    """Return who has voted and who has not, in a sentence."""
    if not plan.participants:
        return say("Nobody is in the room yet: add the participants first.")
    waiting = [plan.name_of(who) for who in missing(plan, ballot_id)]
    voted = len(plan.participants) - len(waiting)
    if not waiting:
        return say_count("{count} of {count} has voted.", "All {count} have voted.", voted)
    return say(
        "{voted} of {all} have voted. Still to vote: {names}",
        voted=voted,
        all=len(plan.participants),
        names=listing(waiting),
    )


def _entries(plan: Plan, ballot: Ballot) -> tuple[tuple[str, str], ...]:
    if ballot.sort is BallotSort.REPLY:
        return (("", question_words(plan, ballot)),)
    return tuple((entry, plan.name_of(entry)) for entry in ballot.entries)


def _voter(plan: Plan, ballot: Ballot, who: Participant) -> Voter:
    if ballot.sort is BallotSort.DOTS:
        left = dots_left(plan, ballot.id, who.id)
        return Voter(who.id, who.name, say_count("{count} left", "{count} left", left), is_done=not left)
    has_voted = bool(votes_of(plan, ballot.id, who.id))
    return Voter(who.id, who.name, say("voted") if has_voted else say("to vote"), is_done=has_voted)


def _people(count: int) -> str:
    return say_count("{count} person", "{count} people", count)


def _score(ballot: Ballot, score: int) -> str:
    if ballot.sort is BallotSort.DOTS:
        return say_count("{count} dot", "{count} dots", score)
    return say_count("{count} point", "{count} points", score)


def _share(score: int, most: int) -> float:
    return score / most if most else 0.0
