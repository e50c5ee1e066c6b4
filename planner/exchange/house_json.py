"""House truths as a file: a set that one organisation's plans can share."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from planner.editing.revision import with_tables
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.exchange.json_misfits import told_misfit
from planner.exchange.untrusted_json import parse_untrusted
from planner.files.atomic import write_atomically
from planner.files.errors import file_error
from planner.language import say, worded, worded_count
from planner.model.checked import checked_record
from planner.model.plan import Plan, display_name, new_id
from planner.model.records_house import HouseTruth

FORMAT = "truecourse-house-truths"
VERSION = 1
MAX_BYTES = 4 * 1024 * 1024
MAX_TRUTHS = 500
_KIND = "house_truths"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What taking in a set would do to a plan.

    Attributes:
        fresh: truths whose ids the plan does not have.
        differing: truths that the plan has under the same id with other content.
        same: truths that the plan has already, just so.
    """

    fresh: tuple[HouseTruth, ...]
    differing: tuple[HouseTruth, ...]
    same: tuple[HouseTruth, ...]


def house_json(truths: Iterable[HouseTruth]) -> bytes:
    """Return house truths as readable, indented UTF-8 JSON ending in a newline."""
    document = {"format": FORMAT, "version": VERSION, "truths": msgspec.to_builtins(list(truths))}
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def read_house_json(data: bytes) -> tuple[HouseTruth, ...]:
    """Read a set of house truths, trusting nothing in it.

    Raises:
        PlanError: it is no such set, too large, made by a newer version, or says what can't be.
    """
    if len(data) > MAX_BYTES:
        msg = say("This file is too large to be a set of house truths.")
        raise PlanError(msg)
    raw = parse_untrusted(data)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        msg = say("This file is no set of house truths.")
        raise PlanError(msg, hint=say("Such a file says “format”: “{name}”.", name=FORMAT))
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        msg = say(
            "These house truths were written by a newer Truecourse (format {version}).", version=str(version)
        )
        raise PlanError(msg, hint=say("Install the newest Truecourse to take them in."))
    found = raw.get("truths")
    if version != VERSION or not isinstance(found, list):
        msg = say("This set of house truths can't be read: its version or its list of truths is missing.")
        raise PlanError(msg)
    return _each_id_once(found)


def _each_id_once(items: list[Any]) -> tuple[HouseTruth, ...]:
    if len(items) > MAX_TRUTHS:
        msg = say(
            "This set has {count} truths; up to {most} can be taken in.", count=len(items), most=MAX_TRUTHS
        )
        raise PlanError(msg)
    truths = tuple(_truth(number, item) for number, item in enumerate(items, 1))
    if len({truth.id for truth in truths}) < len(truths):
        msg = say("Two truths of this set have the same id.")
        raise PlanError(msg, hint=say("Give one of them another id in the file, or take it out."))
    return truths


def _truth(number: int, item: Any) -> HouseTruth:  # noqa: ANN401 - anything that JSON can say
    try:
        return checked_record(msgspec.convert(item, HouseTruth))
    except msgspec.ValidationError as error:
        misfit = told_misfit(error, f"{_KIND}[{number - 1}]")
        msg = say(
            "Truth {number} of this set can't be read. {problem}", number=number, problem=misfit.problem
        )
        raise PlanError(msg) from error
    except UnicodeEncodeError as error:
        msg = say("Truth {number} of this set can't be read: it holds half a character.", number=number)
        raise PlanError(msg) from error
    except PlanError as error:
        msg = say(
            "Truth {number} of this set can't be taken in. {problem}", number=number, problem=error.message
        )
        raise PlanError(msg, hint=error.hint) from error


def write_house_file(path: Path, truths: Iterable[HouseTruth]) -> None:
    """Write house truths to a file, which is replaced as a whole where it exists.

    Raises:
        PlanError: it can't be written.
    """
    write_atomically(path, house_json(truths))


def read_house_file(path: Path) -> tuple[HouseTruth, ...]:
    """Read house truths from a file.

    Raises:
        PlanError: it is not there, can't be read, or is no set of house truths.
    """
    try:
        if not path.is_file():
            msg = say("There is no file called “{name}”.", name=path.name)
            raise PlanError(msg)
        with path.open("rb") as file:
            return read_house_json(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise file_error(error, path) from error


def incoming(plan: Plan, truths: Iterable[HouseTruth]) -> Incoming:
    """Return what taking in a set would do to a plan; nothing is changed."""
    coming, known = tuple(truths), plan.house_truths
    there = [truth for truth in coming if truth.id in known]
    return Incoming(
        fresh=tuple(truth for truth in coming if truth.id not in known),
        differing=tuple(truth for truth in there if known[truth.id] != truth),
        same=tuple(truth for truth in there if known[truth.id] == truth),
    )


def take_in(plan: Plan, coming: Incoming, *, keep_both: bool) -> Edit:
    """Take a set of house truths into a plan, as one edit.

    Args:
        plan: the plan.
        coming: what comes, as `incoming` told.
        keep_both: a truth that the plan has with other content stays beside the new one, which gets a new
            id; else the new one replaces it, and answers and exceptions stay with it.

    Raises:
        PlanError: there would be nothing to do.
    """
    table = dict(plan.house_truths)
    for truth in coming.differing:
        table.update(_as_copy(truth) if keep_both else {truth.id: truth})
    for truth in coming.fresh:
        table.update({truth.id: truth} if plan.find(truth.id) is None else _as_copy(truth))
    count = len(coming.differing) + len(coming.fresh)
    if not count:
        msg = say("The plan has all of these house truths already.")
        raise PlanError(msg)
    return Edit(
        with_tables(plan, {_KIND: table}),
        worded(
            "Take in {truths}",
            truths=worded_count("{count} house truth", "{count} house truths", count),
        ),
    )


def _as_copy(truth: HouseTruth) -> dict[str, HouseTruth]:
    name = say("{truth} (taken in)", truth=display_name(truth))[:300]
    copy = msgspec.structs.replace(truth, id=new_id(_KIND), name=name)
    return {copy.id: copy}
