"""Words that argparse itself says, such as "usage:", in the language in use.

It looks them up by gettext, in the domain and the language that the process has for that: while a command
line is read, both are ours. Newer and older versions of Python have further words; they stay English.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from planner.language import language, phrase
from planner.language.speaking import DOMAIN, folder_names

ARGPARSE_WORDS = (
    phrase("usage: "),
    phrase("positional arguments"),
    phrase("options"),
    phrase("show this help message and exit"),
    phrase("%(prog)s: error: %(message)s\n"),
    phrase("argument %(argument_name)s: %(message)s"),
    phrase("the following arguments are required: %s"),
    phrase("one of the arguments %s is required"),
    phrase("unrecognized arguments: %s"),
    phrase("ambiguous option: %(option)s could match %(matches)s"),
    phrase("invalid choice: %(value)r (choose from %(choices)s)"),
    phrase("invalid %(type)s value: %(value)r"),
    phrase("expected one argument"),
    phrase("expected at most one argument"),
    phrase("expected at least one argument"),
    phrase("not allowed with argument %s"),
    phrase("ignored explicit argument %r"),
)
"""What a user may read of it; places for values are written as argparse fills them in."""

_LANGUAGE = "LANGUAGE"
"""The variable of the environment in which gettext looks first."""


@contextmanager
def argparse_speaks() -> Iterator[None]:
    """Let argparse speak the language in use, for the time of a `with` block."""
    folder = language().folder
    if folder is None:
        yield
        return
    before, domain = os.environ.get(_LANGUAGE), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(folder))
    gettext.textdomain(DOMAIN)
    os.environ[_LANGUAGE] = ":".join(folder_names(language().tag))
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[_LANGUAGE]
        else:
            os.environ[_LANGUAGE] = before
