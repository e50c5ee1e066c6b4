"""The revisions of a plan file: finding one by number or fingerprint, and its content as a plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from planner.errors import PlanError
from planner.exchange.plan_json import read_json
from planner.language import say
from planner.model.fingerprint import canonical_json, fingerprint, short_fingerprint
from planner.model.plan import Plan, new_plan_id

if TYPE_CHECKING:  # SQLAlchemy is slow to import
    from planner.store.plan_file import PlanFile

NOW = "now"
"""Names the plan as it is, signed or not."""

_FEWEST_DIGITS = 4
"""So many digits of a fingerprint at least: one group as printed."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a plan.

    Attributes:
        plan: its content.
        fingerprint: SHA-256 of the content, in hexadecimal.
        signed_at: when it was signed, by the clock of the computer that was used; None for the plan as it is.
    """

    plan: Plan
    fingerprint: str
    signed_at: datetime | None = None

    @property
    def title(self) -> str:
        """What it is called: "Revision 2", or "Revision 3, as it is now"."""
        number = str(self.plan.revision)
        if self.signed_at:
            return say("Revision {number}", number=number)
        return say("Revision {number}, as it is now", number=number)


def revisions_in(path: Path) -> tuple[Revision, ...]:
    """Return the signed revisions of a plan file, oldest first, and the plan as it is at the end.

    Args:
        path: a `.tcplan`, or a `.json`, which holds no earlier revision.

    Raises:
        PlanError: it can't be read.
    """
    from planner.store.workspace import load_signed  # noqa: PLC0415 - SQLAlchemy is slow to import

    plan, signed = load_signed(path)
    earlier = (Revision(read_json(content), digest, at) for digest, content, at in signed)
    return (*earlier, Revision(plan, fingerprint(plan)))


def revisions_of(file: "PlanFile") -> tuple[Revision, ...]:
    """Return the same of a plan file that is open here."""
    kept = file.revisions()
    earlier = (Revision(read_json(one.canonical_json), one.fingerprint, one.at) for one in kept)
    return (*earlier, Revision(file.plan, fingerprint(file.plan)))


def as_copy(revision: Revision) -> Plan:
    """Return a revision's content as a plan of its own: the draft of a first revision, approved by nobody.

    It has an id of its own, so that nobody takes a document of the one for a document of the other.
    """
    content = read_json(canonical_json(revision.plan))  # without approvals and the like
    return msgspec.structs.replace(content, plan_id=new_plan_id(), revision=1)


def signed_before(revisions: Iterable[Revision]) -> Plan | None:
    """Return the plan as it was signed last before it became what it is, or None.

    Args:
        revisions: those of a file, oldest first, the plan as it is at the end.
    """
    *signed, now = revisions
    others = [revision.plan for revision in signed if revision.fingerprint != now.fingerprint]
    return others[-1] if others else None


def named_revision(revisions: Iterable[Revision], name: str) -> Revision:
    """Return the revision that somebody means.

    Args:
        revisions: those of a file, oldest first.
        name: its number, "now", or the beginning of its fingerprint, in groups or not.

    Raises:
        PlanError: there is none, or the beginning fits several.
    """
    known = list(revisions)
    wanted = name.strip().lower()
    if wanted == NOW:
        return known[-1]
    found = [r for r in known if r.signed_at and str(r.plan.revision) == wanted] or _by_digits(known, wanted)
    if not found:
        msg = say("This plan has no revision “{name}”.", name=name.strip())
        raise PlanError(msg, hint=say("It has: {revisions}.", revisions=_listed(known)))
    if len({r.fingerprint for r in found}) > 1:
        msg = say("“{name}” fits several revisions.", name=name.strip())
        raise PlanError(msg, hint=say("Give more digits of the fingerprint."))
    return found[0]


def _by_digits(revisions: Iterable[Revision], typed: str) -> list[Revision]:
    digits = "".join(char for char in typed if char not in "- –.:\t")
    if len(digits) < _FEWEST_DIGITS:
        return []
    return [r for r in revisions if r.fingerprint.startswith(digits)]


def _listed(revisions: Iterable[Revision]) -> str:
    signed = (f"{r.plan.revision} ({short_fingerprint(r.fingerprint)})" for r in revisions if r.signed_at)
    return ", ".join([*signed, NOW])
