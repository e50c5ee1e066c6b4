"""“What breaks this plan?”: the open stops and warnings one after another, and the ways out of each."""

from planner.model.vocabulary import Weight
from planner.truths.findings import Finding, Report

_ORDER = {Weight.STOP: 0, Weight.WARN: 1}


def open_findings(report: Report) -> tuple[Finding, ...]:
    """Return what breaks the plan: its stops, then its warnings, each in the order of the walk."""
    found = [finding for finding in report.standing if finding.level in _ORDER]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.level]))
