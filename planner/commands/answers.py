"""`truecourse answers`: what was written on worksheets, typed into a text file, goes into the plan."""

from collections.abc import Iterable
from pathlib import Path

from planner.commands.output import Exit, complain, tell
from planner.document.worksheets.typed import Problem, apply_answers
from planner.errors import PlanError
from planner.files import refusals
from planner.files.errors import file_error
from planner.language import say
from planner.model.format import plural
from planner.store.workspace import edit_plan, load_plan

_MOST_BYTES = 4_000_000


def answers(path: Path, source: Path, *, replace: bool, partly: bool) -> Exit:
    """Take typed answers into a plan's file as one undoable step: all of them, or none.

    Args:
        path: the plan.
        source: a text file, a numbered answer a line.
        replace: answers take the place of what stands in a field already.
        partly: those that fit are taken though others do not.

    Returns:
        OK where all answers fit, else FAILED.

    Raises:
        PlanError: a file can't be read or written.
    """
    text = _read(source)
    applied = apply_answers(load_plan(path), text, replace=replace)
    _tell(applied.problems)
    if applied.problems and not partly:
        complain(say("No answer was taken, as some do not fit."), say("--partly takes those that do."))
        return Exit.FAILED
    if applied.taken:
        edit_plan(path, lambda current: apply_answers(current, text, replace=replace).edit)
    tell(say("Took {answers} into {path}", answers=plural(applied.taken, "answer"), path=str(path)))
    return Exit.FAILED if applied.problems else Exit.OK


def _read(source: Path) -> str:
    try:
        if source.is_dir():
            raise refusals.not_a_file(source)
        if source.stat().st_size > _MOST_BYTES:
            msg = say("“{name}” is too large for typed answers.", name=source.name)
            raise PlanError(msg)
        return source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        msg = say("“{name}” is no text in UTF-8.", name=source.name)
        raise PlanError(msg, hint=say("Save it as plain text in UTF-8.")) from error
    except OSError as error:
        raise file_error(error, source) from error


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        words = say(
            "Line {line}, {number}: {problem}",
            line=str(problem.line),
            number=problem.number or say("no number"),
            problem=problem.message,
        )
        complain(words, problem.hint)
