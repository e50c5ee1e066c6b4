"""The command line: the window's work without the window.

The window itself is handed in by the caller, so that this package never knows of it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.commands.argparse_words import argparse_speaks
from planner.commands.output import Exit, tell_failure
from planner.commands.words import VERDICTS, parser
from planner.errors import PlanError
from planner.language import say
from planner.model.vocabulary import ApproverRole

if TYPE_CHECKING:
    from planner.commands.look_order import LookOrder

OpenWindow = Callable[[Path | None], int]


def main(argv: Sequence[str] | None, open_window: OpenWindow) -> int:
    """Run the command line.

    Args:
        argv: the words after the program's name; those of the process where None.
        open_window: opens the window, with a plan or without, and returns the exit code.

    Returns:
        The exit code; see `Exit`.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    return tell_failure(lambda: _do(words, open_window))


def _do(words: Sequence[str], open_window: OpenWindow) -> int:
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        with argparse_speaks():
            options = parser().parse_args(words)
        return COMMANDS[options.command](options)
    return open_window(_plan_to_open(words))


def _plan_to_open(words: Sequence[str]) -> Path | None:
    from planner.files.endings import ENDINGS

    if not words:
        return None
    path, *more = map(Path, words)
    if path.suffix.lower() not in ENDINGS and not path.is_file():
        msg = say("“{word}” is neither a command nor a plan.", word=words[0])
        raise PlanError(
            msg, hint=say("“truecourse --help” lists the commands; a plan's name ends in .tcplan.")
        )
    if more:
        msg = say("The window opens with one plan.")
        raise PlanError(msg, hint=say("Put a name with blanks in quotation marks."))
    return path


def _today(options: argparse.Namespace) -> date:
    today: date = options.today or date.today()  # noqa: DTZ011 - the user's own day is meant
    return today


def _samples(_options: argparse.Namespace) -> Exit:
    from planner.commands import plans

    return plans.samples()


def _new(options: argparse.Namespace) -> Exit:
    from planner.commands import plans

    return plans.new(options.plan, options.sample)


def _check(options: argparse.Namespace) -> Exit:
    from planner.commands import check, mend

    if options.json and options.fix_safe:
        msg = say("--json prints the findings only.")
        raise PlanError(msg, hint=say("Fix first with --fix-safe, then check with --json."))
    if options.dry_run and not options.fix_safe:
        msg = say("--dry-run needs --fix-safe.")
        raise PlanError(msg, hint=say("Without it, check changes nothing."))
    if options.fix_safe:
        return mend.fix_safe(options.plan, _today(options), dry_run=options.dry_run, all_lines=options.all)
    return check.check(options.plan, _today(options), as_json=options.json, all_lines=options.all)


def _truths(options: argparse.Namespace) -> Exit:
    from planner.commands import house, truths
    from planner.store.workspace import load_plan

    if options.export or options.source:
        if options.plan is None or options.rule is not None:
            msg = say("House truths are exported and imported as a whole, and need a plan.")
            raise PlanError(msg, hint=say("“truecourse truths --plan PLAN --export OUT”, or “--import IN”."))
        if options.export:
            return house.export_house(options.plan, options.export)
        return house.import_house(options.plan, options.source, keep_both=options.keep_both)
    plan = load_plan(options.plan) if options.plan else None
    if options.coverage:
        return truths.coverage_table(plan, as_json=options.json)
    if options.manual:
        return truths.manual(options.rule, plan)
    return truths.truths(options.rule, plan, as_json=options.json)


def _export(options: argparse.Namespace) -> Exit:
    from planner.commands import export

    order = export.ExportOrder(
        out=options.out,
        today=_today(options),
        form=options.form,
        paper=options.paper,
        sections=_listed(options.sections),
        dpi=options.dpi,
        steps=_listed(options.steps),
        rows=options.rows,
        prefilled=options.prefilled,
        kind=options.kind,
        look=_look(options),
    )
    return export.export(options.plan, order)


def _look(options: argparse.Namespace) -> "LookOrder":
    from planner.commands.look_order import LookOrder

    return LookOrder(options.two_sided, options.large_print, options.grey, options.accent, options.logo)


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip().lower() for word in (words or "").split(","))))


def _import(options: argparse.Namespace) -> Exit:
    from planner.commands import plans, spreadsheet

    if spreadsheet.is_spreadsheet(options.source):
        today = date.today()  # noqa: DTZ011 - the user's own day is meant
        return spreadsheet.import_spreadsheet(options.source, options.plan, today)

    return plans.import_plan(options.source, options.plan)


def _answers(options: argparse.Namespace) -> Exit:
    from planner.commands import answers

    return answers.answers(options.plan, options.source, replace=options.replace, partly=options.partly)


def _workshop(options: argparse.Namespace) -> Exit:
    from planner.commands import workshop

    if options.out is None:
        return _show_agenda(options)
    if options.act == "agenda" and (options.json or options.template or _when_and_where(options)):
        msg = say("--json, --template, --on, --start, --until and --place go without OUT.")
        raise PlanError(msg, hint=say("Make or show the agenda first, then write it."))
    order = workshop.PaperOrder(
        out=options.out,
        today=_today(options),
        paper=options.paper,
        notes=getattr(options, "notes", False),
        zone=getattr(options, "zone", ""),
    )
    write = {"agenda": workshop.agenda, "minutes": workshop.minutes}[options.act]
    return write(options.plan, order)


def _show_agenda(options: argparse.Namespace) -> Exit:
    from planner.commands import workshop_agenda

    order = workshop_agenda.AgendaOrder(
        _today(options), options.template, options.json, _when_and_where(options)
    )
    return workshop_agenda.show_agenda(options.plan, order)


def _when_and_where(options: argparse.Namespace) -> dict[str, str]:
    given = {name: getattr(options, name) for name in ("on", "start", "until", "place")}
    return {name: text for name, text in given.items() if text is not None}


def _sign(options: argparse.Namespace) -> Exit:
    from planner.commands import sign

    given = sign.Signature(
        role=ApproverRole(options.role),
        name=options.name,
        verdict=VERDICTS[options.verdict],
        reason=options.reason,
        key=options.key,
        out=options.out,
    )
    return sign.sign(options.plan, given, _today(options))


def _identity(options: argparse.Namespace) -> Exit:
    from planner.commands import identity

    return identity.identity(options.name, options.out, options.organisation, options.email)


def _log(options: argparse.Namespace) -> Exit:
    from planner.commands import log

    return log.log(options.plan, as_json=options.json)


def _diff(options: argparse.Namespace) -> Exit:
    from planner.commands import diff

    return diff.diff(options.plan, options.before, options.after, _today(options), as_json=options.json)


def _verify(options: argparse.Namespace) -> Exit:
    from planner.commands import verify

    wishes = verify.Wishes(as_json=options.json, remember=options.remember)
    return verify.verify(options.file, options.plan, wishes)


def _schema(_options: argparse.Namespace) -> Exit:
    from planner.commands import plans

    return plans.schema()


COMMANDS: dict[str, Callable[[argparse.Namespace], Exit]] = {
    "samples": _samples,
    "new": _new,
    "check": _check,
    "truths": _truths,
    "export": _export,
    "import": _import,
    "answers": _answers,
    "workshop": _workshop,
    "sign": _sign,
    "verify": _verify,
    "identity": _identity,
    "diff": _diff,
    "log": _log,
    "schema": _schema,
}
