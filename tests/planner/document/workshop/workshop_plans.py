"""Workshops for the tests of their papers: a whole day that ran, an empty one, one of very many decisions."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import msgspec
from plan_makers import full_plan

from planner.document.workshop.source import Source
from planner.editing.verbs import add, change, remove
from planner.model.plan import empty_plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_signoff import Waiver
from planner.model.records_work import ChangeAction, Idea, Review, Tactic
from planner.model.records_workshop import AgendaBlock, Ballot, Participant, Vote
from planner.model.vocabulary import BallotSort, BlockSort, Decision, Origin, Reply, Severity
from planner.workshop.state import RoomState, Stretch

HELD = date(2027, 1, 12)
ROOM = UTC
"""The time zone of the room."""
NAMES = ("Ana Lima", "Bo Ek", "Chidi Okafor", "Dana Weiß", "Émile Roux", "Fatima Haddad", "Goran Ilić")
_BLOCKS = (
    ("Arrive and say why", BlockSort.OPENING, 20, "One sentence on what must be there tonight", 18),
    ("What hurts our guests", BlockSort.WRITING, 25, "Experience issues, each with an owner", 31),
    ("Coffee", BlockSort.PAUSE, 15, "", 15),
    ("What we could do", BlockSort.WORK, 45, "Ideas on the wall, in groups", 52),
    ("Which of them first", BlockSort.VOTE, 30, "Five ideas that the room stands behind", 24),
    ("What breaks this plan?", BlockSort.BREAKS, 40, "A plan without a stop", 47),
    ("Buffer", BlockSort.BUFFER, 20, "", None),
    ("Who does what by when", BlockSort.CLOSING, 20, "Owner and day for each decision", 20),
)
_ADOPT, _PARK, _DECLINE = Decision.ADOPT, Decision.PARK, Decision.DECLINE
_TILL = "Pickups wait longest then, and one till serves them all."
_CALLS = "Forty calls tell us more than another survey."
_IDEAS = (
    ("A second till on Friday evenings", _ADOPT, "service-lead", date(2027, 2, 1), _TILL),
    ("Call back every guest who complained in January", _ADOPT, "owner", date(2027, 1, 29), _CALLS),
    ("Answer reviews in the guest's own language", _ADOPT, None, None, "A third is not in English."),
    (
        "Show on a map where the driver is",
        _PARK,
        "kitchen",
        date(2027, 7, 5),
        "First the boxes, then the map.",
    ),
    ("Loyalty card made of wood", _PARK, None, None, ""),
    ("Giveaway for followers", _DECLINE, None, None, "It buys followers, not guests."),
    ("Ask guests at the door what nearly kept them away", None, None, None, ""),
    ("Open kitchen on the first Monday of a month", None, None, None, ""),
)


def ran_plan():
    """Return a plan with a workshop that ran, and the plan as it was when it began."""
    before = set_up_plan()
    plan = before
    for number, (name, decision, owner, due, why) in enumerate(_IDEAS):
        plan = add(plan, _idea(number, name, decision, owner, due, why)).plan
    for record in _work():
        plan = add(plan, record).plan
    plan = change(plan, "complaints", "target", Decimal(10)).plan
    plan = remove(plan, ["tactic-11"]).plan
    for record in (*_ballots(), *_votes()):
        plan = add(plan, record).plan
    return plan, before


def set_up_plan():
    """Return a plan whose workshop stands ready: agenda and participants."""
    plan = full_plan()
    for name, value in (
        ("on", HELD),
        ("start", "09:00"),
        ("place", "Upper room of the old mill, Rua Direita 4"),
        ("facilitator", "writer"),
        ("aim", "A plan that the owner signs tonight, and a name on everything that follows."),
    ):
        plan = change(plan, "workshop", name, value).plan
    for number, (name, sort, minutes, output, _) in enumerate(_BLOCKS):
        plan = add(plan, _block(number, name, sort, minutes, output)).plan
    for number, name in enumerate(NAMES):
        plan = add(plan, Participant(id=f"in-room-{number}", name=name)).plan
    return plan


def ran_state():
    """Return the clock of that workshop after it was over."""
    moment, stretches = datetime(2027, 1, 12, 9, 4, tzinfo=UTC), []
    for number, (*_, took) in enumerate(_BLOCKS):
        if took is not None:
            after = moment + timedelta(minutes=took)
            stretches.append(Stretch(f"block-{number}", moment, after))
            moment = after
    return RoomState(began=stretches[0].began, ended=moment, stretches=tuple(stretches))


def ran():
    """Return all that the minutes of that workshop are written from."""
    plan, before = ran_plan()
    return Source(plan, HELD, before, ran_state(), ROOM)


def empty():
    """Return a workshop of a plan in which nothing was done, and whose agenda nobody made."""
    return Source(msgspec.structs.replace(empty_plan("Nothing yet"), plan_id="0" * 32), HELD)


def many(count=200):
    """Return a workshop with very many decisions."""
    plan = set_up_plan()
    for number in range(count):
        name = f"Decision number {number + 1} of a room that could not stop deciding things"
        due = HELD + timedelta(days=number)
        plan = add(plan, _idea(100 + number, name, Decision.ADOPT, "owner", due, "It was late.")).plan
    return Source(plan, HELD, set_up_plan(), ran_state(), ROOM)


def _block(number, name, sort, minutes, output):
    free = sort in {BlockSort.PAUSE, BlockSort.BUFFER}
    return AgendaBlock(
        id=f"block-{number}",
        name=name,
        sort=sort,
        minutes=minutes,
        output=output,
        question="" if free else f"{name}: what do you see that the others do not?",
        notes="" if free else f"Private: keep the owner from answering first. Card {number + 1}.",
    )


def _idea(number, name, decision, owner, due, why):
    return Idea(
        id=f"said-{number}",
        name=name,
        origin=Origin.FRONT_LINE,
        decision=decision,
        decided_by="boss" if decision else None,
        decided_on=HELD if decision else None,
        why=why,
        said_by=NAMES[number % len(NAMES)],
        group="Evenings" if number % 2 else "",
        owner=owner,
        due=due,
        block="block-3",
    )


def _work():
    yield ExperienceIssue(
        id="queue",
        name="Nobody knows in which queue to stand",
        touchpoint="touch-1",
        severity=Severity.MAJOR,
        fix="Two signs and a line on the floor.",
        fix_owner="kitchen",
        fix_due=date(2027, 1, 20),
    )
    yield ChangeAction(
        id="share", name="Drivers tell the kitchen on Mondays what they heard", owner="drivers"
    )
    yield Review(id="after", name="What became of it", on=date(2027, 2, 15), people=("owner", "writer"))
    yield Tactic(
        id="welcome", name="Welcome new neighbours by hand", accountable="owner", starts_on=date(2027, 3, 1)
    )
    yield Waiver(
        id="letting",
        rule="adapt.no-pilot",
        subject="page",
        reason="It is one page.",
        by="boss",
        until=date(2027, 6, 30),
    )


def _ballots():
    ideas = tuple(f"said-{number}" for number in range(8))
    yield Ballot(
        id="first",
        name="Which of these do we do first?",
        entries=ideas,
        revealed=True,
        block="block-4",
        chosen=("said-0", "said-1"),
        decided_by="boss",
        decided_on=HELD,
        why="Both can be done before Easter.",
    )
    yield Ballot(
        id="order",
        name="Which result matters most?",
        sort=BallotSort.RANKING,
        entries=("repeat", "complaints"),
        revealed=True,
    )
    yield Ballot(
        id="asked",
        name="Is our service as good there?",
        sort=BallotSort.REPLY,
        question="ask.as-good-as-elsewhere",
        revealed=True,
    )
    yield Ballot(id="secret", name="Would you sign this tonight?", sort=BallotSort.REPLY, revealed=False)


def _votes():
    number = 0
    for person in range(6):
        for entry, dots in ((0, 2), (1 + person % 4, 1)):
            number += 1
            yield _vote(number, "first", person, entry=f"said-{entry}", dots=dots)
        for place, entry in enumerate(
            ("repeat", "complaints") if person % 3 else ("complaints", "repeat"), start=1
        ):
            number += 1
            yield _vote(number, "order", person, entry=entry, place=place)
        for ballot in ("asked", "secret"):
            number += 1
            reply = (Reply.PARTLY, Reply.NO, Reply.YES)[person % 3] if ballot == "asked" else Reply.NO
            yield _vote(number, ballot, person, reply=reply)


def _vote(number, ballot, person, **said):
    return Vote(id=f"vote-{number}", ballot=ballot, participant=f"in-room-{person}", **said)
