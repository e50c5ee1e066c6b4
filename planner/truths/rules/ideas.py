"""Ideas: they come from many sides, and each is decided, by somebody, for a reason (truths V1, V2)."""

from collections.abc import Iterator

from planner.language import phrase, say
from planner.model.format import OR, in_sentence, listing, plural
from planner.model.records_work import Idea
from planner.model.vocabulary import Decision, Origin, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule

_MISSING = {"decided_by": phrase("who decided"), "decided_on": phrase("when"), "why": phrase("why")}
_ASK = phrase("Ask elsewhere as well, customers and the people who serve them first.")
_FILL_IN = phrase("Fill that in, so that it can be understood and reopened later.")


def _from_marketing(count: int) -> list[Idea]:
    return [
        Idea(
            id=f"idea-{number}",
            name=f"Idea {number} of the marketer",
            origin=Origin.MARKETING,
            decision=Decision.PARK,
            decided_by="boss",
            decided_on=example_plan().ideas["reply-by-name"].decided_on,
            why="Not this year.",
        )
        for number in range(1, count + 1)
    ]


@rule(
    Rule(
        id="ideas.one-origin",
        level=Weight.ADVICE,
        claim="Ideas come from more than one side",
        reason=(
            "Customers, the front line and people who disagree with you see what you don't. If all ideas "
            "have one source, the others were not asked."
        ),
        sources=("V1",),
        applies_to=PLAN,
        options=("ideas_count",),
        messages={
            "finding": Message("All {ideas} come from one side: {origin}.", _ASK),
            "where-stated": Message("All {ideas} whose origin is stated come from one side: {origin}.", _ASK),
        },
        breaks=Example(
            "All five ideas are the marketer's.", lambda: example_with("reply-by-name", *_from_marketing(5))
        ),
        keeps=Example(
            "Five ideas are the marketer's, and one came from a guest.",
            lambda: example_with(*_from_marketing(5)),
        ),
    )
)
def one_origin(look: Look) -> Iterator[Hit]:
    """Yield a hit where many ideas state an origin, and it is the same for all."""
    ideas = look.plan.ideas
    origins = [idea.origin for idea in ideas.values() if idea.origin is not None]
    if len(set(origins)) == 1 and len(origins) >= max(2, look.plan.the_limits.ideas_count):
        params = {"ideas": plural(len(origins), "idea"), "origin": in_sentence(origins[0].label)}
        message = "finding" if len(origins) == len(ideas) else "where-stated"
        yield Hit(field="ideas", message=message, params=params)


@rule(
    Rule(
        id="ideas.undecided",
        level=Weight.WARN,
        claim="Every idea is decided",
        reason=(
            "Collecting ideas is not choosing among them. An idea that nobody decides ties up hope and "
            "attention, and its author stops bringing others."
        ),
        sources=("V2",),
        applies_to="ideas",
        messages={
            "finding": Message(
                "Nobody has decided about the idea “{name}”.", "Adopt, park or decline it, and say why."
            )
        },
        breaks=Example(
            "The idea to sign answers by name lies open.",
            lambda: example_with(("reply-by-name", "decision", None)),
        ),
        keeps=Example(
            "The idea is declined.", lambda: example_with(("reply-by-name", "decision", Decision.DECLINE))
        ),
    )
)
def undecided(look: Look) -> Iterator[Hit]:
    """Yield a hit for each idea without a decision."""
    for idea in look.plan.ideas.values():
        if idea.decision is None:
            yield Hit(idea.id, "decision")


@rule(
    Rule(
        id="ideas.unexplained",
        level=Weight.ADVICE,
        claim="Every decision says who, when and why",
        reason=(
            "A decision that comes with its reason can be accepted, and looked at again when the reason no "
            "longer holds."
        ),
        sources=("V2",),
        applies_to="ideas",
        messages={
            "adopt": Message("“{name}” was adopted, and nobody wrote down {missing}.", _FILL_IN),
            "park": Message("“{name}” was parked, and nobody wrote down {missing}.", _FILL_IN),
            "decline": Message("“{name}” was declined, and nobody wrote down {missing}.", _FILL_IN),
        },
        breaks=Example(
            "The idea is adopted, and nobody wrote down why.",
            lambda: example_with(("reply-by-name", "why", "")),
        ),
        keeps=Example(
            "The managing director adopted it in December, because guests had asked.", example_plan
        ),
    )
)
def unexplained(look: Look) -> Iterator[Hit]:
    """Yield a hit for each decision that lacks who, when or why."""
    for idea in look.plan.ideas.values():
        missing = lacking(idea, _MISSING)
        if idea.decision is not None and missing:
            words = listing((say(_MISSING[name]) for name in missing), OR)
            yield Hit(idea.id, missing[0], idea.decision.value, {"missing": words})
