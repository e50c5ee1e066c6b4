"""Sample plans that ship with Truecourse."""

from dataclasses import dataclass
from importlib.resources import files

import msgspec

from planner.errors import PlanError
from planner.exchange.plan_json import read_json
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
        "A neighbourhood pizzeria that mends its pickup times before it invites anybody.",
    ),
    SampleInfo(
        "materials",
        "Engineers answer engineers",
        "A maker of industrial materials whose engineers write, answer and hire by name.",
    ),
    SampleInfo(
        "cable",
        "Help before the second call",
        "A cable company that serves in public, with its own thresholds and a plan for storms.",
    ),
    SampleInfo(
        "charity",
        "Every gift has an end of its story",
        "A small charity for children, run by a few people who protect those they write about.",
    ),
    SampleInfo(
        "what-not-to-do",
        "Go viral by summer",
        "What not to do: a plan in which every stop stands that can stand beside the others.",
    ),
)


def sample_names() -> tuple[SampleInfo, ...]:
    """Return the sample plans in the order in which they are offered."""
    return _SAMPLES


def load_sample(name: str) -> Plan:
    """Return a copy of a sample plan, under an id of its own.

    Raises:
        PlanError: there is no such sample.
    """
    if name not in {sample.name for sample in _SAMPLES}:
        msg = f"There is no sample called “{name}”."
        known = ", ".join(sample.name for sample in _SAMPLES)
        raise PlanError(msg, hint=f"The samples are {known}.")
    data = (files("resources") / "samples" / f"{name}.json").read_bytes()
    return msgspec.structs.replace(read_json(data), plan_id=new_plan_id())
