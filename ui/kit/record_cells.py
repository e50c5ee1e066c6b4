"""What the cells of a table of records say, hold and are sorted by."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from planner.language import say
from planner.model.kinds import Kind
from planner.model.schema import FieldSpec
from planner.model.values import Form
from planner.model.vocabulary import Weight
from planner.parsing import show_field
from planner.truths.findings import Finding
from ui.kit.editors import PlanSource
from ui.kit.finding_note import findings_words, headline_of
from ui.kit.region import current_locale
from ui.kit.table_setup import Words
from ui.kit.text import plain_tooltip
from ui.kit.word_order import word_order

_ROLE = Qt.ItemDataRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_FIGURES = frozenset({Form.MONEY, Form.NUMBER, Form.WHOLE, Form.HOURS, Form.PERCENT, Form.RATING})
_SORTED_AS_THEY_ARE = _FIGURES | {Form.DATE, Form.MOMENT, Form.YES_NO}
_AS_TYPED = frozenset({Form.LINE, Form.TEXT, Form.MOMENT})
"""Said anew each time: it is quick, or equal values look different (one moment in two time zones)."""
_WEIGHTS = list(Weight)


def alignment_of(spec: FieldSpec | None) -> int:
    """Return how a column is aligned: figures to the right."""
    return _RIGHT if spec and spec.form in _FIGURES else _LEFT


def mark_data(found: Sequence[Finding], role: int) -> Any:  # noqa: ANN401 - Qt's variant
    """Return what the mark of a row says in a role.

    Args:
        found: the findings about the record.
        role: Qt's role.
    """
    worst = min((finding.level for finding in found), key=_WEIGHTS.index, default=None)
    if role == _ROLE.AccessibleTextRole:
        return findings_words(len(found), worst.label) if worst else say("no findings")
    if role == _ROLE.ToolTipRole:
        return plain_tooltip("\n".join(headline_of(finding) for finding in found))
    return None


def mark_weight(found: Sequence[Finding]) -> tuple[int, int]:
    """Return what the mark of a row is sorted by: the heaviest first, then where there are most."""
    return (min((_WEIGHTS.index(one.level) for one in found), default=len(_WEIGHTS)), -len(found))


class _Texts:
    """Says the values of fields, each one once: many records have the same owner, hours or days."""

    def __init__(self, source: PlanSource) -> None:
        self._source = source
        self._plan = source.plan
        self._plain: dict[tuple[str, object], str] = {}
        self._named: dict[tuple[str, object], str] = {}

    def say(self, spec: FieldSpec, value: object) -> str:
        """Return a value as text in one line."""
        plan = self._source.plan
        if value is None or spec.form in _AS_TYPED:
            return " ".join(show_field(spec, value, plan, current_locale()).split())
        if plan is not self._plan:
            self._plan, self._named = plan, {}
        known = self._named if spec.is_link else self._plain
        key = (spec.name, value)
        if key not in known:
            known[key] = " ".join(show_field(spec, value, plan, current_locale()).split())
        return known[key]


class RecordCells:
    """Reads the cells of one kind's records off the plan."""

    def __init__(self, source: PlanSource, kind: Kind, words: Words) -> None:
        """Read the cells of a kind.

        Args:
            source: knows the plan.
            kind: the kind.
            words: what some columns say instead of their values.
        """
        self._source = source
        self._kind = kind
        self._words = words
        self._texts = _Texts(source)

    def has_words(self, spec: FieldSpec) -> bool:
        """Whether a column says something of its own."""
        return spec.name in self._words

    def data(self, record_id: str, spec: FieldSpec, role: int) -> Any:  # noqa: ANN401 - Qt's variant
        """Return what a cell is in a role."""
        record = self._source.plan.records(self._kind)[record_id]
        if role == _ROLE.EditRole:
            return getattr(record, spec.name)
        if role == _ROLE.TextAlignmentRole:
            return alignment_of(spec)
        return self._said(record, spec, role)

    def _said(self, record: Any, spec: FieldSpec, role: int) -> str | None:  # noqa: ANN401 - any record
        if role not in {_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            return None
        text = self.text(record, spec)
        if role == _ROLE.ToolTipRole:
            return plain_tooltip(text)
        if role == _ROLE.AccessibleTextRole:
            return say("{field}: {value}", field=spec.title, value=text or say("empty"))
        return text

    def text(self, record: Any, spec: FieldSpec) -> str:  # noqa: ANN401 - any record
        """Return what a cell says, in one line."""
        if spec.name in self._words:
            return " ".join(self._words[spec.name](self._source.plan, record).split())
        return self._texts.say(spec, getattr(record, spec.name))

    def sort_key(self, record: Any, spec: FieldSpec) -> Any:  # noqa: ANN401 - compared within a column
        """Return what a cell is sorted by; None where it is not filled in."""
        value = getattr(record, spec.name)
        if value is None:
            return None
        if spec.form is Form.CHOICE:
            return list(spec.choices or ()).index(value)
        if spec.form is Form.MONEY:
            return value.amount
        if spec.form in _SORTED_AS_THEY_ARE:
            return value
        text = self.text(record, spec)
        return word_order(text) if text else None
