"""Ownership: somebody of the organisation's own answers for everything (truths R6, V3, S2, SO)."""

from collections.abc import Iterator

from planner.language import phrase, say
from planner.model.format import listing
from planner.model.kinds import kind_of
from planner.model.people import is_external, is_intern
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Channel
from planner.model.records_purpose import Person
from planner.model.records_work import Metric, Objective, Tactic
from planner.model.vocabulary import RELATIONSHIP_KINDS, Employment, Seniority, TacticKind, Weight
from planner.truths.carrying import carriers_of
from planner.truths.example_edits import example_with
from planner.truths.look import Look
from planner.truths.mends import owners
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_INTERN = Person(id="intern", name="Intern", level=Seniority.INTERN)
_COPYWRITER = Person(id="copywriter", name="Freelance copywriter", employment=Employment.CONTRACTOR)
_NO_INTERN = phrase("Let an employee who is no intern answer for it, or do it together with the intern.")


@rule(
    Rule(
        id="owner.none",
        level=Weight.STOP,
        claim="Everything has an owner, and every tactic somebody who does it",
        reason=(
            "What belongs to everybody is done by nobody. One name to answer for each thing, and at least "
            "one to do the work, is what turns an intention into a plan."
        ),
        sources=("R6", "V3"),
        applies_to="tactics",
        messages={
            "owner": Message(
                "Nobody owns the {kind} “{name}”.", "Name the one person who answers for it as its owner."
            ),
            "accountable": Message(
                "Nobody is accountable for the tactic “{name}”.", "Name the one person who answers for it."
            ),
            "responsible": Message(
                "Nobody is named to do the work of the tactic “{name}”.",
                "Name those who will do it as responsible; the accountable person may be one of them.",
            ),
            "neither": Message(
                "Nobody is accountable for the tactic “{name}”, and nobody is named to do its work.",
                "Name the one person who answers for it, and those who will do it.",
            ),
        },
        breaks=Example(
            "The letter to guests has no accountable person.",
            lambda: example_with(("weekday-letter", "accountable", None)),
        ),
        keeps=Example(
            "The service lead answers for the letter, and others write it.",
            lambda: example_with(("weekday-letter", "accountable", "service-lead")),
        ),
        fixes=(
            Fix(
                "Let the accountable person do it",
                owners.accountable_does_it,
                safe=True,
                mends=("responsible",),
            ),
            Fix("Let the one who does it answer for it", owners.doer_answers, mends=("accountable",)),
            Fix("Give it to the owner of its objective", owners.owned_as_its_objective, mends=("owner",)),
            Fix("Give it to the one who answers there", owners.owned_by_its_voice, mends=("owner",)),
        ),
    )
)
def without_owner(look: Look) -> Iterator[Hit]:
    """Yield a hit for each entry that nobody answers for, and each tactic that nobody does."""
    plan = look.plan
    for tactic in plan.tactics.values():
        if tactic.accountable is None:
            message = "accountable" if tactic.responsible else "neither"
            yield Hit(tactic.id, "accountable", message)
        elif not tactic.responsible:
            yield Hit(tactic.id, "responsible", "responsible")
    owners: list[Objective | Metric | Channel] = [
        *plan.objectives.values(),
        *plan.metrics.values(),
        *plan.channels.values(),
    ]
    for owned in owners:
        if owned.owner is None:
            yield Hit(owned.id, "owner", "owner", {"kind": kind_of(owned).word})


@rule(
    Rule(
        id="owner.intern-only",
        level=Weight.STOP,
        claim="Nothing is left to interns alone",
        reason=(
            "Handing it to the youngest in the house says that it does not matter. Interns may help and "
            "learn, but somebody with a say has to carry it with them."
        ),
        sources=("R6",),
        applies_to="tactics",
        messages={
            "finding": Message("The {kind} “{name}” is carried by an intern alone: {interns}.", _NO_INTERN),
            "several": Message("The {kind} “{name}” is carried by interns alone: {interns}.", _NO_INTERN),
            "beside-outsiders": Message(
                "Of your own people, nobody but an intern carries the {kind} “{name}”: {interns}; "
                "all the others are from outside.",
                _NO_INTERN,
            ),
            "several-beside-outsiders": Message(
                "Of your own people, nobody but interns carries the {kind} “{name}”: {interns}; "
                "all the others are from outside.",
                _NO_INTERN,
            ),
        },
        breaks=Example(
            "An intern is accountable for the letter, and writes it alone.",
            lambda: example_with(
                _INTERN,
                ("weekday-letter", "accountable", "intern"),
                ("weekday-letter", "responsible", ["intern"]),
            ),
        ),
        keeps=Example(
            "An intern writes the letter, and the marketer answers for it.",
            lambda: example_with(_INTERN, ("weekday-letter", "responsible", ["intern"])),
        ),
        fixes=(Fix("Let the owner of its channel answer for it", owners.channel_owner_answers),),
    )
)
def left_to_interns(look: Look) -> Iterator[Hit]:
    """Yield a hit for each entry for which interns are all that the organisation gives."""
    for record, people in _carried(look.plan):
        own = [person for person in people if not is_external(person)]
        if own and all(is_intern(person) for person in own):
            params = {
                "kind": kind_of(record).word,
                "interns": listing(display_name(person) for person in own),
            }
            message = _interns_message(len(own), beside_outsiders=len(own) < len(people))
            yield Hit(record.id, _field_of(record), message, params)


def _interns_message(interns: int, *, beside_outsiders: bool) -> str:
    if beside_outsiders:
        return "beside-outsiders" if interns == 1 else "several-beside-outsiders"
    return "finding" if interns == 1 else "several"


@rule(
    Rule(
        id="owner.external-only",
        level=Weight.STOP,
        claim="Nothing is left to outsiders alone",
        reason=(
            "An agency or contractor can do much of the work, but it can't answer for your business. When "
            "it leaves, so does everything that nobody of your own has carried."
        ),
        sources=("R6",),
        applies_to="tactics",
        messages={
            "finding": Message(
                "The {kind} “{name}” is carried by nobody of your own, only by {people}.",
                "Make an employee answerable for it; the work itself may stay outside.",
            ),
            "tactic": Message(
                "The {kind} “{name}” is carried by nobody of your own, only by {people}.",
                "Make an employee accountable for it; the work itself may stay outside.",
            ),
        },
        breaks=Example(
            "A freelance copywriter answers for the letter, and writes it.",
            lambda: example_with(
                _COPYWRITER,
                ("weekday-letter", "accountable", "copywriter"),
                ("weekday-letter", "responsible", ["copywriter"]),
            ),
        ),
        keeps=Example(
            "A freelance copywriter writes the letter, and the marketer answers for it.",
            lambda: example_with(_COPYWRITER, ("weekday-letter", "responsible", ["copywriter"])),
        ),
        fixes=(Fix("Let the owner of its channel answer for it", owners.channel_owner_answers),),
    )
)
def left_to_outsiders(look: Look) -> Iterator[Hit]:
    """Yield a hit for each entry that only outsiders carry.

    Where the work of a relationship tactic is all outside, owner.relationship-outsourced says so.
    """
    for record, people in _carried(look.plan):
        relationship = isinstance(record, Tactic) and record.kind in RELATIONSHIP_KINDS
        if all(is_external(person) for person in people) and not relationship:
            params = {
                "kind": kind_of(record).word,
                "people": listing(display_name(person) for person in people),
            }
            message = "tactic" if isinstance(record, Tactic) else "finding"
            yield Hit(record.id, _field_of(record), message, params)


@rule(
    Rule(
        id="owner.relationship-outsourced",
        level=Weight.STOP,
        claim="Relationships with customers stay in your own hands",
        reason=(
            "Research, design, technology, strategy and advertising can be bought. Answering customers and "
            "talking with them can't: they want to deal with you, and what is learned there is yours to keep."
        ),
        sources=("S2", "SO"),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” is meant to {kind}, and everyone who does it is from outside: {people}.",
                "Make an employee responsible as well, and keep the outsiders for preparing and advising.",
            )
        },
        breaks=Example(
            "A contractor alone replies to reviews.",
            lambda: example_with(_COPYWRITER, ("answer-reviews", "responsible", ["copywriter"])),
        ),
        keeps=Example(
            "A contractor replies to reviews together with the host.",
            lambda: example_with(_COPYWRITER, ("answer-reviews", "responsible", ["copywriter", "host"])),
        ),
        fixes=(Fix("Let the accountable person do it as well", owners.accountable_helps),),
    )
)
def outsourced(look: Look) -> Iterator[Hit]:
    """Yield a hit for each relationship tactic whose responsible people are all external."""
    for tactic in look.plan.tactics.values():
        people = [look.plan.people[person] for person in tactic.responsible]
        if tactic.kind in RELATIONSHIP_KINDS and people and all(is_external(person) for person in people):
            params = {
                "kind": say(_DOING[tactic.kind]),
                "people": listing(display_name(person) for person in people),
            }
            yield Hit(tactic.id, "responsible", params=params)


_DOING = {
    TacticKind.RESPOND: phrase("answer people"),
    TacticKind.CONVERSE: phrase("talk with people"),
    TacticKind.COMMUNITY: phrase("build a community"),
    TacticKind.SERVE: phrase("serve customers"),
}


def _carried(plan: Plan) -> Iterator[tuple[Tactic | Channel | Objective, list[Person]]]:
    """Yield each tactic, channel and objective with those who carry it, once owner.none is content."""
    for tactic in plan.tactics.values():
        if tactic.accountable is not None and tactic.responsible:
            yield tactic, [plan.people[person] for person in carriers_of(tactic)]
    owners: list[Channel | Objective] = [*plan.channels.values(), *plan.objectives.values()]
    for owned in owners:
        if owned.owner is not None:
            yield owned, [plan.people[person] for person in carriers_of(owned)]


def _field_of(record: Tactic | Channel | Objective) -> str:
    return "accountable" if isinstance(record, Tactic) else "owner"
