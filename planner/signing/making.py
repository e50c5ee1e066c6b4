"""Making a key's file, for the command line and the window."""

from pathlib import Path

from planner.errors import PlanError
from planner.files.atomic import replacement
from planner.language import say
from planner.signing.fingerprints import grouped
from planner.signing.identity import ENDINGS, load_identity, make_identity


def write_identity(out: Path, name: str, passphrase: str, *, organisation: str = "", email: str = "") -> str:
    """Make an identity and write it to a new file.

    Args:
        out: the file, ending in .p12 or .pfx.
        name: of the signer, as it stands in the plan.
        passphrase: a new one; kept nowhere.
        organisation: where the signer works; may be empty.
        email: the signer's address; may be empty.

    Returns:
        The fingerprint of its certificate, in groups.

    Raises:
        PlanError: name, address or passphrase do not do, or the file exists or can't be written.
    """
    if out.suffix.lower() not in ENDINGS:
        msg = say("“{name}” is not the name of an identity.", name=out.name)
        raise PlanError(msg, hint=say("An identity's name ends in .p12."))
    made = make_identity(name, passphrase, organisation=organisation, email=email)
    with replacement(out, overwrite=False) as aside:
        aside.write_bytes(made)
    return grouped(load_identity(made, passphrase).fingerprint)
