"""Which entries a mend works on: the one objective, the next review, who may answer for something."""

from planner.model.people import is_external, is_intern
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.model.records_work import Objective, Review
from planner.truths.look import Look


def only_objective(plan: Plan) -> str | None:
    """Return the id of the plan's one objective; None where it has none, or several."""
    ids = list(plan.objectives)
    return ids[0] if len(ids) == 1 else None


def objective_above(plan: Plan, metric_id: str) -> Objective | None:
    """Return the objective to which a metric leads, link by link; None where it leads to none."""
    seen: set[str] = set()
    above = plan.metrics[metric_id].feeds or ""
    while above in plan.metrics and above not in seen:
        seen.add(above)
        above = plan.metrics[above].feeds or ""
    return plan.objectives.get(above)


def next_review(look: Look) -> Review | None:
    """Return the first review that is still to come, else the last one that the plan lists."""
    reviews = list(look.plan.reviews.values())
    coming = [review for review in reviews if review.on is not None and review.on >= look.today]
    if coming:
        return min(coming, key=lambda review: review.on or look.today)
    return reviews[-1] if reviews else None


def may_answer(person: Person | None) -> bool:
    """Whether somebody is of the organisation's own people, and no intern."""
    return person is not None and not is_external(person) and not is_intern(person)
