"""Purpose: every activity answers the business question (truths Q, R2, R8, V3, B, V0)."""

from collections.abc import Iterator

from planner.editing.verbs import change
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN, Weight
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule


@rule(
    Rule(
        id="purpose.unanswered",
        level=Weight.STOP,
        title="The business question has an answer",
        why=(
            "If nobody can say how the business gets better by it, the plan is activity for its own sake, "
            "and the first cut in spending will end it."
        ),
        sources=("Q",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "“{name}” does not say how these activities will improve the business.",
                "Answer the business question in two or three sentences on the Purpose page.",
            )
        },
        breaks=Example(
            "The answer is left blank.", lambda: change(example_plan(), "brief", "answer", "").plan
        ),
        keeps=Example("The plan says that answered reviews bring guests back on weekdays.", example_plan),
    )
)
def unanswered(look: Look) -> Iterator[Hit]:
    """Yield a hit where the brief has no answer."""
    if not look.plan.the_brief.answer.strip():
        yield Hit(field="brief.answer")
