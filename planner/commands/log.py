"""`truecourse log`: who did what with a plan, for people and for scripts."""

from dataclasses import asdict
from pathlib import Path

from planner.commands.output import Exit, tell, tell_json
from planner.errors import PlanError
from planner.language import say
from planner.store.log import CAVEAT, first_break, log_text
from planner.store.opening import open_plan


def log(path: Path, *, as_json: bool) -> Exit:
    """Print the log of a plan file.

    Args:
        path: a `.tcplan`; a `.json` has no log.
        as_json: print one JSON object in place of sentences.

    Returns:
        OK where the chain is whole, else STOP.

    Raises:
        PlanError: it is no plan file, or can't be read.
    """
    if path.suffix.lower() == ".json":
        msg = say("A plan in JSON has no log.")
        raise PlanError(msg, hint=say("Give the plan file, its name ending in .tcplan."))
    opened = open_plan(path, to_write=False)
    opened.close()
    entries, plan = opened.contents.log, opened.contents.plan
    broken = first_break(entries)
    if as_json:
        tell_json(
            {"caveat": say(CAVEAT), "broken_at": broken, "entries": [asdict(entry) for entry in entries]}
        )
    else:
        tell(log_text(plan.the_brief.title, entries).rstrip())
    return Exit.OK if broken is None else Exit.STOP
