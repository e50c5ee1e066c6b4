"""Asking for a passphrase: on the terminal without showing it, or as a line on standard input.

Never as a word of the command line or in the environment, where others on the computer can read it.
"""

import getpass
import sys

from planner.errors import PlanError


def ask(question: str = "Passphrase: ") -> str:
    """Return the passphrase that the user types, or the next line of input where there is no terminal.

    Raises:
        PlanError: there is none.
    """
    typed = getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not typed:
        msg = "No passphrase was given."
        raise PlanError(msg, hint="Type it when asked, or give it as a line on standard input.")
    return typed


def ask_new() -> str:
    """Return a new passphrase; on a terminal it is asked for twice.

    Raises:
        PlanError: there is none, or the second one is another.
    """
    typed = ask("New passphrase: ")
    if sys.stdin.isatty() and ask("The same again: ") != typed:
        msg = "The two passphrases differ; nothing was made."
        raise PlanError(msg)
    return typed
