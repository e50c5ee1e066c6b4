"""Mends by machine: the edit that mends a finding, where its rule offers one."""

from datetime import date

from planner.editing.verbs import Edit
from planner.model.plan import Plan
from planner.truths.catalogue import rules
from planner.truths.findings import Finding
from planner.truths.registry import Fix


def offered_fix(finding: Finding) -> Fix | None:
    """Return the fix that the finding's rule offers for it; its label says what it does."""
    known = rules().get(finding.rule)
    return known[0].fix if known is not None and finding.fixable else None


def fix_for(plan: Plan, finding: Finding, today: date) -> Edit | None:
    """Return the edit that mends a finding; None where there is none, or it no longer applies.

    Args:
        plan: the plan as it is now; it may have changed since the finding was made.
        finding: what is to be mended.
        today: the day as of which dates are judged.
    """
    fix = offered_fix(finding)
    return None if fix is None else fix.make(plan, finding, today)
