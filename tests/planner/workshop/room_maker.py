"""A small plan with people in a room, ideas and ballots, for the tests of the workshop."""

from planner.editing import verbs
from planner.model.plan import Plan, empty_plan
from planner.model.records_experience import Channel, Touchpoint
from planner.model.records_purpose import Person
from planner.model.records_work import Idea, Objective
from planner.model.records_workshop import AgendaBlock, Ballot, Participant
from planner.model.vocabulary import BallotSort, BlockSort, Function, Seniority
from planner.model.walk import Step

RECORDS = (
    Person(id="ana", name="Ana Lima", function=Function.SERVICE, level=Seniority.MANAGER),
    Person(id="ben", name="Ben Okoro", function=Function.MARKETING, level=Seniority.DIRECTOR),
    Person(id="eva", name="Eva-María Sá", function=Function.LEADERSHIP, level=Seniority.EXECUTIVE),
    Touchpoint(id="pickup", name="Pickup counter"),
    Objective(id="repeat", name="More repeat orders"),
    Objective(id="stars", name="Reviews of four stars"),
    Channel(id="reviews", name="Reviews"),
    Channel(id="hotline", name="Telephone"),
    AgendaBlock(id="write", name="Ideas", sort=BlockSort.WRITING, minutes=15),
    AgendaBlock(id="do", name="Tactics", minutes=45, step=Step.TACTICS),
    AgendaBlock(id="hurt", name="Experience", minutes=30, step=Step.EXPERIENCE),
    Idea(id="i1", name="Answer within the hour"),
    Idea(id="i2", name="Show the kitchen", owner="ana", concerns=("reviews", "repeat", "pickup")),
    Idea(id="i3", name="Print vouchers"),
    Participant(id="p1", name="Anna", person="ana"),
    Participant(id="p2", name="Bob"),
    Participant(id="p3", name="Cleo"),
    Ballot(id="dots", name="Which first?", entries=("i1", "i2", "i3")),
    Ballot(id="ranks", name="In which order?", sort=BallotSort.RANKING, entries=("i1", "i2", "i3")),
    Ballot(id="asked", name="Ten times?", sort=BallotSort.REPLY, question="ask.ten-times"),
)


def room() -> Plan:
    """Return the plan."""
    plan = empty_plan("A day together")
    for record in RECORDS:
        plan = verbs.add(plan, record).plan
    return plan
