"""Sample plans that ship with Truecourse."""

from dataclasses import dataclass, replace
from importlib.resources import files

import msgspec

from planner.errors import PlanError
from planner.exchange.plan_json import read_json
from planner.language import phrase, say
from planner.model.plan import Plan, new_plan_id


@dataclass(frozen=True, slots=True)
class SampleInfo:
    """One sample plan.

    Attributes:
        name: by which it is asked for; its file is `resources/samples/<name>.json`.
        title: the plan's own title.
        summary: what it shows, in one line.
    """

    name: str
    title: str
    summary: str


_SAMPLES = (
    SampleInfo(
        "pizzeria",
        "Full tables on quiet evenings",
        phrase("A neighbourhood pizzeria that mends its pickup times before it invites anybody."),
    ),
    SampleInfo(
        "materials",
        "Engineers answer engineers",
        phrase("A maker of industrial materials whose engineers write, answer and hire by name."),
    ),
    SampleInfo(
        "cable",
        "Help before the second call",
        phrase("A cable company that serves in public, with its own thresholds and a plan for storms."),
    ),
    SampleInfo(
        "charity",
        "Every gift has an end of its story",
        phrase("A small charity for children, run by a few people who protect those they write about."),
    ),
    SampleInfo(
        "what-not-to-do",
        "Go viral by summer",
        phrase("What not to do: a plan in which every stop stands that can stand beside the others."),
    ),
)


def sample_names() -> tuple[SampleInfo, ...]:
    """Return the sample plans in the order in which they are offered."""
    return tuple(replace(sample, summary=say(sample.summary)) for sample in _SAMPLES)


def load_sample(name: str) -> Plan:
    """Return a copy of a sample plan, under an id of its own.

    Raises:
        PlanError: there is no such sample.
    """
    if name not in {sample.name for sample in _SAMPLES}:
        msg = say("There is no sample called “{name}”.", name=name)
        known = ", ".join(sample.name for sample in _SAMPLES)
        raise PlanError(msg, hint=say("The samples are {names}.", names=known))
    data = (files("resources") / "samples" / f"{name}.json").read_bytes()
    return msgspec.structs.replace(read_json(data), plan_id=new_plan_id())
