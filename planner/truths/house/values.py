"""What a condition sees of the plan: plain values of just the fields that it reads."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from planner.model.kinds import kind_of
from planner.model.links import linked_ids
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import FieldSpec
from planner.model.values import Choice, Money
from planner.truths.house.types import BRIEF, BUDGET, MANY_LINKS, fields_of

Way = tuple[str, ...]
"""The names that lead to a field, such as ("entry", "owner", "level")."""

_ID = "id"


class PlanValues:
    """Gives the fields of a plan's entries as CEL takes them.

    Decimals become binary floating-point numbers of 15 exact digits, the only ones that CEL has; days begin
    at midnight in UTC; a choice is its stored value; what is not filled in is null, or an empty text.
    """

    def __init__(self, plan: Plan, today: date) -> None:
        """Look at a plan.

        Args:
            plan: the plan; only read.
            today: the day as of which dates are judged.
        """
        self._plan = plan
        self._today = today
        self._records: dict[str, Any] = {record.id: record for _, record in plan.everything()}

    @property
    def today(self) -> datetime:
        """What `today` is."""
        return _moment(self._today)

    def entry(self, record: Record, uses: Collection[Way]) -> dict[str, Any]:
        """Return the fields of an entry that a condition reads.

        Args:
            record: the entry.
            uses: the ways to all fields that the condition reads.
        """
        kind = kind_of(record).key
        names = _children(uses, ("entry",))
        return {name: self._value(kind, record, name, below) for name, below in names.items()}

    def whole_plan(self, uses: Collection[Way]) -> dict[str, Any]:
        """Return what a condition reads of `plan`."""
        found: dict[str, Any] = {}
        for key, names in _children(uses, ("plan",)).items():
            records = [self._flat(record, names) for record in self._plan.records(key).values()]
            found[key] = records[0] if key in {BRIEF, BUDGET} else records
        return found

    def _value(self, kind: str, record: Record, name: str, below: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a field's own type
        spec = fields_of(kind).get(name)
        if spec is None or not spec.is_link:
            return self._plain(record, name, spec)
        targets = [self._flat(self._records[key], below) for key in self._targets(spec, record)]
        return targets if spec.form in MANY_LINKS else next(iter(targets), None)

    def _flat(self, record: Record, names: Iterable[str]) -> dict[str, Any]:
        """Return fields of an entry, the names of others where they are links."""
        known = fields_of(kind_of(record).key)
        return {name: self._plain(record, name, known.get(name)) for name in names}

    def _plain(self, record: Record, name: str, spec: FieldSpec | None) -> Any:  # noqa: ANN401 - a field's own type
        if spec is None:
            return getattr(record, _ID) if name == _ID else None
        if not spec.is_link:
            return plain(getattr(record, name))
        names = [display_name(self._records[key]) for key in self._targets(spec, record)]
        return names if spec.form in MANY_LINKS else next(iter(names), None)

    def _targets(self, spec: FieldSpec, record: Record) -> list[str]:
        return [key for key in linked_ids(spec, record) if key in self._records]


def plain(value: object) -> Any:  # noqa: ANN401, PLR0911 - one for each sort of value
    """Return a field's value as CEL takes it."""
    match value:
        case None | bool() | int():
            return value
        case Choice():
            return value.value
        case str():
            return value
        case Decimal():
            return float(value)
        case Money(amount=amount):
            return float(amount)
        case datetime():
            return value.astimezone(UTC)
        case date():
            return _moment(value)
        case tuple():
            return [plain(item) for item in value]
    msg = f"no plain value: {value!r}"
    raise TypeError(msg)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _children(uses: Collection[Way], above: Way) -> dict[str, dict[str, Any]]:
    """Return the names right below a way, each with those below it."""
    depth = len(above)
    found: dict[str, dict[str, Any]] = {}
    for way in uses:
        if way[:depth] == above and len(way) > depth:
            below = found.setdefault(way[depth], {})
            if len(way) > depth + 1:
                below[way[depth + 1]] = {}
    return found
