"""Votes of the room, cast by the facilitator for the people in it, hidden until they are revealed.

A ranking is counted by Borda's points: with n entries, the first place gives n points, the last one 1,
and an entry that somebody left out none. The mean place would rank an entry first that one person alone
ranked, since nobody else's silence counted; points let silence count for nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, say_count, worded
from planner.model.format import quoted
from planner.model.plan import Plan, display_name, new_id
from planner.model.records_workshop import Ballot, Participant, Vote
from planner.model.vocabulary import BallotSort, Reply
from planner.workshop.common import ballot_in, changed


@dataclass(frozen=True, slots=True)
class Result:
    """How one entry of a ballot did.

    Attributes:
        entry: its id.
        name: what it is called.
        score: dots, or points of the ranking.
        place: from 1; those with the same score share a place, and the next one is left out.
        tied: others have the same score.
        voters: how many people gave it anything.
    """

    entry: str
    name: str
    score: int
    place: int
    tied: bool
    voters: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a ballot came to.

    Attributes:
        results: its entries, the best first; entries with the same score in the ballot's order.
        replies: how many answered yes, partly and no, for a ballot about a question.
        voted: how many people have voted.
        of: how many people are in the room.
        revealed: the room may see it.
    """

    results: tuple[Result, ...]
    replies: Mapping[Reply, int]
    voted: int
    of: int
    revealed: bool

    @property
    def lead(self) -> Reply | None:
        """The answer that most people gave; None where two have as many, or nobody answered."""
        most = max(self.replies.values(), default=0)
        first = [reply for reply, count in self.replies.items() if count == most and count]
        return first[0] if len(first) == 1 else None


def tally(plan: Plan, ballot_id: str) -> Tally:
    """Return what a ballot came to so far, whether or not the room may see it.

    Raises:
        PlanError: there is no such ballot.
    """
    ballot = ballot_in(plan, ballot_id)
    votes = votes_of(plan, ballot_id)
    scores: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    for vote in votes:
        if vote.entry is not None:
            scores[vote.entry] += _points(ballot, vote)
            voters[vote.entry] += 1
    answers = Counter(vote.reply for vote in votes if vote.reply is not None)
    replies = {reply: answers[reply] for reply in Reply} if ballot.sort is BallotSort.REPLY else {}
    voted = len({vote.participant for vote in votes})
    results = _results(plan, ballot, scores, voters)
    return Tally(results, replies, voted, len(plan.participants), ballot.revealed)


def votes_of(plan: Plan, ballot_id: str, participant: str | None = None) -> tuple[Vote, ...]:
    """Return the votes of a ballot, of everybody or of one participant."""
    return tuple(
        vote
        for vote in plan.votes.values()
        if vote.ballot == ballot_id and participant in {None, vote.participant}
    )


def missing(plan: Plan, ballot_id: str) -> tuple[str, ...]:
    """Return the ids of the participants who have not voted."""
    voted = {vote.participant for vote in votes_of(plan, ballot_id)}
    return tuple(key for key in plan.participants if key not in voted)


def dots_left(plan: Plan, ballot_id: str, participant: str) -> int:
    """Return how many dots somebody can still give.

    Raises:
        PlanError: there is no such ballot.
    """
    given = sum(vote.dots for vote in votes_of(plan, ballot_id, participant))
    return max(0, ballot_in(plan, ballot_id).dots_each - given)


def give_dots(plan: Plan, ballot_id: str, participant: str, entry: str, dots: int) -> Edit:
    """Let somebody have so many dots on an entry, in place of those that were there; 0 takes them back.

    Raises:
        PlanError: there is no such ballot, participant or entry, or these are more dots than are left.
    """
    ballot = ballot_in(plan, ballot_id, BallotSort.DOTS)
    who = _participant(plan, participant)
    _refuse_stranger(ballot, entry)
    others = {vote.entry: vote.dots for vote in votes_of(plan, ballot_id, participant) if vote.entry != entry}
    room = ballot.dots_each - sum(others.values())
    if not 0 <= dots <= max(0, room):
        raise PlanError(
            say_count("{name} has {count} dot left.", "{name} has {count} dots left.", room, name=who.name),
            hint=say("Take dots back from another entry first."),
        )
    wanted = {key: {"dots": count} for key, count in {**others, entry: dots}.items() if count}
    return _cast(plan, ballot, who, wanted)


def rank(plan: Plan, ballot_id: str, participant: str, entries: Sequence[str]) -> Edit:
    """Store somebody's ranking in place of the one before.

    Args:
        plan: the plan.
        ballot_id: the ballot.
        participant: whose ranking it is.
        entries: ids of entries, the best first; what is left out gets no points.

    Raises:
        PlanError: there is no such ballot, participant or entry, or an entry stands twice.
    """
    ballot = ballot_in(plan, ballot_id, BallotSort.RANKING)
    who = _participant(plan, participant)
    for entry in entries:
        _refuse_stranger(ballot, entry)
    if len(set(entries)) != len(entries):
        raise PlanError(say("An entry can have one place only."))
    return _cast(plan, ballot, who, {entry: {"place": place} for place, entry in enumerate(entries, start=1)})


def reply(plan: Plan, ballot_id: str, participant: str, answer: Reply | None) -> Edit:
    """Store somebody's answer to a ballot's question; None takes it back.

    Raises:
        PlanError: there is no such ballot or participant.
    """
    ballot = ballot_in(plan, ballot_id, BallotSort.REPLY)
    who = _participant(plan, participant)
    return _cast(plan, ballot, who, {} if answer is None else {None: {"reply": answer}})


def clear(plan: Plan, ballot_id: str, participant: str | None = None) -> Edit:
    """Take back all votes of a ballot, or those of one participant.

    Raises:
        PlanError: there is no such ballot, or nobody has voted.
    """
    ballot = ballot_in(plan, ballot_id)
    votes = votes_of(plan, ballot_id, participant)
    if not votes:
        raise PlanError(say("Nobody has voted yet."))
    after = verbs.remove(plan, [vote.id for vote in votes]).plan
    return Edit(after, worded("Take back votes: {ballot}", ballot=quoted(display_name(ballot))))


def reveal(plan: Plan, ballot_id: str) -> Edit:
    """Let the room see what a ballot came to.

    Raises:
        PlanError: there is no such ballot.
    """
    after = verbs.change(plan, ballot_id, "revealed", value=True).plan
    return Edit(after, worded("Reveal {ballot}", ballot=quoted(display_name(ballot_in(plan, ballot_id)))))


def hide(plan: Plan, ballot_id: str) -> Edit:
    """Hide from the room what a ballot came to.

    Raises:
        PlanError: there is no such ballot.
    """
    after = verbs.change(plan, ballot_id, "revealed", value=False).plan
    return Edit(after, worded("Hide {ballot}", ballot=quoted(display_name(ballot_in(plan, ballot_id)))))


def _points(ballot: Ballot, vote: Vote) -> int:
    if ballot.sort is BallotSort.RANKING:
        return max(0, len(ballot.entries) + 1 - vote.place) if vote.place else 0
    return vote.dots


def _results(
    plan: Plan, ballot: Ballot, scores: Mapping[str, int], voters: Mapping[str, int]
) -> tuple[Result, ...]:
    ordered = sorted(ballot.entries, key=lambda entry: -scores[entry])
    shared = Counter(scores[entry] for entry in ordered)
    return tuple(
        Result(
            entry=entry,
            name=plan.name_of(entry),
            score=scores[entry],
            place=1 + sum(scores[other] > scores[entry] for other in ordered),
            tied=shared[scores[entry]] > 1,
            voters=voters[entry],
        )
        for entry in ordered
    )


def _cast(
    plan: Plan, ballot: Ballot, who: Participant, wanted: Mapping[str | None, Mapping[str, Any]]
) -> Edit:
    """Put somebody's votes in place of those that were there, as one step.

    Args:
        plan: the plan.
        ballot: the ballot.
        who: whose votes they are.
        wanted: what the vote for each entry says; None stands for the ballot's question.
    """
    known = {vote.entry: vote for vote in votes_of(plan, ballot.id, who.id)}
    gone = [vote.id for entry, vote in known.items() if entry not in wanted]
    after = verbs.remove(plan, gone).plan if gone else plan
    for entry, said in wanted.items():
        vote = Vote(id=new_id("votes"), ballot=ballot.id, participant=who.id, entry=entry)
        if entry in known:
            after = changed(after, known[entry].id, **said)
        else:
            after = verbs.add(after, replace(vote, **said)).plan
    label = worded("Vote of {name}: {ballot}", name=display_name(who), ballot=quoted(display_name(ballot)))
    return Edit(after, label)


def _participant(plan: Plan, participant: str) -> Participant:
    found = plan.participants.get(participant)
    if found is None:
        raise PlanError(say("This participant is no longer in the plan."))
    return found


def _refuse_stranger(ballot: Ballot, entry: str) -> None:
    if entry not in ballot.entries:
        raise PlanError(say("This entry is not on the ballot."))
