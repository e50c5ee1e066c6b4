"""Plans by the name of their file, for the command line: `.tcplan` or `.json`."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.editing.history import Change
from planner.editing.patch import diff
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.exchange.json_file import read_json_file
from planner.exchange.plan_json import write_json
from planner.files.atomic import replacement, write_atomically
from planner.files.endings import ENDINGS, JSON_ENDING, PLAN_ENDING
from planner.language import say
from planner.model.plan import Plan
from planner.workshop.state import NOT_BEGUN, RoomState


def load_plan(path: Path) -> Plan:
    """Read a plan; the file is not changed.

    Args:
        path: a `.tcplan` or `.json`.

    Raises:
        PlanError: it is not there, or is no plan.
    """
    if _ending(path) == JSON_ENDING:
        return read_json_file(path)
    from planner.store.opening import open_plan  # noqa: PLC0415 - SQLAlchemy is slow to import

    opened = open_plan(path, to_write=False)
    opened.close()
    return opened.contents.plan


def load_signed(path: Path) -> tuple[Plan, tuple[tuple[str, bytes, datetime], ...]]:
    """Read a plan with the signed revisions that its file keeps; the file is not changed.

    Args:
        path: a `.tcplan`, or a `.json`, which keeps none.

    Returns:
        The plan, and of each signed revision its fingerprint, its canonical JSON and when it was signed.

    Raises:
        PlanError: it is not there, or is no plan.
    """
    if _ending(path) == JSON_ENDING:
        return read_json_file(path), ()
    from planner.store.opening import open_plan  # noqa: PLC0415 - SQLAlchemy is slow to import

    opened = open_plan(path, to_write=False)
    opened.close()
    kept = opened.contents.signed
    return opened.contents.plan, tuple((s.fingerprint, s.canonical_json, s.at) for s in kept)


def load_signed_copy(path: Path) -> bytes:
    """Read the document that keys have signed for the plan as it is now; empty where there is none.

    Args:
        path: a `.tcplan`.

    Raises:
        PlanError: it is not there, is no plan file, or is one of JSON, which keeps no documents.
    """
    if _ending(path) == JSON_ENDING:
        msg = say("A plan in JSON can't be signed with a key: it has no place for the document.")
        raise PlanError(
            msg, hint=say("Make a plan file of it first: truecourse import PLAN.json PLAN.tcplan")
        )
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

    with PlanFile.open(path) as file:
        return file.signed_copy()


def load_workshop(path: Path) -> tuple[Plan, Plan | None, RoomState]:
    """Read a plan with what its file keeps of the workshop; the plan is not changed.

    Args:
        path: a `.tcplan`, or a `.json`, which keeps nothing of it.

    Returns:
        The plan, the plan as it was when the workshop began, and where its clock stands.

    Raises:
        PlanError: it is not there, or is no plan.
    """
    if _ending(path) == JSON_ENDING:
        return read_json_file(path), None, NOT_BEGUN
    from planner.store.connecting import reading  # noqa: PLC0415 - SQLAlchemy is slow to import
    from planner.store.opening import open_plan, refusing  # noqa: PLC0415 - as above
    from planner.store.room import beginning_in  # noqa: PLC0415 - as above

    opened = open_plan(path, to_write=False)
    try:
        with refusing(path.name), reading(opened.engine) as connection:
            return opened.contents.plan, beginning_in(connection), opened.contents.room
    finally:
        opened.close()


def save_new(path: Path, plan: Plan) -> None:
    """Write a plan to a file that does not exist yet.

    Args:
        path: a `.tcplan` or `.json`.
        plan: the plan.

    Raises:
        PlanError: there is a file already, or it can't be written.
    """
    if _ending(path) == JSON_ENDING:
        with replacement(path, overwrite=False) as aside:
            aside.write_bytes(write_json(plan))
        return
    from planner.store.creating import create_plan_file  # noqa: PLC0415 - SQLAlchemy is slow to import

    create_plan_file(path, plan)


def edit_plan(path: Path, verb: Callable[[Plan], Edit]) -> Plan:
    """Change the plan in a file by one undoable edit.

    Args:
        path: a `.tcplan` or `.json`.
        verb: makes the edit from the plan in the file.

    Returns:
        The plan after it.

    Raises:
        PlanError: the file can't be read or written, or the edit does not fit.
    """
    if _ending(path) == JSON_ENDING:
        after = verb(read_json_file(path)).plan
        write_atomically(path, write_json(after))
        return after
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

    with PlanFile.open(path) as file:
        edit = verb(file.plan)
        change = Change(edit.label, diff(file.plan, edit.plan), edit.field, 0.0, edit.lasting, edit.files)
        file.append(change, edit.plan, replaces_last=False)
        return edit.plan


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        msg = say("“{name}” is not the name of a plan.", name=path.name or str(path))
        raise PlanError(
            msg,
            hint=say("A plan's name ends in {ending} or {other}.", ending=PLAN_ENDING, other=JSON_ENDING),
        )
    return ending
