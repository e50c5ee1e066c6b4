"""The rule for a new passphrase, and the form in which one is used.

Passphrases are asked each time. They go through this package as arguments only: nothing here keeps
one in an object, writes one to a file or a log, or quotes one in an error.
"""

import unicodedata

from planner.errors import PlanError
from planner.language import phrase, say

SHORTEST = 12
"""Characters; after NIST SP 800-63B: length counts, demands for signs and digits do not help."""
LONGEST = 200
_FEWEST_DIFFERENT = 6

RULE = phrase(
    "At least 12 characters, not the same few over and over, and not your name. Several words that only you "
    "would put together are easy to keep in mind."
)
"""The rule in words, as a message."""


def refuse_weak(passphrase: str, *known_words: str) -> None:
    """Refuse a passphrase that is too easy to guess for a new identity.

    Args:
        passphrase: as typed.
        known_words: what anybody knows of the signer: name, organisation, e-mail address.

    Raises:
        PlanError: it is too short, too long, too even, or hardly more than a known word.
    """
    told = _what_is_wrong(passphrase, known_words)
    if told:
        raise PlanError(told, hint=say(RULE))


def used_form(passphrase: str) -> bytes:
    """Return a passphrase as the bytes that open a file, alike on every keyboard and system."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _what_is_wrong(passphrase: str, known_words: tuple[str, ...]) -> str:
    if len(passphrase) < SHORTEST:
        return say(
            "The passphrase is too short: it has {count} of at least {fewest} characters.",
            count=len(passphrase),
            fewest=SHORTEST,
        )
    if len(passphrase) > LONGEST:
        return say("The passphrase is too long: at most {most} characters.", most=LONGEST)
    if len(set(passphrase.casefold())) < _FEWEST_DIFFERENT:
        return say("The passphrase uses the same few characters over and over.")
    rest = passphrase.casefold()
    for word in sorted({part for known in known_words for part in known.casefold().split()}, key=len):
        rest = rest.replace(word, "") if len(word) > 2 else rest
    if len(rest.strip(" .-_0123456789")) < SHORTEST // 3:
        return say("The passphrase is hardly more than your name.")
    return ""
