"""Finding a text in the fields of a plan, and replacing it as one step."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from planner.editing.revision import with_tables
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, worded, worded_count
from planner.model.checked import checked_value
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.schema import FieldSpec, field
from planner.model.text import clean_text
from planner.model.values import Form

_TEXTS = frozenset({Form.LINE, Form.TEXT})
_SET_BY_PROGRAM = frozenset(
    {"approvals", "approval_requests", "signed_revisions", "dismissals", "layout.logo", "layout.accent"}
    | {"answers.question", "waivers.rule", "waivers.subject"}
)
"""Kinds and fields that hold what was decided, ids or pictures: neither found nor replaced."""

_FIXED = frozenset({"house_truths.conditions"})
"""Texts that have a meaning for the program: found, but not replaced."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for.

    Attributes:
        text: the text itself; never a pattern.
        match_case: capitals count.
        whole_words: it must not be a part of a longer word.
    """

    text: str
    match_case: bool = False
    whole_words: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        literal = re.escape(clean_text(self.text))
        pattern = rf"(?<!\w){literal}(?!\w)" if self.whole_words else literal
        return re.compile(pattern, 0 if self.match_case else re.IGNORECASE)

    def spans_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where it stands in a text, from character to character."""
        return tuple(match.span() for match in self._pattern.finditer(text)) if self.text else ()


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where it stands.

    Attributes:
        record: id of the entry.
        kind: key of its kind.
        field: name of the field.
        start: its first character in the field's text.
        end: the character behind its last.
    """

    record: str
    kind: str
    field: str
    start: int
    end: int


def is_searched(spec: FieldSpec) -> bool:
    """Whether a field holds what somebody may look for on a page of the walk."""
    return not kind_of(spec.kind).room and not {spec.kind, f"{spec.kind}.{spec.name}"} & _SET_BY_PROGRAM


def is_replaceable(spec: FieldSpec) -> bool:
    """Whether a field holds text that may be replaced: links, choices and figures do not."""
    return spec.form in _TEXTS and is_searched(spec) and f"{spec.kind}.{spec.name}" not in _FIXED


def replace(plan: Plan, wanted: Wanted, spots: Sequence[Spot], new: str) -> Edit:
    """Replace a text in some places, as one step.

    Args:
        plan: the plan.
        wanted: what was looked for.
        spots: where; as found in this very plan.
        new: what takes its place; may be empty.

    Raises:
        PlanError: there is nothing to replace, a place has changed since, or a field can't hold the result.
    """
    if not spots:
        msg = say("There is nothing to replace.")
        raise PlanError(msg)
    tables: dict[str, dict[str, Any]] = {}
    by_field: dict[tuple[str, str, str], list[Spot]] = {}
    for spot in spots:
        by_field.setdefault((spot.kind, spot.record, spot.field), []).append(spot)
    for (kind, record_id, name), group in by_field.items():
        table = tables.setdefault(kind, dict(plan.records(kind)))
        table[record_id] = _replaced(table.get(record_id), field(kind, name), wanted, group, new)
    return Edit(with_tables(plan, tables), _label(plan, wanted, spots, new))


def _replaced(
    record: Any,  # noqa: ANN401 - a record of any kind
    spec: FieldSpec,
    wanted: Wanted,
    spots: Sequence[Spot],
    new: str,
) -> Any:  # noqa: ANN401 - a record of any kind
    text: str = getattr(record, spec.name, "")
    if not {(spot.start, spot.end) for spot in spots} <= set(wanted.spans_in(text)):
        msg = say("{field}: this text has changed since it was found.", field=spec.title)
        raise PlanError(msg, hint=say("Search again."))
    if not is_replaceable(spec):
        msg = say("{field} is not replaced: it is no free text.", field=spec.title)
        raise PlanError(msg)
    for spot in sorted(spots, key=lambda spot: -spot.start):
        text = text[: spot.start] + new + text[spot.end :]
    return msgspec.structs.replace(record, **{spec.name: checked_value(spec, text)})


def _label(plan: Plan, wanted: Wanted, spots: Sequence[Spot], new: str) -> str:
    old, by = worded("“{name}”", name=wanted.text), worded("“{name}”", name=new)
    if len(spots) == 1:
        entry = worded("“{name}”", name=display_name(plan.find(spots[0].record)))
        if new:
            return worded("Replace {text} by {new} in {entry}", text=old, new=by, entry=entry)
        return worded("Take out {text} in {entry}", text=old, entry=entry)
    if new:
        return worded_count(
            "Replace {text} by {new} in {count} place",
            "Replace {text} by {new} in {count} places",
            len(spots),
            text=old,
            new=by,
        )
    return worded_count(
        "Take out {text} in {count} place", "Take out {text} in {count} places", len(spots), text=old
    )
