"""`truecourse workshop agenda PLAN`: the agenda on the terminal, or a new one from a template."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from planner.commands.output import Exit, tell, tell_json
from planner.errors import PlanError
from planner.language import say, say_count
from planner.model.format import plural
from planner.model.plan import Plan, display_name
from planner.store.workspace import edit_plan, load_plan
from planner.truths.engine import check_plan
from planner.workshop.agenda import (
    TimedBlock,
    clock_of,
    ends,
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
    """

    today: date
    template: str = ""
    as_json: bool = False


def show_agenda(path: Path, order: AgendaOrder) -> Exit:
    """Print the agenda of a plan, made anew where a template is named.

    Raises:
        PlanError: the plan can't be read or written, or has no agenda.
    """
    plan = _made(path, order) if order.template else load_plan(path)
    blocks = timed(plan)
    if order.as_json:
        tell_json(_as_json(plan, blocks))
        return Exit.OK
    if not blocks:
        raise PlanError(
            say("This plan has no agenda."),
            hint=say("Make one: truecourse workshop agenda PLAN --template day"),
        )
    tell(*(_line(one) for one in blocks), _sum(plan))
    return Exit.OK


def _made(path: Path, order: AgendaOrder) -> Plan:
    return edit_plan(path, lambda plan: make_agenda(plan, order.template, check_plan(plan, order.today)))


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
