"""The words of the command line: every subcommand with its arguments and help."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.commands.arguments import Commands, add_command, add_plan, add_today
from planner.commands.output import tell
from planner.commands.workshop_words import add_workshop
from planner.language import say
from planner.model.vocabulary import ApproverRole, Verdict

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

VERDICTS = {"accept": Verdict.ACCEPT, "conditions": Verdict.CONDITIONS, "reject": Verdict.REJECT}
"""Decisions as they are written on the command line."""


def parser() -> argparse.ArgumentParser:
    """Return what reads the words of the command line."""
    reader: argparse.ArgumentParser = _Reader(
        prog="truecourse",
        description=say("Plan social media and customer experience, check the plan and sign it off."),
        epilog=say("Without a command the window opens: truecourse [PLAN]."),
    )
    reader.add_argument("--version", action=_Version, help=say("print the version and end"))
    commands = reader.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_command(commands, "samples", say("list the sample plans"))
    _add_new(commands)
    _add_check(commands)
    _add_truths(commands)
    _add_export(commands)
    _add_import(commands)
    _add_answers(commands)
    add_workshop(commands)
    _add_sign(commands)
    _add_verify(commands)
    _add_identity(commands)
    _add_diff(commands)
    _add_log(commands)
    add_command(commands, "schema", say("print the JSON Schema of a plan"))
    return reader


class _Reader(argparse.ArgumentParser):
    """Tells when its help could not be written, where argparse says nothing and ends as if it had been."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help.

        Raises:
            PlanError: there is no room for it.
        """
        if file is None:
            tell(self.format_help().rstrip("\n"))
        else:
            super().print_help(file)


class _Version(argparse.Action):
    """Prints the version; looks it up only then, since that takes a while."""

    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from planner.version import program_version  # noqa: PLC0415 - looked up only then

        tell(f"Truecourse {program_version()}")
        parser.exit()


def _add_new(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "new", say("make a plan"))
    _add_new_plan(command)
    command.add_argument(
        "--sample", metavar="NAME", help=say("start from this sample; “truecourse samples” lists them")
    )


def _add_check(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(
        commands,
        "check",
        say("print the findings"),
        say("Exit code 0: no stop stands; 1: a stop stands; 2: the plan can't be read."),
    )
    add_plan(command)
    command.add_argument("--json", action="store_true", help=say("print one JSON object"))
    command.add_argument("--all", action="store_true", help=say("print each of many findings of a kind"))
    command.add_argument(
        "--fix-safe", action="store_true", help=say("first fix what takes no judgement, as one undoable step")
    )
    command.add_argument(
        "--dry-run", action="store_true", help=say("with --fix-safe: only say what would be changed")
    )
    add_today(command)


def _add_truths(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "truths", say("print the catalogue, or explain one rule"))
    command.add_argument(
        "rule", metavar="RULE", nargs="?", help=say("id of a rule, such as owner.intern-only")
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=say("print JSON"))
    form.add_argument(
        "--manual", action="store_true", help=say("print the reference of all rules in Markdown")
    )
    command.add_argument(
        "--coverage",
        action="store_true",
        help=say("print what honours each point of the sources; also as JSON"),
    )
    form.add_argument(
        "--export", metavar="OUT", type=Path, help=say("write the plan's house truths to a file")
    )
    form.add_argument(
        "--import", dest="source", metavar="IN", type=Path, help=say("take house truths from such a file")
    )
    command.add_argument("--plan", metavar="PLAN", type=Path, help=say("with the house truths of this plan"))
    command.add_argument(
        "--keep-both",
        action="store_true",
        help=say("with --import: keep a house truth of the same id beside the new one"),
    )


def _add_export(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(
        commands, "export", say("write the document, Word, tables, dates, charts, a poster or worksheets")
    )
    add_plan(command)
    command.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        help=say("the new file, ending in .pdf, .docx, .xlsx, .csv, .ics or .json; for charts a folder"),
    )
    _add_form(command)
    command.add_argument("--kind", metavar="KIND", default="tactics", help=say("the entries of a .csv"))
    command.add_argument("--dpi", type=int, default=150, help=say("pixels an inch of png, 36 to 600"))
    command.add_argument(
        "--paper",
        choices=("A4", "Letter", "A3", "Tabloid"),
        default="",
        help=say("paper: A4 unless told otherwise, for a poster A3; only posters take A3 and Tabloid"),
    )
    command.add_argument(
        "--sections", metavar="LIST", help=say("only these chapters of the document, such as tactics,people")
    )
    _add_look(command)
    _add_worksheets(command)
    add_today(command)


def _add_form(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as",
        dest="form",
        choices=("pdf", "docx", "xlsx", "csv", "ics", "json", "svg", "png", "poster", "worksheets"),
        default="",
        help=say(
            "the form, whatever OUT ends in; poster: the plan on one page; worksheets: blank forms for a "
            "workshop; svg and png: each chart as a file in the folder OUT"
        ),
    )
    for form in ("poster", "worksheets"):
        words = say("the same as --as {form}", form=form)
        command.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=words)


def _add_worksheets(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--steps", metavar="LIST", help=say("worksheets of these steps only, such as 2,tactics")
    )
    command.add_argument(
        "--rows", type=int, metavar="N", help=say("blank entries of each kind on worksheets")
    )
    command.add_argument(
        "--prefilled", action="store_true", help=say("worksheets hold the plan's entries too")
    )


def _add_look(command: argparse.ArgumentParser) -> None:
    """Add what makes a document look otherwise than the plan says."""
    for name, text in (
        ("two-sided", say("the wide margin changes sides from page to page")),
        ("large-print", say("everything a fifth larger")),
        ("grey", say("no colours")),
    ):
        words = say("{look}; the document is printed as the plan says unless told otherwise", look=text)
        command.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=words)
    command.add_argument(
        "--accent", default="", metavar="COLOUR", help=say("colour of headings, such as #0B4F7D")
    )
    command.add_argument("--logo", type=Path, metavar="FILE", help=say("a PNG or SVG file, above the title"))


def _add_import(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "import", say("make a plan from its JSON, its PDF or a spreadsheet"))
    command.add_argument(
        "source", type=Path, metavar="IN", help=say("the file to read: .json, .pdf, .xlsx, .csv or .tsv")
    )
    _add_new_plan(command)


def _add_answers(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(
        commands,
        "answers",
        say("take answers from worksheets into a plan"),
        say("Each line begins with the number on the worksheet, such as “4.3b: Anna”."),
    )
    add_plan(command)
    command.add_argument("source", metavar="FILE", type=Path, help=say("a text file with the typed answers"))
    command.add_argument("--replace", action="store_true", help=say("put answers in place of what is there"))
    command.add_argument(
        "--partly", action="store_true", help=say("take what fits, though other answers do not")
    )


def _add_sign(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "sign", say("record an approver's decision"))
    add_plan(command)
    roles = [role.value for role in ApproverRole]
    command.add_argument("--role", required=True, choices=roles, help=say("in which role"))
    command.add_argument("--name", required=True, help=say("the approver's name, as it stands in the plan"))
    command.add_argument("--verdict", choices=tuple(VERDICTS), default="accept", help=say("the decision"))
    command.add_argument("--reason", default="", help=say("needed for conditions and for a rejection"))
    command.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help=say("sign digitally with this identity; asks for its passphrase"),
    )
    command.add_argument(
        "--out", metavar="PDF", type=Path, help=say("write the signed document here as well")
    )
    add_today(command)


def _add_identity(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "identity", say("make a key to sign with; its passphrase is asked for"))
    command.add_argument("name", metavar="NAME", help=say("the signer's name, as it stands in the plan"))
    command.add_argument("out", metavar="OUT", type=Path, help=say("the new file, ending in .p12"))
    command.add_argument("--organisation", default="", help=say("where the signer works"))
    command.add_argument("--email", default="", help=say("the signer's address"))


def _add_log(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "log", say("print who did what with a plan"))
    add_plan(command)
    command.add_argument("--json", action="store_true", help=say("print one JSON object"))


def _add_diff(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(commands, "diff", say("print what changed between two revisions"))
    add_plan(command)
    words = say(
        "the earlier revision: its number, the beginning of its fingerprint, or “now”; by default the last "
        "signed"
    )
    command.add_argument("before", metavar="REV", nargs="?", help=words)
    command.add_argument("after", metavar="REV", nargs="?", help=say("the later revision; by default “now”"))
    command.add_argument("--json", action="store_true", help=say("print one JSON object"))
    add_today(command)


def _add_verify(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = add_command(
        commands,
        "verify",
        say("say whether a document or a plan is signed and unchanged"),
        say("Exit code 0: signed by all and unchanged; 1: not so; 2: a file can't be read."),
    )
    command.add_argument("file", metavar="FILE", type=Path, help=say("a document (.pdf), or a plan"))
    command.add_argument(
        "--plan", metavar="PLAN", type=Path, help=say("hold the document against this plan's own record")
    )
    command.add_argument(
        "--remember", action="store_true", help=say("take up the keys that are met for the first time")
    )
    command.add_argument("--json", action="store_true", help=say("print one JSON object"))


def _add_new_plan(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "plan", metavar="PLAN", type=Path, help=say("the new file, ending in .tcplan or .json")
    )
