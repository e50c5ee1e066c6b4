"""The command line: the window's work without the window.

The window itself is handed in by the caller, so that this package never knows of it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.commands.output import Exit, say, tell_failure
from planner.errors import PlanError
from planner.model.vocabulary import ApproverRole, Verdict

if TYPE_CHECKING:
    from planner.commands.look_order import LookOrder

OpenWindow = Callable[[Path | None], int]
_VERDICTS = {"accept": Verdict.ACCEPT, "conditions": Verdict.CONDITIONS, "reject": Verdict.REJECT}


def main(argv: Sequence[str] | None, open_window: OpenWindow) -> int:
    """Run the command line.

    Args:
        argv: the words after the program's name; those of the process where None.
        open_window: opens the window, with a plan or without, and returns the exit code.

    Returns:
        The exit code; see `Exit`.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words and (words[0] in COMMANDS or words[0].startswith("-")):
        options = _parser().parse_args(words)
        return tell_failure(lambda: COMMANDS[options.command](options))
    return tell_failure(lambda: open_window(_plan_to_open(words)))


def _plan_to_open(words: Sequence[str]) -> Path | None:
    from planner.store.workspace import ENDINGS

    if not words:
        return None
    path, *more = map(Path, words)
    if path.suffix.lower() not in ENDINGS and not path.is_file():
        msg = f"“{words[0]}” is neither a command nor a plan."
        raise PlanError(msg, hint="“truecourse --help” lists the commands; a plan's name ends in .tcplan.")
    if more:
        msg = "The window opens with one plan."
        raise PlanError(msg, hint="Put a name with blanks in quotation marks.")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="truecourse",
        description="Plan social media and customer experience, check the plan and sign it off.",
        epilog="Without a command the window opens: truecourse [PLAN].",
    )
    parser.add_argument("--version", action=_Version, help="print the version and end")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("samples", help="list the sample plans")
    _add_new(commands)
    _add_check(commands)
    _add_truths(commands)
    _add_export(commands)
    _add_import(commands)
    _add_answers(commands)
    _add_sign(commands)
    _add_verify(commands)
    _add_identity(commands)
    _add_diff(commands)
    _add_log(commands)
    commands.add_parser("schema", help="print the JSON Schema of a plan")
    return parser


class _Version(argparse.Action):
    """Prints the version; looks it up only then, since that takes a while."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:  # noqa: ANN401
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from planner.version import program_version

        say(f"Truecourse {program_version()}")
        parser.exit()


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _add_new(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("new", help="make a plan")
    _add_new_plan(command)
    command.add_argument(
        "--sample", metavar="NAME", help="start from this sample; “truecourse samples” lists them"
    )


def _add_check(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "check",
        help="print the findings",
        description="Exit code 0: no stop stands; 1: a stop stands; 2: the plan can't be read.",
    )
    _add_plan(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.add_argument("--all", action="store_true", help="print each of many findings of a kind")
    command.add_argument(
        "--fix-safe", action="store_true", help="first fix what takes no judgement, as one undoable step"
    )
    command.add_argument(
        "--dry-run", action="store_true", help="with --fix-safe: only say what would be changed"
    )
    _add_today(command)


def _add_truths(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("truths", help="print the catalogue, or explain one rule")
    command.add_argument("rule", metavar="RULE", nargs="?", help="id of a rule, such as owner.intern-only")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--manual", action="store_true", help="print the reference of all rules in Markdown")
    command.add_argument(
        "--coverage", action="store_true", help="print what honours each point of the sources; also as JSON"
    )
    form.add_argument("--export", metavar="OUT", type=Path, help="write the plan's house truths to a file")
    form.add_argument(
        "--import", dest="source", metavar="IN", type=Path, help="take house truths from such a file"
    )
    command.add_argument("--plan", metavar="PLAN", type=Path, help="with the house truths of this plan")
    command.add_argument(
        "--keep-both",
        action="store_true",
        help="with --import: keep a house truth of the same id beside the new one",
    )


def _add_export(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("export", help="write the document, its charts or the plan's JSON")
    _add_plan(command)
    command.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        help="the new file, ending in .pdf, .docx or .json; for charts a folder",
    )
    command.add_argument(
        "--as",
        dest="form",
        choices=("pdf", "docx", "json", "svg", "png", "poster", "worksheets"),
        default="",
        help="the form, whatever OUT ends in; poster: the plan on one page; worksheets: blank forms for a "
        "workshop; svg and png: each chart as a file in the folder OUT",
    )
    command.add_argument("--dpi", type=int, default=150, help="pixels an inch of png, 36 to 600")
    command.add_argument(
        "--paper",
        choices=("A4", "Letter", "A3", "Tabloid"),
        default="",
        help="paper: A4 unless told otherwise, for a poster A3; only posters take A3 and Tabloid",
    )
    command.add_argument(
        "--sections", metavar="LIST", help="only these chapters of the document, such as tactics,people"
    )
    _add_look(command)
    command.add_argument("--steps", metavar="LIST", help="worksheets of these steps only, such as 2,tactics")
    command.add_argument("--rows", type=int, metavar="N", help="blank entries of each kind on worksheets")
    command.add_argument("--prefilled", action="store_true", help="worksheets hold the plan's entries too")
    _add_today(command)


def _add_look(command: argparse.ArgumentParser) -> None:
    """Add what makes a document look otherwise than the plan says."""
    for name, text in (
        ("two-sided", "the wide margin changes sides from page to page"),
        ("large-print", "everything a fifth larger"),
        ("grey", "no colours"),
    ):
        usual = "; the document is printed as the plan says unless told otherwise"
        command.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=text + usual)
    command.add_argument("--accent", default="", metavar="COLOUR", help="colour of headings, such as #0B4F7D")
    command.add_argument("--logo", type=Path, metavar="FILE", help="a PNG or SVG file, above the title")


def _add_import(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("import", help="make a plan file from a plan's JSON or its PDF")
    command.add_argument("source", type=Path, metavar="IN", help="the file to read, ending in .json or .pdf")
    _add_new_plan(command)


def _add_answers(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "answers",
        help="take answers from worksheets into a plan",
        description="Each line begins with the number on the worksheet, such as “4.3b: Anna”.",
    )
    _add_plan(command)
    command.add_argument("source", metavar="FILE", type=Path, help="a text file with the typed answers")
    command.add_argument("--replace", action="store_true", help="put answers in place of what is there")
    command.add_argument("--partly", action="store_true", help="take what fits, though other answers do not")


def _add_sign(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("sign", help="record an approver's decision")
    _add_plan(command)
    roles = [role.value for role in ApproverRole]
    command.add_argument("--role", required=True, choices=roles, help="in which role")
    command.add_argument("--name", required=True, help="the approver's name, as it stands in the plan")
    command.add_argument("--verdict", choices=tuple(_VERDICTS), default="accept", help="the decision")
    command.add_argument("--reason", default="", help="needed for conditions and for a rejection")
    command.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help="sign digitally with this identity; asks for its passphrase",
    )
    command.add_argument("--out", metavar="PDF", type=Path, help="write the signed document here as well")
    _add_today(command)


def _add_identity(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("identity", help="make a key to sign with; its passphrase is asked for")
    command.add_argument("name", metavar="NAME", help="the signer's name, as it stands in the plan")
    command.add_argument("out", metavar="OUT", type=Path, help="the new file, ending in .p12")
    command.add_argument("--organisation", default="", help="where the signer works")
    command.add_argument("--email", default="", help="the signer's address")


def _add_log(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("log", help="print who did what with a plan")
    _add_plan(command)
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_diff(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("diff", help="print what changed between two revisions")
    _add_plan(command)
    names = "its number, the beginning of its fingerprint, or “now”"
    command.add_argument(
        "before", metavar="REV", nargs="?", help=f"the earlier revision: {names}; by default the last signed"
    )
    command.add_argument("after", metavar="REV", nargs="?", help="the later revision; by default “now”")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    _add_today(command)


def _add_verify(commands: "_Commands[argparse.ArgumentParser]") -> None:
    command = commands.add_parser(
        "verify",
        help="say whether a document or a plan is signed and unchanged",
        description="Exit code 0: signed by all and unchanged; 1: not so; 2: a file can't be read.",
    )
    command.add_argument("file", metavar="FILE", type=Path, help="a document (.pdf), or a plan")
    command.add_argument(
        "--plan", metavar="PLAN", type=Path, help="hold the document against this plan's own record"
    )
    command.add_argument(
        "--remember", action="store_true", help="take up the keys that are met for the first time"
    )
    command.add_argument("--json", action="store_true", help="print one JSON object")


def _add_plan(command: argparse.ArgumentParser) -> None:
    command.add_argument("plan", metavar="PLAN", type=Path, help="a plan, .tcplan or .json")


def _add_new_plan(command: argparse.ArgumentParser) -> None:
    command.add_argument("plan", metavar="PLAN", type=Path, help="the new file, ending in .tcplan or .json")


def _add_today(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--today", type=_day, default=None, metavar="DATE", help="judge dates as of this day (YYYY-MM-DD)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = f"{text!r} is no date; write it as 2027-05-03"
        raise argparse.ArgumentTypeError(msg) from error


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
        msg = "--json prints the findings only."
        raise PlanError(msg, hint="Fix first with --fix-safe, then check with --json.")
    if options.dry_run and not options.fix_safe:
        msg = "--dry-run needs --fix-safe."
        raise PlanError(msg, hint="Without it, check changes nothing.")
    if options.fix_safe:
        return mend.fix_safe(options.plan, _today(options), dry_run=options.dry_run, all_lines=options.all)
    return check.check(options.plan, _today(options), as_json=options.json, all_lines=options.all)


def _truths(options: argparse.Namespace) -> Exit:
    from planner.commands import house, truths
    from planner.store.workspace import load_plan

    if options.export or options.source:
        if options.plan is None or options.rule is not None:
            msg = "House truths are exported and imported as a whole, and need a plan."
            raise PlanError(msg, hint="“truecourse truths --plan PLAN --export OUT”, or “--import IN”.")
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
        look=_look(options),
    )
    return export.export(options.plan, order)


def _look(options: argparse.Namespace) -> "LookOrder":
    from planner.commands.look_order import LookOrder

    return LookOrder(options.two_sided, options.large_print, options.grey, options.accent, options.logo)


def _listed(words: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip().lower() for word in (words or "").split(","))))


def _import(options: argparse.Namespace) -> Exit:
    from planner.commands import plans

    return plans.import_plan(options.source, options.plan)


def _answers(options: argparse.Namespace) -> Exit:
    from planner.commands import answers

    return answers.answers(options.plan, options.source, replace=options.replace, partly=options.partly)


def _sign(options: argparse.Namespace) -> Exit:
    from planner.commands import sign

    given = sign.Signature(
        role=ApproverRole(options.role),
        name=options.name,
        verdict=_VERDICTS[options.verdict],
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
    "sign": _sign,
    "verify": _verify,
    "identity": _identity,
    "diff": _diff,
    "log": _log,
    "schema": _schema,
}
