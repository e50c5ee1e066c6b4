"""Asking for a passphrase: on the terminal without showing it, or as a line on standard input.

Never as a word of the command line or in the environment, where others on the computer can read it.
"""

import getpass
import sys

from planner.errors import PlanError
from planner.language import say


def ask(question: str = "") -> str:
    """Return the passphrase that the user types, or the next line of input where there is no terminal.

    Args:
        question: what is asked on the terminal; for the passphrase where it is empty.

    Raises:
        PlanError: there is none.
    """
    typed = (
        getpass.getpass(question or say("Passphrase: "))
        if sys.stdin.isatty()
        else sys.stdin.readline().rstrip("\r\n")
    )
    if not typed:
        msg = say("No passphrase was given.")
        raise PlanError(msg, hint=say("Type it when asked, or give it as a line on standard input."))
    return typed


def ask_new() -> str:
    """Return a new passphrase; on a terminal it is asked for twice.

    Raises:
        PlanError: there is none, or the second one is another.
    """
    typed = ask(say("New passphrase: "))
    if sys.stdin.isatty() and ask(say("The same again: ")) != typed:
        msg = say("The two passphrases differ; nothing was made.")
        raise PlanError(msg)
    return typed
