"""The main job on a sample plan, told step by step; `python3 run.py demo` runs it."""

import sys
from datetime import date
from pathlib import Path

from planner.commands import plans
from planner.commands.check import report_lines, verdict
from planner.commands.output import Exit, say, tell_failure
from planner.samples import load_sample
from planner.store.errors import file_error
from planner.store.workspace import load_plan
from planner.truths.engine import check_plan

SAMPLE = "pizzeria"
CONTRAST = "what-not-to-do"


def run(folder: Path, today: date) -> Exit:
    """Make a sample plan, check it, print what was found, and export its document.

    Args:
        folder: where plan and document go; made if it is not there.
        today: the day as of which the plan is checked.

    Raises:
        PlanError: a file can't be written.
    """
    _make_folder(folder)
    plan_path, pdf_path = folder / f"{SAMPLE}.tcplan", folder / f"{SAMPLE}.pdf"
    say("1. Make a plan from the sample of a neighbourhood pizzeria")
    plans.new(plan_path, SAMPLE)
    say("", "2. Check it against the truths")
    plan = load_plan(plan_path)
    say(*report_lines(plan, check_plan(plan, today)))
    say("", "   For contrast, the sample of what not to do:")
    say(f"   {verdict(check_plan(load_sample(CONTRAST), today))}")
    say("", "3. Export the document")
    plans.export(plan_path, pdf_path, today, "A4", None)
    say("", f"The plan:     {plan_path}", f"The document: {pdf_path}")
    return Exit.OK


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(error, folder) from error


def main(words: list[str]) -> int:
    """Run the demo in the folder that the first word names; return the exit code."""
    return tell_failure(lambda: run(Path(words[0]), date.today()))  # noqa: DTZ011 - the user's own day is meant


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
