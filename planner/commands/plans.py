"""Making plans and bringing them in and out: `samples`, `new`, `import`, `export`, `schema`."""

from datetime import date
from pathlib import Path
from typing import Literal

from planner.commands.output import Exit, say, say_json, terminal_progress
from planner.errors import PlanError
from planner.exchange.plan_json import json_schema, write_json
from planner.model.plan import empty_plan
from planner.samples import load_sample, sample_names
from planner.store.atomic import write_atomically
from planner.store.workspace import load_plan, read_json_file, save_new
from planner.truths.engine import check_plan


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
    if source.suffix.lower() != ".json":
        msg = f"Files ending in “{source.suffix}” can't be imported."
        raise PlanError(msg, hint="Give a plan in JSON, its name ending in .json.")
    save_new(target, read_json_file(source))
    say(f"Made {target}")
    return Exit.OK


def export(path: Path, out: Path, today: date, paper: Literal["A4", "Letter"], sections: str | None) -> Exit:
    """Write the plan in the form that the ending of `out` names.

    Args:
        path: the plan.
        out: the new file; replaced as a whole where it exists.
        today: the day as of which the truths are checked.
        paper: "A4" or "Letter".
        sections: chapters of the document, separated by commas; all where None.

    Raises:
        PlanError: the plan can't be read, or the form can't be written.
    """
    plan = load_plan(path)
    match out.suffix.lower():
        case ".json":
            write_atomically(out, write_json(plan))
            say(f"Wrote {out}")
        case ".pdf":
            from planner.document.options import PdfOptions  # noqa: PLC0415 - heavy; only where needed
            from planner.document.pdf import export_pdf  # noqa: PLC0415 - heavy; only where needed

            options = PdfOptions(paper=paper, sections=_named(sections or ""))
            report = check_plan(plan, today)
            result = export_pdf(plan, report, out, options, today=today, progress=terminal_progress())
            say(f"Wrote {out}, {result.pages} pages")
        case ending:
            msg = f"A plan can't be exported to “{ending or out.name}”."
            raise PlanError(msg, hint="Give a file name that ends in .pdf or .json.")
    return Exit.OK


def _named(sections: str) -> tuple[str, ...]:
    names = (name.strip().lower() for name in sections.split(","))
    return tuple(name for name in names if name)


def schema() -> Exit:
    """Print the JSON Schema of a plan."""
    say_json(json_schema())
    return Exit.OK
