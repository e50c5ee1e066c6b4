"""Making plans and bringing them in: `samples`, `new`, `import`, `schema`."""

from pathlib import Path

from planner.commands.output import Exit, tell, tell_json
from planner.errors import PlanError
from planner.exchange.importing import read_import
from planner.exchange.plan_json import json_schema
from planner.language import say
from planner.model.plan import empty_plan
from planner.samples import load_sample, sample_names
from planner.store.workspace import save_new


def samples() -> Exit:
    """List the sample plans."""
    for sample in sample_names():
        title = say("{title}: {summary}", title=sample.title, summary=sample.summary)
        tell(f"{sample.name:14} {title}")
    return Exit.OK


def new(path: Path, sample: str | None) -> Exit:
    """Make a plan: an empty one, or a copy of a sample.

    Raises:
        PlanError: the file exists or can't be written, or there is no such sample.
    """
    if sample is not None and sample not in {known.name for known in sample_names()}:
        msg = say("There is no sample called “{name}”.", name=sample)
        raise PlanError(msg, hint=say("“truecourse samples” lists them all."))
    save_new(path, empty_plan() if sample is None else load_sample(sample))
    tell(say("Made {path}", path=str(path)))
    return Exit.OK


def import_plan(source: Path, target: Path) -> Exit:
    """Make a plan file from another form of the plan.

    Raises:
        PlanError: the source can't be read, or the target exists or can't be written.
    """
    save_new(target, read_import(source))
    tell(say("Made {path}", path=str(target)))
    return Exit.OK


def schema() -> Exit:
    """Print the JSON Schema of a plan."""
    tell_json(json_schema())
    return Exit.OK
