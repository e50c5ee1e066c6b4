"""Arguments that several subcommands take."""

import argparse
from datetime import date
from pathlib import Path

from planner.language import say

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def add_command(
    commands: "Commands[argparse.ArgumentParser]", name: str, words: str, more: str = ""
) -> argparse.ArgumentParser:
    """Add a subcommand and return its parser.

    Args:
        commands: that it is added to.
        name: of the subcommand.
        words: what it does, in the list of all and above its own help.
        more: what stands below its own help.
    """
    return commands.add_parser(name, help=words, description=words, epilog=more or None)


def add_plan(command: argparse.ArgumentParser) -> None:
    """Let a subcommand take a plan."""
    command.add_argument("plan", metavar="PLAN", type=Path, help=say("a plan, .tcplan or .json"))


def add_today(command: argparse.ArgumentParser) -> None:
    """Let a subcommand take the day as of which it judges."""
    words = say("judge dates as of this day (YYYY-MM-DD)")
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help=words)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        msg = say("{text} is no date; write it as 2027-05-03", text=repr(text))
        raise argparse.ArgumentTypeError(msg) from error
