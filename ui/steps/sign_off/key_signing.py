"""Signing with a key beside the window: on frozen values, and a passphrase that goes with the order."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.editing.verbs import Edit
from planner.model.plan import Plan
from planner.signoff.approvals import Decision
from planner.truths.findings import Report
from ui.tasks import Ticket

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile


@dataclass(frozen=True, slots=True)
class KeyOrder:
    """What is signed, and with which key; let go of it once it is done.

    Attributes:
        plan: the plan.
        report: what the truths find in exactly this plan.
        decision: who decides what.
        key: the file of the key.
        passphrase: opens it.
        today: the day as of which the document speaks.
    """

    plan: Plan
    report: Report
    decision: Decision
    key: Path
    passphrase: str = field(repr=False)
    today: date


def signed_copy_of(file: "PlanFile") -> bytes:
    """Return the document that keys have signed so far; called on the file's own thread."""
    return file.signed_copy()


def sign_in_worker(order: KeyOrder, signed_copy: "Future[bytes] | None", _ticket: Ticket) -> Edit:
    """Open the key and sign.

    Args:
        order: what is signed.
        signed_copy: the document that keys have signed so far; None for a plan in memory only.

    Raises:
        PlanError: the key can't be used, or the plan can't be signed.
    """
    from planner.signing.ceremony import sign_with_key  # noqa: PLC0415 - heavy; only where needed
    from planner.signing.identity import load_identity  # noqa: PLC0415 - heavy; only where needed

    identity = load_identity(order.key, order.passphrase)
    copy = signed_copy.result() if signed_copy is not None else b""
    return sign_with_key(order.plan, order.report, order.decision, identity, copy, today=order.today)
