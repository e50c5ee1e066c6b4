"""`truecourse identity`: makes a key to sign with."""

from pathlib import Path

from planner.commands.output import Exit, tell
from planner.commands.passphrases import ask_new
from planner.language import say
from planner.model.format import plural
from planner.signing.identity import YEARS
from planner.signing.making import write_identity


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
    digest = write_identity(out, name, ask_new(), organisation=organisation, email=email)
    tell(say("Made {path}, to sign with for {years}.", path=str(out), years=plural(YEARS, "year")))
    tell(say("Its fingerprint, to tell the others:"), digest)
    return Exit.OK
