"""`truecourse workshop agenda PLAN`: the agenda on the terminal, or a new one from a template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, tell, tell_json
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.format import plural
from planner.model.plan import Plan, display_name
from planner.parsing import read_time
from planner.store.workspace import edit_plan, load_plan
from planner.truths.engine import check_plan
from planner.workshop.agenda import (
    TimedBlock,
    clock_of,
    ends,
    hold,
    make_agenda,
    not_fitting,
    overrun,
    time_words,
    timed,
    total,
)


@dataclass(frozen=True, slots=True)
class AgendaOrder:
    """What is asked for.

    Attributes:
        today: the day as of which the plan is judged.
        template: key of the template that replaces the agenda first; empty leaves it as it is.
        as_json: print one JSON object in place of sentences.
        held: when and where the workshop is to be held, as typed: by field of the workshop.
    """

    today: date
    template: str = ""
    as_json: bool = False
    held: Mapping[str, str] = field(default_factory=dict)


def show_agenda(path: Path, order: AgendaOrder) -> Exit:
    """Print the agenda of a plan, made anew where a template is named, with its day where one is given.

    Raises:
        PlanError: the plan can't be read or written, a day or time does not fit, or there is no agenda.
    """
    plan = _edited(path, order) if order.template or order.held else load_plan(path)
    blocks = timed(plan)
    if order.as_json:
        tell_json(_as_json(plan, blocks))
        return Exit.OK
    if not blocks:
        raise _no_agenda()
    tell(*(_line(one) for one in blocks), _sum(plan))
    return Exit.OK


def _no_agenda() -> PlanError:
    return PlanError(
        say("This plan has no agenda."),
        hint=say("Make one: truecourse workshop agenda PLAN --template day"),
    )


def _edited(path: Path, order: AgendaOrder) -> Plan:
    """Change the plan's file by one step; where everything stands there already, by none."""
    found = load_plan(path)
    if not order.template and _edit(found, order).plan == found:
        return found
    return edit_plan(path, lambda plan: _edit(plan, order))


def _edit(plan: Plan, order: AgendaOrder) -> Edit:
    held = hold(plan, _read(order.held))
    if order.template:
        return make_agenda(held.plan, order.template, check_plan(held.plan, order.today))
    if not plan.agenda_blocks:
        raise _no_agenda()
    return held


def _read(held: Mapping[str, str]) -> dict[str, object]:
    readers: dict[str, Callable[[str], object]] = {"on": _day, "start": read_time, "until": read_time}
    return {name: readers.get(name, str)(text) for name, text in held.items()}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        msg = say("“{text}” is not a day.", text=text)
        raise PlanError(msg, hint=say("Write it as 2027-05-03.")) from error


def _line(one: TimedBlock) -> str:
    values = {
        "span": one.span,
        "minutes": plural(one.block.minutes, "minute"),
        "name": display_name(one.block),
    }
    if one.block.output:
        return say("{span}  {name} ({minutes}): {output}", **values, output=one.block.output)
    return say("{span}  {name} ({minutes})", **values)


def _sum(plan: Plan) -> str:
    late = len(not_fitting(plan))
    if late:
        return say_count(
            "{minutes} in all, {over} too long: {count} block ends after people must leave.",
            "{minutes} in all, {over} too long: {count} blocks end after people must leave.",
            late,
            minutes=plural(total(plan), "minute"),
            over=plural(overrun(plan), "minute"),
        )
    return say(
        "{minutes} in all, until {end}.", minutes=plural(total(plan), "minute"), end=time_words(ends(plan))
    )


def _as_json(plan: Plan, blocks: tuple[TimedBlock, ...]) -> dict[str, Any]:
    return {
        "on": plan.the_workshop.on,
        "minutes": total(plan),
        "over": overrun(plan),
        "blocks": [
            {
                "id": one.block.id,
                "name": one.block.name,
                "sort": one.block.sort,
                "minutes": one.block.minutes,
                "begins": clock_of(one.begins).isoformat("minutes"),
                "ends": clock_of(one.ends).isoformat("minutes"),
                "output": one.block.output,
                "question": one.block.question,
                "step": one.block.step,
            }
            for one in blocks
        ],
    }
