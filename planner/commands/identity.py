"""`truecourse identity`: makes a key to sign with."""

from pathlib import Path

from planner.commands.output import Exit, say
from planner.commands.passphrases import ask_new
from planner.errors import PlanError
from planner.signing.fingerprints import grouped
from planner.signing.identity import ENDINGS, YEARS, load_identity, make_identity
from planner.store.atomic import replacement


def identity(name: str, out: Path, organisation: str, email: str) -> Exit:
    """Make an identity; its passphrase is asked for, and kept nowhere.

    Args:
        name: of the signer, as it stands in the plan.
        out: the new file, ending in .p12 or .pfx.
        organisation: where the signer works; may be empty.
        email: the signer's address; may be empty.

    Raises:
        PlanError: the name or passphrase does not do, or the file exists or can't be written.
    """
    if out.suffix.lower() not in ENDINGS:
        msg = f"“{out.name}” is not the name of an identity."
        raise PlanError(msg, hint="An identity's name ends in .p12.")
    passphrase = ask_new()
    made = make_identity(name, passphrase, organisation=organisation, email=email)
    with replacement(out, overwrite=False) as aside:
        aside.write_bytes(made)
    digest = load_identity(made, passphrase).fingerprint
    say(
        f"Made {out}, to sign with for {YEARS} years.",
        "Its fingerprint, to tell the others:",
        grouped(digest),
    )
    return Exit.OK
