"""`truecourse diff`: what changed between two revisions of a plan, for people and for scripts."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, say, say_json
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, EntryChange, FieldChange, Sort, compare
from planner.signoff.revisions import NOW, Revision, named_revision, revisions_in
from planner.truths.engine import check_plan
from planner.truths.findings import Finding

_MARKS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.CHANGED: "~", Sort.MOVED: ">"}
_NOTHING = "nothing"


def diff(path: Path, before: str | None, after: str | None, today: date, *, as_json: bool) -> Exit:
    """Print what changed between two revisions.

    Args:
        path: a `.tcplan` or `.json`.
        before: names the earlier one (`planner.signoff.revisions.named_revision`);
            the last signed one where None.
        after: names the later one; the plan as it is where None.
        today: the day as of which the findings of both are judged.
        as_json: print one JSON object in place of sentences.

    Raises:
        PlanError: the plan can't be read, or has no such revision.
    """
    known = revisions_in(path)
    older = named_revision(known, before) if before else known[-2] if len(known) > 1 else known[-1]
    newer = named_revision(known, after or NOW)
    reports = (check_plan(older.plan, today), check_plan(newer.plan, today))
    found = compare(older.plan, newer.plan, reports)
    if as_json:
        say_json(_as_json(found, older, newer))
    else:
        say(*_lines(found, older, newer))
    return Exit.OK


def _as_json(found: Comparison, older: Revision, newer: Revision) -> dict[str, Any]:
    return {
        "before": {"revision": found.before, "fingerprint": older.fingerprint},
        "after": {"revision": found.after, "fingerprint": newer.fingerprint},
        "entries": [_entry_as_json(entry) for entry in found.entries],
        "findings": {
            "mended": [_finding_as_json(finding) for finding in found.mended],
            "arisen": [_finding_as_json(finding) for finding in found.arisen],
        },
    }


def _entry_as_json(entry: EntryChange) -> dict[str, Any]:
    told = [{"field": c.name, "title": c.title, "before": c.before, "after": c.after} for c in entry.fields]
    return {
        "kind": entry.kind,
        "id": entry.id,
        "name": entry.name,
        "change": entry.sort.value,
        "fields": told,
    }


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "subject": {"kind": finding.kind, "id": finding.subject, "name": finding.subject_name},
        "message": finding.message,
    }


def _lines(found: Comparison, older: Revision, newer: Revision) -> Iterator[str]:
    yield f"{older.title} against {newer.title[0].lower()}{newer.title[1:]}"
    if found.is_empty:
        yield "Nothing that a signature covers differs."
    kind = ""
    for entry in found.entries:
        if entry.kind != kind:
            kind = entry.kind
            yield ""
            yield kind_of(kind).words
        yield f"  {_MARKS[entry.sort]} {entry.name} ({entry.sort.value})"
        yield from (line for change in entry.fields for line in _field_lines(entry.sort, change))
    yield from _finding_lines("Findings that are gone", found.mended)
    yield from _finding_lines("New findings", found.arisen)


def _field_lines(sort: Sort, change: FieldChange) -> Iterable[str]:
    whole = change.before or change.after
    differs = f"{change.before or _NOTHING} → {change.after or _NOTHING}"
    told = f"{change.title}: {differs if sort is Sort.CHANGED else whole}"
    return textwrap.wrap(told, 100, initial_indent=" " * 6, subsequent_indent=" " * 8)


def _finding_lines(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    for number, finding in enumerate(findings):
        if not number:
            yield ""
            yield title
        told = f"{finding.level.label.upper():8}  {finding.message} [{finding.rule}]"
        yield from textwrap.wrap(told, 100, initial_indent="  ", subsequent_indent=" " * 12)
