"""The rules that the organisation gives itself."""

from planner.document.blocks import Cell, Mark, Marked, Named
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import counted, joined, shown, span, verb
from planner.model.records_experience import Policy
from planner.model.vocabulary import PolicyStatus

_COLUMNS = (
    column("policies", "name"),
    column("policies", "kind"),
    column("policies", "owner"),
    column("policies", "status", whole=True),
    column("policies", "in_force_from", whole=True),
    column("policies", "channels"),
)
_MARKS = {
    PolicyStatus.DRAFT: Mark.NOT_STARTED,
    PolicyStatus.APPROVED: Mark.DONE,
    PolicyStatus.WITHDRAWN: Mark.NOT_STARTED,
}


def policies(source: Source) -> Contents:
    """Write the chapter on the policies."""
    rows = (_row(source, policy) for policy in source.plan.policies.values())
    return Contents(_finding(source), (table_or_quiet(_COLUMNS, rows, "The plan names no policy yet."),))


def _row(source: Source, policy: Policy) -> tuple[Cell, ...]:
    force = span(policy.in_force_from, policy.in_force_until).removeprefix("from ").replace("– ", "–\n")
    return (
        Named(source.name(policy.id), policy.content),
        shown(policy.kind),
        shown(source.name(policy.owner)),
        Marked(policy.status.label, _MARKS[policy.status]),
        force,
        joined(source.names_of(policy.channels), missing="All"),
    )


def _finding(source: Source) -> str:
    found = [p for p in source.plan.policies.values() if p.status is not PolicyStatus.WITHDRAWN]
    drafts = sum(policy.status is PolicyStatus.DRAFT for policy in found)
    if not found:
        return "No policy is in sight yet" if not source.plan.policies else "Every policy is withdrawn"
    if drafts:
        return f"{counted(drafts, 'policy', 'policies')} {verb(drafts, 'waits', 'wait')} for approval"
    return f"{counted(len(found), 'policy', 'policies')} {verb(len(found), 'is', 'are')} approved"
