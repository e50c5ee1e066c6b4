"""`truecourse check`: the findings of a plan, for people and for scripts."""

import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, say, say_json
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.signoff.fingerprint import fingerprint
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan, of_step
from planner.truths.findings import Finding, Report

_INDENT = " " * 12


def check(path: Path, today: date, *, as_json: bool) -> Exit:
    """Check a plan and print what the truths find.

    Args:
        path: a `.tcplan` or `.json`.
        today: the day as of which dates are judged.
        as_json: print one JSON object in place of sentences.

    Returns:
        OK where no stop stands, else STOP.

    Raises:
        PlanError: the plan can't be read.
    """
    plan = load_plan(path)
    report = check_plan(plan, today)
    if as_json:
        say_json(report_as_json(plan, report))
    else:
        say(*report_lines(plan, report))
    return Exit.STOP if report.has_stop else Exit.OK


def report_as_json(plan: Plan, report: Report) -> dict[str, Any]:
    """Return the report in the shape that scripts rely on."""
    return {
        "can_sign": report.can_sign,
        "counts": dict(report.counts),
        "findings": [_finding_as_json(finding) for finding in report.findings if not finding.dismissed],
        "plan": {
            "title": plan.the_brief.title,
            "revision": plan.revision,
            "fingerprint": fingerprint(plan),
        },
    }


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "subject": {"kind": finding.kind, "id": finding.subject, "name": finding.subject_name},
        "field": finding.field,
        "message": finding.message,
        "remedy": finding.remedy,
        "citation": finding.citation,
        "fixable": finding.fixable,
        "waived": finding.waived,
    }


def report_lines(plan: Plan, report: Report) -> Iterable[str]:
    """Yield the report as lines for a terminal: the verdict, then findings by step of the walk."""
    yield f"{plan.the_brief.title}, revision {plan.revision}"
    yield verdict(report)
    for number, step in enumerate(Step, start=1):
        findings = list(of_step(report.standing, step))
        if findings:
            yield ""
            yield f"{number} {step.heading}"
        for finding in findings:
            yield from _finding_lines(finding, finding.level.label.upper())
    waived = [finding for finding in report.findings if finding.waived]
    if waived:
        yield ""
        yield "Accepted exceptions"
    for finding in waived:
        yield from _finding_lines(finding, "ACCEPTED")


def verdict(report: Report) -> str:
    """Return in one sentence whether the plan can be signed, with the counts."""
    counts = report.counts
    can = "can be signed" if report.can_sign else "can't be signed yet"
    return (
        f"The plan {can}. Stops: {counts['stop']}. Warnings: {counts['warn']}. "
        f"Advice: {counts['advice']}. Accepted exceptions: {counts['waived']}."
    )


def _finding_lines(finding: Finding, word: str) -> Iterable[str]:
    yield from _wrapped(f"  {word:8}  {finding.message}", first_indent="")
    yield from _wrapped(f"{finding.remedy} [{finding.rule}; {finding.citation}]", first_indent=_INDENT)


def _wrapped(text: str, first_indent: str) -> Iterable[str]:
    # Ids of rules have hyphens: breaking there would make them hard to copy.
    return textwrap.wrap(
        text, 100, initial_indent=first_indent, subsequent_indent=_INDENT, break_on_hyphens=False
    )
