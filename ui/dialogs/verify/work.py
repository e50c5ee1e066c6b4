"""Verifying beside the window: what is examined, and what came of it."""

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.endings import ENDINGS
from planner.language import say
from planner.signing.known import KnownSigners
from planner.signing.verify.evidence import Evidence
from planner.signing.verify.judging import judge
from planner.signing.verify.plan_judging import judge_plan
from planner.signing.verify.record import PlanRecord, load_record, record_of
from planner.signing.verify.verdict import Verdict
from planner.signing.verify.verifying import examine
from ui.tasks import Ticket

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be verified.

    Attributes:
        path: the file: a PDF, or a plan.
        open_path: the file of the plan that is open; None where there is none.
        open_record: what that file records.
    """

    path: Path
    open_path: Path | None = None
    open_record: "Future[PlanRecord] | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One verdict.

    Attributes:
        title: what it is about.
        verdict: what is to be said.
        evidence: what it was made from; None for a plan's own record.
    """

    title: str
    verdict: Verdict
    evidence: Evidence | None = None

    def judged_again(self) -> "Part":
        """Return the same with what is known of keys by now."""
        return self if self.evidence is None else replace(self, verdict=judge(self.evidence))


def verify_in_worker(order: Order, ticket: Ticket) -> tuple[Part, ...]:
    """Examine a file and judge it.

    Args:
        order: which file.
        ticket: hears how far it is, and tells when the verdict is no longer wanted.

    Returns:
        One verdict for a document; for a plan, one on its record and one on the document that it keeps.

    Raises:
        PlanError: a file can't be read, or takes too much to be read.
    """
    if order.path.suffix.lower() in ENDINGS:
        return _plan_parts(order, ticket)
    evidence = examine(order.path, KnownSigners(), progress=ticket.report, cancelled=ticket.is_cancelled)
    evidence = replace(evidence, record=_fitting_record(order, evidence))
    return (Part(order.path.name, judge(evidence), evidence),)


def recorded(file: "PlanFile") -> PlanRecord:
    """Return what an open plan file records; called on the file's own thread."""
    return record_of(file)


def _plan_parts(order: Order, ticket: Ticket) -> tuple[Part, ...]:
    record = _open_record(order) if _is_open(order) else None
    record = record or load_record(order.path)
    own = Part(order.path.name, judge_plan(record))
    if not record.signed_copy:
        return (own,)
    evidence = examine(
        record.signed_copy,
        KnownSigners(),
        record=record,
        progress=ticket.report,
        cancelled=ticket.is_cancelled,
    )
    return own, Part(say("The signed document that this plan keeps"), judge(evidence), evidence)


def _fitting_record(order: Order, evidence: Evidence) -> PlanRecord | None:
    """Return the record of the open plan where the document is one of that plan."""
    record, inside = _open_record(order), evidence.facts.plan
    fits = record is not None and inside is not None and record.plan.plan_id == inside.plan_id
    return record if fits else None


def _open_record(order: Order) -> PlanRecord | None:
    return order.open_record.result() if order.open_record is not None else None


def _is_open(order: Order) -> bool:
    return order.open_path is not None and order.open_path == order.path.absolute()
