"""“What breaks this plan?”: the open stops and warnings one after another, and the ways out of each."""

from dataclasses import dataclass
from datetime import date

from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding, Report
from planner.truths.fixes import Offer, offers
from planner.truths.waivers import can_be_waived

_ORDER = {Weight.STOP: 0, Weight.WARN: 1}


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What can be done about a finding there in the room, beside going to its field.

    Attributes:
        offers: fixes by machine, each as one step.
        can_waive: a senior person may let it stand, with a reason.
    """

    offers: tuple[Offer, ...]
    can_waive: bool


def open_findings(report: Report) -> tuple[Finding, ...]:
    """Return what breaks the plan: its stops, then its warnings, each in the order of the walk."""
    found = [finding for finding in report.standing if finding.level in _ORDER]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.level]))


def ways_out(plan: Plan, finding: Finding, today: date) -> WaysOut:
    """Return what can be done about a finding now.

    Args:
        plan: the plan as it is now.
        finding: what breaks it.
        today: the day as of which dates are judged.
    """
    return WaysOut(offers(plan, finding, today), can_be_waived(plan, finding.rule))
