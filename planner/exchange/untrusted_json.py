"""JSON from anywhere, read with nothing trusted."""

import json
from decimal import Decimal, InvalidOperation
from typing import Any

from planner.errors import PlanError
from planner.exchange.json_misfits import quoted
from planner.language import say

MAX_DEPTH = 32


def parse_untrusted(data: bytes) -> Any:  # noqa: ANN401 - anything that JSON can say
    """Return what a file from anywhere says in JSON: each name once, no endless nesting, decimals exact.

    Raises:
        PlanError: it is no such JSON.
    """
    try:
        raw = json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_refuse_duplicates,
        )
        _check_depth(raw)
    except RecursionError as error:
        msg = say("This file is nested too deeply to be one of ours.")
        raise PlanError(msg, hint=say("Ask for the file again, exported by Truecourse.")) from error
    except (ValueError, InvalidOperation) as error:
        raise _told_broken(error) from error
    return raw


def _told_broken(error: ValueError | InvalidOperation) -> PlanError:
    match error:
        case UnicodeDecodeError():
            msg = say("This file is not valid JSON: it is no text in UTF-8.")
            return PlanError(msg, hint=say("Save it as plain text in UTF-8."))
        case json.JSONDecodeError(lineno=line, colno=column):
            msg = say(
                "This file is not valid JSON: it can't be read on from line {line}, character {column}.",
                line=str(line),
                column=str(column),
            )
            return PlanError(msg, hint=say("Mend it at that place, or ask for the whole file again."))
    msg = say("This file is not valid JSON: a number in it has too many digits.")
    return PlanError(msg, hint=say("Write it with fewer digits."))


def _refuse_constant(name: str) -> None:
    msg = say("{name} is not a number that a plan can hold.", name=name)
    raise PlanError(msg, hint=say("Write a plain number in its place, or null where there is none."))


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            msg = say("The name “{name}” stands twice in one place of this file.", name=quoted(name))
            raise PlanError(msg, hint=say("Keep one of the two and take the other out."))
        found[name] = value
    return found


def _check_depth(raw: object, depth: int = 0) -> None:
    if depth > MAX_DEPTH:
        raise RecursionError
    children = raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ()
    for child in children:
        _check_depth(child, depth + 1)
