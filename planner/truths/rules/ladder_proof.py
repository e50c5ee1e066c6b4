"""The ladder is more than a wish: leaks, evidence, and success that is no volume (truths SL, V7)."""

from collections.abc import Iterator

from planner.analysis.ladder_gaps import is_guessed
from planner.model.format import quoted
from planner.model.plan import display_name
from planner.model.records_work import Tactic
from planner.model.vocabulary import Evidence, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule
from planner.truths.words import counts_own_output


@rule(
    Rule(
        id="ladder.leak-unnamed",
        level=Weight.ADVICE,
        claim="What could break the chain is named",
        reason=(
            "People may come and still not buy: nothing in stock, another price, poor service, a queue at "
            "the till. Who names the weak spot beforehand looks there first when the result stays out."
        ),
        sources=("SL",),
        applies_to="objectives",
        messages={
            "finding": Message(
                "No link of the ladder to “{name}” names what could break it.",
                "Ask what would keep people from taking the next step (stock, price, service, checkout), and "
                "write it down as the leak of {metric}.",
            )
        },
        breaks=Example(
            "No metric on the way to weekday guests names a leak.",
            lambda: example_with(("return-bookings", "leak", ""), ("reviews-answered", "leak", "")),
        ),
        keeps=Example("Bookings may fail because no table is free at eight.", example_plan),
    )
)
def leak_unnamed(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective to which chains lead that name no leak anywhere."""
    metrics = look.plan.metrics
    for ascent in look.ascents:
        links = {metric: None for chain in (*ascent.chains, *ascent.unknown) for metric in chain.metrics}
        if links and not any(metrics[metric].leak.strip() for metric in links):
            last = next(metric for metric in links if metrics[metric].feeds == ascent.objective)
            yield Hit(ascent.objective, params={"metric": quoted(display_name(metrics[last]))})


@rule(
    Rule(
        id="ladder.all-assumed",
        level=Weight.ADVICE,
        claim="Some link of each chain is more than a guess",
        reason=(
            "A chain of guesses can prove anything. One link that was tried out or measured tells whether "
            "the rest is worth believing."
        ),
        sources=("SL",),
        applies_to="metrics",
        messages={
            "finding": Message(
                "Every link from “{name}” up to “{objective}” is assumed.",
                "Test one of them on a small scale, or look for figures of your own from earlier work.",
            )
        },
        breaks=Example(
            "Nobody has ever measured whether clicks lead to bookings, or bookings to guests.",
            lambda: example_with(("return-bookings", "evidence", Evidence.ASSUMED)),
        ),
        keeps=Example("How many guests come with a booking is counted at the door.", example_plan),
    )
)
def all_assumed(look: Look) -> Iterator[Hit]:
    """Yield a hit for each chain up to an objective in which no link's evidence is more than assumed."""
    for chain in look.chains:
        if chain.objective is None:
            continue
        if is_guessed(look.plan, chain):
            objective = display_name(look.plan.objectives[chain.objective])
            yield Hit(chain.bottom, "evidence", params={"objective": objective})


@rule(
    Rule(
        id="ladder.volume-as-success",
        level=Weight.ADVICE,
        claim="Success is what others do, not how much is put out",
        reason=(
            "A number of posts can always be reached by posting. Success is what happens because of them; "
            "more of your own output may even bring less of it."
        ),
        sources=("V7",),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” counts its own output as success: “{success}”.",
                "Name what people do because of it, such as bookings, questions or repeat orders.",
            )
        },
        breaks=Example(
            "The letter is a success when twelve letters were sent.",
            lambda: example_with(("weekday-letter", "success", "12 letters sent in a year")),
        ),
        keeps=Example("The letter is a success when it brings four bookings a week.", example_plan),
    )
)
def volume_as_success(look: Look) -> Iterator[Hit]:
    """Yield a hit for each tactic whose success criterion names nothing but its own output."""
    for tactic in look.plan.tactics.values():
        if counts_own_output(tactic.success):
            yield Hit(tactic.id, "success", params={"success": _short(tactic)})


def _short(tactic: Tactic, most: int = 80) -> str:
    text = " ".join(tactic.success.split()).rstrip(".")
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
