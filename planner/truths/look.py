"""What a rule's function sees: the plan, the day, and figures that several rules share."""

from dataclasses import dataclass
from datetime import date

from planner.model.plan import Plan


@dataclass(frozen=True)
class Look:
    """One check's view of a plan; figures are worked out once and kept for all rules.

    Attributes:
        plan: the plan.
        today: the day as of which it is checked.
    """

    plan: Plan
    today: date
