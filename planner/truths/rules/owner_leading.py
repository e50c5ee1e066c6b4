"""Ownership: leaders stand behind the plan, and more than one function carries it (truths R6, S8, B)."""

from collections.abc import Iterator

from planner.model.format import in_sentence, listing
from planner.model.people import is_external, is_senior
from planner.model.plan import Plan, display_name
from planner.model.records_purpose import Person
from planner.model.vocabulary import Function, Seniority, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import rhythm
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_SALES_DIRECTOR = Person(
    id="sales-director", name="Sales director", level=Seniority.DIRECTOR, function=Function.SALES
)


@rule(
    Rule(
        id="owner.no-sponsor",
        level=Weight.STOP,
        claim="A senior person sponsors the plan",
        reason=(
            "These channels change how a business deals with people, and only somebody with power over "
            "more than one department can see that through."
        ),
        sources=("R6",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan has no sponsor.",
                "Name a director or executive of your own as sponsor on the Purpose page.",
            ),
            "external": Message(
                "{sponsor} sponsors the plan, and is not one of your own people.",
                "Name a director or executive of your own as sponsor.",
            ),
            "junior": Message(
                "{sponsor} sponsors the plan, and is neither a director nor an executive.",
                "Name a director or executive of your own as sponsor, or correct the person's level.",
            ),
        },
        breaks=Example("Nobody is named as sponsor.", lambda: example_with(("brief", "sponsor", None))),
        keeps=Example(
            "A director of sales is the sponsor.",
            lambda: example_with(
                _SALES_DIRECTOR,
                ("brief", "sponsor", "sales-director"),
                ("spring-review", "people", ["sales-director"]),
            ),
        ),
    )
)
def no_sponsor(look: Look) -> Iterator[Hit]:
    """Yield a hit where no senior person of one's own is the sponsor."""
    sponsor = _sponsor(look.plan)
    if sponsor is None:
        yield Hit(field="brief.sponsor")
    elif not is_senior(sponsor):
        message = "external" if is_external(sponsor) else "junior"
        yield Hit(field="brief.sponsor", message=message, params={"sponsor": display_name(sponsor)})


@rule(
    Rule(
        id="owner.sponsor-absent",
        level=Weight.WARN,
        claim="The sponsor comes to a review",
        reason=(
            "A sponsor who never looks at the work lends it a name and no help. One review in person shows "
            "everybody else how serious it is."
        ),
        sources=("R6",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "{sponsor} sponsors the plan and takes part in none of its reviews ({reviews}).",
                "Add the sponsor to the people of at least one review.",
            )
        },
        breaks=Example(
            "The managing director sponsors the plan and misses its only review.",
            lambda: example_with(("spring-review", "people", ["service-lead", "marketer"])),
        ),
        keeps=Example("The managing director takes part in the spring review.", example_plan),
        fixes=(Fix("Invite the sponsor to the next review", rhythm.sponsor_invited, safe=True),),
    )
)
def sponsor_absent(look: Look) -> Iterator[Hit]:
    """Yield a hit where there are reviews, and the sponsor is in none of them."""
    sponsor, reviews = _sponsor(look.plan), look.plan.reviews.values()
    if sponsor is None or not is_senior(sponsor) or not reviews:
        return
    if not any(sponsor.id in review.people for review in reviews):
        names = listing((display_name(review) for review in reviews), most=3)
        yield Hit(field="reviews", params={"sponsor": display_name(sponsor), "reviews": names})


@rule(
    Rule(
        id="owner.no-senior",
        level=Weight.WARN,
        claim="A senior person answers for at least one objective",
        reason=(
            "If every result is owned lower down, leaders can watch it fail without failing themselves. "
            "Sharing one result puts them on the same side."
        ),
        sources=("R6",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "None of the objectives is owned by a director or executive, only by {owners}.",
                "Make a director or executive of your own the owner of at least one objective.",
            )
        },
        breaks=Example(
            "The only objective belongs to the marketer.",
            lambda: example_with(("weekday-guests", "owner", "marketer")),
        ),
        keeps=Example("The managing director owns the objective.", example_plan),
    )
)
def no_senior(look: Look) -> Iterator[Hit]:
    """Yield a hit where objectives have owners, and none of those is senior."""
    ids = dict.fromkeys(o.owner for o in look.plan.objectives.values() if o.owner is not None)
    owners = [look.plan.people[person] for person in ids]
    if owners and not any(is_senior(person) for person in owners):
        names = listing((display_name(person) for person in owners), most=4)
        yield Hit(field="objectives", params={"owners": names})


@rule(
    Rule(
        id="owner.one-function",
        level=Weight.WARN,
        claim="More than one function answers for the plan",
        reason=(
            "People bring complaints, orders and applications to the same place. A plan that belongs to a "
            "single department turns all of them into that department's business, and measures only that."
        ),
        sources=("S8", "B"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "Everyone who is accountable in this plan works in {function}: {people}.",
                "Make somebody of another function accountable for a channel, a tactic or an objective; "
                "service is the first to ask.",
            )
        },
        breaks=Example(
            "The service lead moves to marketing, and the managing director hands everything over.",
            lambda: example_with(
                ("service-lead", "function", Function.MARKETING), ("weekday-guests", "owner", "marketer")
            ),
        ),
        keeps=Example("Leadership, service and marketing are all accountable for something.", example_plan),
    )
)
def one_function(look: Look) -> Iterator[Hit]:
    """Yield a hit where all accountable people work in one and the same known function."""
    people = _accountable(look.plan)
    functions = {person.function for person in people}
    if len(functions) == 1 and Function.OTHER not in functions:
        params = {
            "function": _in_words(functions.pop()),
            "people": listing((display_name(person) for person in people), most=4),
        }
        yield Hit(field="people", params=params)


def _sponsor(plan: Plan) -> Person | None:
    return plan.people.get(plan.the_brief.sponsor or "")


def _accountable(plan: Plan) -> list[Person]:
    """Return all who answer for a tactic, objective, channel or metric, each once."""
    ids = [tactic.accountable for tactic in plan.tactics.values()]
    ids += [objective.owner for objective in plan.objectives.values()]
    ids += [channel.owner for channel in plan.channels.values()]
    ids += [metric.owner for metric in plan.metrics.values()]
    return [plan.people[person] for person in dict.fromkeys(ids) if person is not None]


def _in_words(function: Function) -> str:
    return function.label if function.label.isupper() else in_sentence(function.label)
