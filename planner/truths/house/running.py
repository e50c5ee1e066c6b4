"""Running conditions over the entries of a plan, within a budget of work that no clock decides.

The library `cel` (0.10, Rust) can't be interrupted and knows no limit on time. So a condition is bounded
before it runs: by its length, depth and parts (`reading`), by what it may use (`meaning`), and here by the
work that a whole run would be, counted from sizes alone. The same plan thus gets the same findings on a slow
computer as on a fast one. The worst that gets through is measured in the tests.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from planner.language import say
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.vocabulary import Joined
from planner.truths.house.conditions import Condition
from planner.truths.house.errors import ConditionError
from planner.truths.house.values import PlanValues

WORK = 4_000_000
"""Units of work that the house truths of a plan have together for one check: a second or so at worst."""

_STARTING = 20
"""Units that a condition takes on each entry besides its parts."""

_LETTERS_PER_UNIT = 500
"""Letters of a text that take as long as one part of a condition."""

_LITERAL_LIST = 100


class Run:
    """Holds one entry after the other against the conditions of one house truth."""

    def __init__(
        self, conditions: Sequence[Condition], joined: Joined, plan: Plan, today: date, work: int
    ) -> None:
        """Prepare a run.

        Args:
            conditions: the conditions.
            joined: whether all must hold, or any one.
            plan: the plan; only read.
            today: the day as of which dates are judged.
            work: units of work that the whole run may take.
        """
        import cel  # noqa: PLC0415 - only where there are house truths

        self._conditions = conditions
        self._join = all if joined is Joined.ALL else any
        self._uses = frozenset(way for condition in conditions for way in condition.meaning.uses)
        self._values = PlanValues(plan, today)
        self._work = work
        self._plan = self._values.whole_plan(self._uses)
        self._longest = max(
            (_letters([item]) for items in self._plan.values() for item in _items(items)), default=0
        )
        self._plan_has_gap = _has_gap(self._plan)
        self._context: Any = cel.Context(variables={"today": self._values.today, "plan": self._plan})

    def holds(self, record: Record) -> bool:
        """Whether the conditions hold for an entry.

        Raises:
            ConditionError: one fails on its values, or the run has taken too much work.
        """
        entry = self._values.entry(record, self._uses)
        self._charge(entry)
        self._context.add_variable("entry", entry)
        gap = self._plan_has_gap or _has_gap(entry)
        return self._join(condition.holds(self._context, has_gap=gap) for condition in self._conditions)

    def _charge(self, entry: dict[str, Any]) -> None:
        letters = (_letters(entry.values()) + self._longest) // _LETTERS_PER_UNIT
        for condition in self._conditions:
            times = 1 + sum(self._length(way, entry) for way in condition.meaning.tested)
            # The library copies what it kept so far with each item that it keeps.
            copies = sum(self._length(way, entry) ** 2 for way in condition.meaning.filtered)
            self._work -= _STARTING + times * condition.meaning.size * (1 + letters) + copies
        if self._work < 0:
            msg = say("Checking it would take too long. Test fewer entries or shorter lists.")
            raise ConditionError(msg)

    def _length(self, way: tuple[str, ...], entry: dict[str, Any]) -> int:
        if way[0] == "list":
            return _LITERAL_LIST
        return len(_items((entry if way[0] == "entry" else self._plan).get(way[1], ())))


def _items(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else (value,)


def _letters(values: Iterable[object]) -> int:
    total = 0
    for value in values:
        if isinstance(value, str):
            total += len(value)
        elif isinstance(value, dict):
            total += _letters(value.values())
        elif isinstance(value, list):
            total += len(value) + _letters(value)
    return total


def _has_gap(value: object) -> bool:
    """Whether something among plain values is not filled in, at any depth."""
    if isinstance(value, dict):
        return any(map(_has_gap, value.values()))
    return any(map(_has_gap, value)) if isinstance(value, list) else value is None
