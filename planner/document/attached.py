"""The plan that goes into its document, so that the document alone is enough to go on with it."""

from planner.exchange.attached_plan import PLAN_NAME
from planner.exchange.plan_json import write_json
from planner.language import say
from planner.model.plan import Plan
from planner.paper.tags.finish import Attachment


def plan_attachment(plan: Plan) -> Attachment:
    """Return the whole plan, approvals included, as the file that goes into its document."""
    return Attachment(
        name=PLAN_NAME,
        data=write_json(plan),
        mime="application/json",
        description=say(
            "The plan that this document shows, revision {revision}", revision=str(plan.revision)
        ),
        relation="Source",
    )
