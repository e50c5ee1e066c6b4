"""The words of `truecourse workshop`: what the command line does for a workshop."""

import argparse
from pathlib import Path

from planner.commands.arguments import Commands, add_command, add_plan, add_today
from planner.language import say


def add_workshop(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Add the subcommand with its own subcommands."""
    command = add_command(commands, "workshop", say("write a workshop's agenda and minutes"))
    acts = command.add_subparsers(dest="act", required=True, metavar="ACT")
    _add_agenda(acts)
    _add_minutes(acts)


def _add_agenda(acts: "Commands[argparse.ArgumentParser]") -> None:
    act = add_command(acts, "agenda", say("show, make or write the agenda, for paper or for the calendar"))
    add_plan(act)
    act.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        nargs="?",
        help=say("the new file, ending in .pdf or .ics; without it the agenda is printed here"),
    )
    act.add_argument(
        "--template",
        default="",
        metavar="NAME",
        help=say("first replace the agenda: half-day, day, ogsm, remote, or walk for what the plan needs"),
    )
    _add_when_and_where(act)
    act.add_argument("--json", action="store_true", help=say("print one JSON object"))
    act.add_argument("--notes", action="store_true", help=say("with the facilitator's private notes (.pdf)"))
    act.add_argument(
        "--zone",
        default="",
        metavar="ZONE",
        help=say(
            "time zone of the times in the calendar, such as Europe/Lisbon; without it they are those of the "
            "clock on the wall, wherever the file is read"
        ),
    )
    _add_paper(act)
    add_today(act)


def _add_when_and_where(act: argparse.ArgumentParser) -> None:
    act.add_argument("--on", metavar="DATE", help=say("set the day of the workshop (YYYY-MM-DD)"))
    act.add_argument("--start", metavar="TIME", help=say("set when it starts, such as 9:00"))
    act.add_argument("--until", metavar="TIME", help=say("set by when people must leave, such as 5pm"))
    act.add_argument("--place", metavar="TEXT", help=say("set where you meet"))


def _add_minutes(acts: "Commands[argparse.ArgumentParser]") -> None:
    act = add_command(acts, "minutes", say("write the minutes as PDF, Word and calendar in one step"))
    add_plan(act)
    act.add_argument(
        "out",
        metavar="OUT",
        type=Path,
        help=say("name of the files without an ending; one ending in .pdf, .docx or .ics writes only that"),
    )
    _add_paper(act)
    add_today(act)


def _add_paper(act: argparse.ArgumentParser) -> None:
    act.add_argument(
        "--paper",
        choices=("A4", "Letter"),
        default=None,
        help=say("paper; that of the plan's document unless told otherwise"),
    )
