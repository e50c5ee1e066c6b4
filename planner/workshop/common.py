"""What voting and deciding have in common."""

from planner.editing import verbs
from planner.errors import PlanError
from planner.language import say
from planner.model.format import quoted
from planner.model.plan import Plan, display_name
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import BallotSort


def changed(plan: Plan, record_id: str, **values: object) -> Plan:
    """Return the plan with some fields of a record changed, those that hold other values."""
    for name, value in values.items():
        if getattr(plan.find(record_id), name) != value:
            plan = verbs.change(plan, record_id, name, value).plan
    return plan


def ballot_in(plan: Plan, ballot_id: str, sort: BallotSort | None = None) -> Ballot:
    """Return a ballot.

    Args:
        plan: the plan.
        ballot_id: which.
        sort: how it has to be voted on; any way where None.

    Raises:
        PlanError: it is not in the plan, or is voted on in another way.
    """
    ballot = plan.ballots.get(ballot_id)
    if ballot is None:
        raise PlanError(say("This ballot is no longer in the plan."))
    if sort not in {None, ballot.sort}:
        raise PlanError(say("{ballot} is not voted on so.", ballot=quoted(display_name(ballot))))
    return ballot
