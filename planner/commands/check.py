"""`truecourse check`: the findings of a plan, for people and for scripts."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from planner.commands.output import Exit, tell, tell_json
from planner.language import phrase, say
from planner.model.fingerprint import fingerprint
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.schema import FieldSpec
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan, of_step
from planner.truths.findings import Finding, Report
from planner.truths.fixes import offered_fixes
from planner.truths.thresholds import changed_thresholds, threshold_change

_INDENT = " " * 12
_MOST = 3


def check(path: Path, today: date, *, as_json: bool, all_lines: bool = False) -> Exit:
    """Check a plan and print what the truths find.

    Args:
        path: a `.tcplan` or `.json`.
        today: the day as of which dates are judged.
        as_json: print one JSON object in place of sentences.
        all_lines: print every finding, where else many of a kind on a step are counted.

    Returns:
        OK where no stop stands, else STOP.

    Raises:
        PlanError: the plan can't be read.
    """
    plan = load_plan(path)
    report = check_plan(plan, today)
    if as_json:
        tell_json(report_as_json(plan, report))
    else:
        tell(*report_lines(plan, report, most=None if all_lines else _MOST))
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
        "thresholds": [_threshold_as_json(spec, value) for spec, value in changed_thresholds(plan)],
    }


def _threshold_as_json(spec: FieldSpec, value: Decimal | int) -> dict[str, Any]:
    default = msgspec.to_builtins(spec.default)
    return {"name": spec.name, "title": spec.title, "value": msgspec.to_builtins(value), "default": default}


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
        "fixes": [{"label": fix.label, "safe": fix.safe} for fix in offered_fixes(finding)],
        "waived": finding.waived,
    }


def report_lines(plan: Plan, report: Report, most: int | None = None) -> Iterator[str]:
    """Yield the report as lines for a terminal: the verdict, then findings by step of the walk.

    Args:
        plan: the plan.
        report: what was found in it.
        most: how many findings of one truth to print on a step, the rest counted; None for all.
    """
    yield say("{plan}, revision {revision}", plan=plan.the_brief.title, revision=str(plan.revision))
    yield verdict(report)
    for number, step in enumerate(Step, start=1):
        findings = list(of_step(report.standing, step))
        if findings:
            yield from ("", f"{number} {step.heading}")
            yield from _step_lines(findings, most)
    waived = [finding for finding in report.findings if finding.waived]
    if waived:
        yield from ("", say("Accepted exceptions"))
    for finding in waived:
        yield from _finding_lines(finding, say("ACCEPTED"))
    changed = [f"  {threshold_change(spec, value)}" for spec, value in changed_thresholds(plan)]
    if changed:
        yield from ("", say("Changed thresholds"), *changed)


def _step_lines(findings: Sequence[Finding], most: int | None) -> Iterator[str]:
    counts = Counter(finding.rule for finding in findings)
    shown: Counter[str] = Counter()
    for finding in findings:
        shown[finding.rule] += 1
        # One more is as short as saying so.
        if most is None or shown[finding.rule] <= most or counts[finding.rule] == most + 1:
            yield from _finding_lines(finding, finding.level.label.upper())
        elif shown[finding.rule] == counts[finding.rule]:
            left = counts[finding.rule] - most
            yield _INDENT + say("and {count} more [{rule}]; --all lists them", count=left, rule=finding.rule)


def verdict(report: Report) -> str:
    """Return in one sentence whether the plan can be signed, with the counts."""
    counts = report.counts
    return say(
        _CAN_SIGN if report.can_sign else _CANNOT_SIGN,
        stops=counts["stop"],
        warnings=counts["warn"],
        advice=counts["advice"],
        waived=counts["waived"],
    )


_CAN_SIGN = phrase(
    "The plan can be signed. Stops: {stops}. Warnings: {warnings}. Advice: {advice}. Accepted exceptions: "
    "{waived}."
)
_CANNOT_SIGN = phrase(
    "The plan can't be signed yet. Stops: {stops}. Warnings: {warnings}. Advice: {advice}. Accepted "
    "exceptions: {waived}."
)


def _finding_lines(finding: Finding, word: str) -> Iterable[str]:
    yield from _wrapped(f"  {word:8}  {finding.message}", first_indent="")
    source = f"{finding.rule}; {finding.citation}" if finding.citation else finding.rule
    yield from _wrapped(f"{finding.remedy} [{source}]", first_indent=_INDENT)


def _wrapped(text: str, first_indent: str) -> Iterable[str]:
    # Ids of rules have hyphens: breaking there would make them hard to copy.
    return textwrap.wrap(
        text, 100, initial_indent=first_indent, subsequent_indent=_INDENT, break_on_hyphens=False
    )
