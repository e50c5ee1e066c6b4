"""The plan inside its document: put in when the document is made, and read back from a file."""

from planner.document.tags.finish import Attachment
from planner.exchange.plan_json import write_json
from planner.model.plan import Plan

PLAN_NAME = "plan.json"


def plan_attachment(plan: Plan) -> Attachment:
    """Return the whole plan, approvals included, as the file that goes into its document."""
    return Attachment(
        name=PLAN_NAME,
        data=write_json(plan),
        mime="application/json",
        description=f"The plan that this document shows, revision {plan.revision}",
        relation="Source",
    )
