"""`truecourse diff`: what changed between two revisions of a plan, for people and for scripts."""

from datetime import date
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, tell, tell_json
from planner.errors import PlanError
from planner.language import say
from planner.signoff.compare import Comparison, EntryChange, compare
from planner.signoff.compare_text import comparison_lines
from planner.store.revisions import NOW, Revision, named_revision, revisions_in
from planner.truths.engine import check_plan
from planner.truths.findings import Finding


def diff(path: Path, before: str | None, after: str | None, today: date, *, as_json: bool) -> Exit:
    """Print what changed between two revisions.

    Args:
        path: a `.tcplan` or `.json`.
        before: names the earlier one (`planner.store.revisions.named_revision`);
            the last signed one where None.
        after: names the later one; the plan as it is where None.
        today: the day as of which the findings of both are judged.
        as_json: print one JSON object in place of sentences.

    Raises:
        PlanError: the plan can't be read, has no such revision, or none beside the present one.
    """
    known = revisions_in(path)
    if len(known) == 1 and before is None:
        msg = say("This plan was never signed: there is no earlier revision to compare it with.")
        raise PlanError(msg, hint=say("Each signed revision is kept, and can be compared from then on."))
    older = named_revision(known, before) if before else known[-2]
    newer = named_revision(known, after or NOW)
    reports = (check_plan(older.plan, today), check_plan(newer.plan, today))
    found = compare(older.plan, newer.plan, reports)
    if as_json:
        tell_json(_as_json(found, older, newer))
    else:
        tell(*comparison_lines(found, older.title, newer.title))
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
