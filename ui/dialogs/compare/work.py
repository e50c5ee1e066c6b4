"""Comparing beside the window: which two states, and what came of it."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from planner.language import phrase, say
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.signoff.compare import Comparison, compare
from planner.signoff.compare_text import comparison_lines
from planner.store.revisions import NOW, Revision, named_revision, revisions_in
from planner.truths.engine import check_plan
from ui.tasks import Ticket

_OTHER_PLAN = phrase("This file holds another plan; entries are told apart by where they once came from.")


@dataclass(frozen=True, slots=True)
class Choice:
    """One state that can be chosen.

    Attributes:
        title: what it is called.
        name: names it among the revisions of its file (`planner.store.revisions.named_revision`).
        path: another plan file; None for the plan that is open.
    """

    title: str
    name: str = NOW
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be compared.

    Attributes:
        plan: the open plan as it is now.
        kept: the revisions that its file holds; None for a plan in memory only.
        older: the one state.
        newer: the other.
        today: the day as of which the findings of both are judged.
    """

    plan: Plan
    kept: "Future[tuple[Revision, ...]] | None" = field(repr=False)
    older: Choice
    newer: Choice
    today: date


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it.

    Attributes:
        found: what differs.
        text: the same as plain text.
        note: what else is to be known; empty where nothing.
    """

    found: Comparison
    text: str
    note: str


def compare_in_worker(order: Order, ticket: Ticket) -> Compared:
    """Hold two states against each other.

    Args:
        order: which.
        ticket: tells when the result is no longer wanted.

    Raises:
        UnwantedError: it was not wanted any more.
        PlanError: a file can't be read, or has no such revision.
    """
    older, newer = _chosen(order, order.older), _chosen(order, order.newer)
    reports = (
        check_plan(older.plan, order.today, ticket.is_cancelled),
        check_plan(newer.plan, order.today, ticket.is_cancelled),
    )
    found = compare(older.plan, newer.plan, reports)
    lines = comparison_lines(found, order.older.title, order.newer.title)
    same = older.plan.plan_id == newer.plan.plan_id
    return Compared(found, "\n".join(lines) + "\n", "" if same else say(_OTHER_PLAN))


def _chosen(order: Order, choice: Choice) -> Revision:
    if choice.path is not None:
        return named_revision(revisions_in(choice.path), choice.name)
    if choice.name == NOW:
        return Revision(order.plan, fingerprint(order.plan))
    kept = order.kept.result() if order.kept is not None else ()
    return named_revision(kept, choice.name)
