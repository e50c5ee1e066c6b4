"""`truecourse truths --export` and `--import`: house truths as files that plans share."""

from pathlib import Path

from planner.commands.output import Exit, tell
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.exchange.house_json import Incoming, incoming, read_house_file, take_in, write_house_file
from planner.language import phrase, say
from planner.model.format import plural
from planner.model.plan import Plan, display_name
from planner.store.workspace import edit_plan, load_plan


def export_house(plan_path: Path, out: Path) -> Exit:
    """Write a plan's house truths to a file.

    Raises:
        PlanError: the plan can't be read or has none, or the file can't be written.
    """
    truths = tuple(load_plan(plan_path).house_truths.values())
    if not truths:
        msg = say("This plan has no house truths.")
        raise PlanError(msg, hint=say("Add them on the page Truths and sign-off."))
    write_house_file(out, truths)
    truths_words = plural(len(truths), "house truth")
    tell(say("Wrote {path}, {truths}", path=str(out), truths=truths_words))
    return Exit.OK


def import_house(plan_path: Path, source: Path, *, keep_both: bool) -> Exit:
    """Take the house truths of a file into a plan, and tell what came.

    Raises:
        PlanError: the file is no set of house truths, the plan can't be read or written, or has them all.
    """
    truths = read_house_file(source)
    told: list[str] = []

    def verb(plan: Plan) -> Edit:
        coming = incoming(plan, truths)
        told.extend(_lines(coming, keep_both=keep_both))
        return take_in(plan, coming, keep_both=keep_both)

    edit_plan(plan_path, verb)
    tell(*told)
    return Exit.OK


def _lines(coming: Incoming, *, keep_both: bool) -> list[str]:
    differing = _BESIDE if keep_both else _REPLACED
    told = ((_ADDED, coming.fresh), (differing, coming.differing), (_THERE, coming.same))
    return [say(message, truth=display_name(truth)) for message, truths in told for truth in truths]


_ADDED, _REPLACED = phrase("Added: {truth}"), phrase("Replaced: {truth}")
_BESIDE = phrase("Added beside the one with the same id: {truth}")
_THERE = phrase("There already: {truth}")
