"""Reading from the plan's own file beside the window."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from ui.document import PlanDocument
from ui.tasks import Task, Ticket

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile


def read_file(document: PlanDocument, work: "Callable[[PlanFile], object]") -> Task | None:
    """Read from the plan's file behind all that waits to be written.

    Args:
        document: the plan.
        work: reads, and returns what it found; a plain function, called on the file's own thread.

    Returns:
        The task; None for a plan in memory only.
    """
    future = document.in_file(work)
    return None if future is None else document.in_worker(partial(_result, future))


def _result(future: "Future[object]", _ticket: Ticket) -> object:
    return future.result()
