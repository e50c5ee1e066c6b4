"""House truths to start from: small ones that many organisations want, to be changed as needed."""

from msgspec.structs import replace

from planner.language import phrase, say
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import Joined, Subject, TruthSort, Weight

EXAMPLES: tuple[HouseTruth, ...] = (
    HouseTruth(
        id="example-rest",
        name=phrase("No tactic takes more than two days a week"),
        looks_at=Subject.TACTICS,
        level=Weight.WARN,
        conditions="entry.hours > 16",
        message=phrase("“{name}” takes {hours} h a week, led by {accountable.name}."),
        remedy=phrase("Split it, or give a part of it to somebody else."),
        why=phrase(
            "What fills half of somebody's week is a project of its own and needs to be planned as one."
        ),
    ),
    HouseTruth(
        id="example-agency",
        name=phrase("An agency's tactic has a manager of our own above it"),
        looks_at=Subject.TACTICS,
        level=Weight.STOP,
        joined=Joined.ALL,
        conditions=(
            'entry.responsible.exists(person, person.employment == "agency")\n'
            'entry.accountable.employment != "employee"'
        ),
        message=phrase("An agency works on “{name}”, and {accountable.name} answers for it."),
        remedy=phrase("Make one of our own people accountable."),
        why=phrase("Others may do the work; we answer for it."),
    ),
    HouseTruth(
        id="example-question",
        name=phrase("What would we be ashamed of, if it were in tomorrow's paper?"),
        sort=TruthSort.QUESTION,
        why=phrase("What nobody wants to read about is better changed now."),
    ),
)
"""A rule of one row, a rule with a written condition, and a question."""


def in_words(example: HouseTruth) -> HouseTruth:
    """Return an example with its texts in the language in use, ready to be added to a plan."""
    return replace(
        example,
        name=say(example.name),
        message=say(example.message),
        remedy=say(example.remedy),
        why=say(example.why),
    )
