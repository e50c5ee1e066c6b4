"""Change: how people work changes, and people come before tools (truths S1, S6, S7)."""

from collections.abc import Iterator
from datetime import date

from planner.model.format import day
from planner.model.vocabulary import BudgetCategory, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import days
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule


@rule(
    Rule(
        id="change.none",
        level=Weight.WARN,
        claim="Something changes in how people work",
        reason=(
            "New tools on top of old habits give old results. If customers are to notice a difference, "
            "somebody's working day has to be different."
        ),
        sources=("S6", "S1"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan changes nothing in how people work.",
                "Add a change action: what will be different, for whom and when, and who sees to it.",
            )
        },
        breaks=Example(
            "The kitchen no longer starts its shifts with the reviews.", lambda: example_with("kitchen-reads")
        ),
        keeps=Example("The kitchen starts each shift with yesterday's reviews.", example_plan),
    )
)
def none(look: Look) -> Iterator[Hit]:
    """Yield a hit where there is no change action."""
    if not look.plan.changes:
        yield Hit(field="changes")


@rule(
    Rule(
        id="change.tools-first",
        level=Weight.ADVICE,
        claim="People are trained before tools are bought",
        reason=(
            "It is people who make it work or fail. Those who have learned what they need choose better "
            "tools, and fewer."
        ),
        sources=("S7",),
        applies_to="budget_lines",
        messages={
            "finding": Message(
                "“{name}” is bought on {bought}, before anybody is trained; the first training is done on "
                "{trained}.",
                "Train people first, or buy the tool after {trained}.",
            ),
            "untrained": Message(
                "“{name}” is bought, and nobody in the plan has been trained yet.",
                "Train those who will use it first, and note on the People page when that is done.",
            ),
        },
        breaks=Example(
            "The tool for the letter is bought a month before the first training.",
            lambda: example_with(("tool-line", "bought_on", date(2026, 11, 1))),
        ),
        keeps=Example("The tool is bought in February, after the training in December.", example_plan),
        fixes=(Fix("Buy it after the training", days.bought_after_training, mends=("finding",)),),
    )
)
def tools_first(look: Look) -> Iterator[Hit]:
    """Yield a hit for the first tool that is bought before the first person is trained."""
    tools = [line for line in look.plan.budget_lines.values() if line.category is BudgetCategory.TOOLS]
    trained = min((p.trained_on for p in look.plan.people.values() if p.trained_on), default=None)
    if tools and trained is None:
        yield Hit(tools[0].id, "bought_on", "untrained")
        return
    first = min(
        ((line.bought_on, line.id) for line in tools if line.bought_on is not None), default=(date.max, "")
    )
    if trained is not None and first[0] < trained:
        yield Hit(first[1], "bought_on", params={"bought": day(first[0]), "trained": day(trained)})
