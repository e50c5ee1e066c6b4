"""Making plans and bringing them in: `samples`, `new`, `import`, `schema`."""

from pathlib import Path

from planner.commands.output import Exit, say, say_json
from planner.errors import PlanError
from planner.exchange.importing import read_import
from planner.exchange.plan_json import json_schema
from planner.model.plan import empty_plan
from planner.samples import load_sample, sample_names
from planner.store.workspace import save_new


def samples() -> Exit:
    """List the sample plans."""
    for sample in sample_names():
        say(f"{sample.name:14} {sample.title}: {sample.summary}")
    return Exit.OK


def new(path: Path, sample: str | None) -> Exit:
    """Make a plan: an empty one, or a copy of a sample.

    Raises:
        PlanError: the file exists or can't be written, or there is no such sample.
    """
    if sample is not None and sample not in {known.name for known in sample_names()}:
        msg = f"There is no sample called “{sample}”."
        raise PlanError(msg, hint="“truecourse samples” lists them all.")
    save_new(path, empty_plan() if sample is None else load_sample(sample))
    say(f"Made {path}")
    return Exit.OK


def import_plan(source: Path, target: Path) -> Exit:
    """Make a plan file from another form of the plan.

    Raises:
        PlanError: the source can't be read, or the target exists or can't be written.
    """
    save_new(target, read_import(source))
    say(f"Made {target}")
    return Exit.OK


def schema() -> Exit:
    """Print the JSON Schema of a plan."""
    say_json(json_schema())
    return Exit.OK
