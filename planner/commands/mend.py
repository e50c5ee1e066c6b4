"""`truecourse check --fix-safe`: the fixes that take no judgement, as one undoable step."""

from datetime import date
from pathlib import Path

from planner.commands.check import check
from planner.commands.output import Exit, tell
from planner.editing.verbs import Edit
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.store.workspace import edit_plan, load_plan
from planner.truths.fixes import MendedPlan, mend_all_safe
from planner.truths.step_words import step_lines


def fix_safe(path: Path, today: date, *, dry_run: bool, all_lines: bool = False) -> Exit:
    """Apply every safe fix to a plan's file, say what it changed, and print what is left.

    Args:
        path: a `.tcplan` or `.json`.
        today: the day as of which dates are judged.
        dry_run: only say what would be changed.
        all_lines: print every finding that is left.

    Returns:
        OK where no stop stands in the file, else STOP.

    Raises:
        PlanError: the plan can't be read or written.
    """
    plan = load_plan(path)
    mended = mend_all_safe(plan, today)
    if mended.mends and not dry_run:

        def verb(current: Plan) -> Edit:
            nonlocal plan, mended
            plan, mended = current, mend_all_safe(current, today)
            return mended.edit

        edit_plan(path, verb)
    tell(*_told(plan, mended, dry_run=dry_run), "")
    return check(path, today, as_json=False, all_lines=all_lines)


def _told(plan: Plan, mended: MendedPlan, *, dry_run: bool) -> list[str]:
    if not mended.mends:
        return [say("No finding can be fixed safely by machine.")]
    done = len(mended.mends)
    if dry_run:
        lines = [say_count("Would fix {count} finding:", "Would fix {count} findings:", done)]
    else:
        lines = [say_count("Fixed {count} finding:", "Fixed {count} findings:", done)]
    for mend in mended.mends:
        lines.append(f"  {mend.fix.label} [{mend.finding.rule}]")
        lines += [f"    {line}" for line in step_lines(plan, mend.steps)]
    return lines
