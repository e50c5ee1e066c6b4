"""What the objectives cost against what they are worth."""

from decimal import Decimal

from msgspec import Struct

from planner.analysis.budget import all_tactics_cost, cost_by_objective, planned_cost, unassigned_cost
from planner.model.plan import Plan
from planner.model.values import Money


class ObjectiveCost(Struct, frozen=True, kw_only=True):
    """What an objective's tactics cost, against what reaching it is worth.

    Attributes:
        objective: id of the objective.
        cost: of its tactics, those that serve several by their shares; see `cost_by_objective`.
        worth: what reaching it is worth, where stated.
        tactics: how many tactics serve it.
        shared: how many of them serve others too.
    """

    objective: str
    cost: Money
    worth: Money | None
    tactics: int
    shared: int

    @property
    def is_worth_less(self) -> bool:
        """Whether the cost is above the worth."""
        return self.worth is not None and self.cost.amount > self.worth.amount

    @property
    def worth_per_cost(self) -> Decimal | None:
        """How much each unit of money brings: worth / cost; None where either is missing or 0."""
        return self.worth.amount / self.cost.amount if self.worth is not None and self.cost.amount else None


class WorthSummary(Struct, frozen=True):
    """The cost of all objectives, and what is left over.

    Attributes:
        objectives: each objective, in the plan's order.
        unassigned: what the tactics cost that no objective is charged with: tactics that serve none, and
            what stated shares leave over.
        elsewhere: planned cost that no tactic has: budget lines, fixes, listening and answering.
    """

    objectives: tuple[ObjectiveCost, ...]
    unassigned: Money
    elsewhere: Money


def worth_of_objectives(plan: Plan) -> WorthSummary:
    """Return what each objective costs and is worth, and what no objective is charged with.

        worth per cost = worth / cost
        elsewhere      = planned cost - cost of all tactics

    Source: effort stands against what it brings (R1).
    """
    total = planned_cost(plan).total
    return WorthSummary(
        tuple(_objective_cost(plan, *each) for each in cost_by_objective(plan).items()),
        unassigned_cost(plan),
        Money(total.amount - all_tactics_cost(plan).amount, total.currency),
    )


def _objective_cost(plan: Plan, objective: str, cost: Money) -> ObjectiveCost:
    served = [t for t in plan.tactics.values() if any(each.objective == objective for each in t.objectives)]
    return ObjectiveCost(
        objective=objective,
        cost=cost,
        worth=plan.objectives[objective].value,
        tactics=len(served),
        shared=sum(len(tactic.objectives) > 1 for tactic in served),
    )
