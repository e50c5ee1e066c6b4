"""Random plans and edits for property tests: everything follows from the declared fields."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.model.kinds import KINDS, Kind
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec, fields
from planner.model.text import clean_text
from planner.model.values import Form, Money

MANY_KINDS = tuple(kind for kind in KINDS if not kind.single)
EDITED_KINDS = tuple(kind for kind in MANY_KINDS if kind.signed)
"""Kinds whose records the user adds one by one; approvals come by deciding."""

HARD_TEXTS = (
    "", "=1+1", "<b>", "&amp;", "a\tb", "“quoted”", "e\u0301", "中文", "عربي", "😀", "zero\u200bwidth",
    "'; DROP TABLE plan; --", "%s {x}",
)  # fmt: skip
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def texts(*, lines: bool) -> st.SearchStrategy[str]:
    """Texts as the model keeps them: cleaned."""
    raw = st.one_of(
        st.sampled_from(HARD_TEXTS), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    )
    return raw.map(lambda text: clean_text(text, lines=lines))


def decimals(low: Decimal | None, high: Decimal | None) -> st.SearchStrategy[Decimal]:
    """Exact decimals within a field's bounds."""
    return st.decimals(low, high, allow_nan=False, allow_infinity=False, places=4)


def values(spec: FieldSpec, plan: Plan) -> st.SearchStrategy[Any]:
    """Values that a field may hold, with links to what the plan has."""
    full = _full_values(spec, plan)
    return st.one_of(st.none(), full) if spec.optional else full


def _full_values(spec: FieldSpec, plan: Plan) -> st.SearchStrategy[Any]:
    if spec.is_link:
        return _links(spec, [key for kind in spec.to for key in plan.records(kind)])
    if spec.form is Form.MONEY:
        amounts = decimals(Decimal(0), Decimal(10**6))
        return amounts.map(lambda amount: Money(amount, plan.the_brief.currency))
    by_form = _BY_FORM.get(spec.form)
    return by_form(spec) if by_form else decimals(spec.low, spec.high)


def _lines(spec: FieldSpec) -> st.SearchStrategy[str]:
    pattern = _PATTERNED.get(spec.name)
    return texts(lines=False) if pattern is None else st.sampled_from(pattern)


_PATTERNED: dict[str, tuple[str, ...]] = {
    "fingerprint": ("a" * 64,),
    "certificate": ("", "b" * 64),
    "accent": ("", "#0B4F7D", "#FFEE00"),
    "logo": ("",),
    "drawing": ("", "0,0 500,200;10,10 20.5,30"),
    "start": ("", "00:00", "23:59"),
    "until": ("", "12:30"),
}
"""Texts with a form of their own."""


def _whole_numbers(spec: FieldSpec) -> st.SearchStrategy[int]:
    # A signature of the plan's own number under another content is none that signing makes.
    lowest = 2 if spec.kind == "signed_revisions" else int(spec.low or 0)
    return st.integers(lowest, min(10**6, int(spec.high or 10**6)))


def _moments(_spec: FieldSpec) -> st.SearchStrategy[datetime]:
    moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1))  # noqa: DTZ001 - the zone comes next
    offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    return st.builds(lambda moment, zone: moment.replace(tzinfo=zone), moments, offsets)


def _several_choices(spec: FieldSpec) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(list(spec.choices)), unique=True, max_size=4).map(tuple)


_BY_FORM: dict[Form, Callable[[FieldSpec], st.SearchStrategy[Any]]] = {
    Form.LINE: _lines,
    Form.TEXT: lambda spec: (
        st.sampled_from(_PATTERNED[spec.name]) if spec.name in _PATTERNED else texts(lines=True)
    ),
    Form.WHOLE: _whole_numbers,
    Form.CURRENCY: lambda _spec: st.sampled_from(["EUR", "USD", "JPY"]),
    Form.DATE: lambda _spec: DAYS,
    Form.MOMENT: _moments,
    Form.YES_NO: lambda _spec: st.booleans(),
    Form.CHOICE: lambda spec: st.sampled_from(list(spec.choices)),
    Form.CHOICES: _several_choices,
}


def _links(spec: FieldSpec, targets: list[str]) -> st.SearchStrategy[Any]:
    if spec.form is Form.LINK:
        return st.sampled_from(targets) if targets else st.none()
    some = st.lists(st.sampled_from(targets), unique=True, max_size=4) if targets else st.just([])
    if spec.form is Form.VOICES:
        return some.flatmap(
            lambda ids: st.tuples(
                *(st.builds(Voice, st.just(i), decimals(Decimal(0), Decimal(168))) for i in ids)
            )
        )
    if spec.form is Form.SHARES:
        shares = st.one_of(st.none(), decimals(Decimal(0), Decimal(1)))
        return some.flatmap(lambda ids: st.tuples(*(st.builds(Serving, st.just(i), shares) for i in ids)))
    return some.map(tuple)


@st.composite
def records(draw: st.DrawFn, kind: Kind, plan: Plan, record_id: str) -> Any:
    """A record of a kind with random values in all its fields."""
    drawn = {spec.name: draw(values(spec, plan)) for spec in fields(kind.key)}
    return kind.record(id=record_id, **drawn)


@st.composite
def plans(draw: st.DrawFn, *, most: int = 12) -> Plan:
    """A plan with up to `most` records, each with random values, besides the fixed ones."""
    plan = Plan(plan_id="ab" * 16)
    for number in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(MANY_KINDS))
        plan = verbs.add(plan, draw(records(kind, plan, f"{kind.key[:8].replace('_', '-')}-{number}"))).plan
    for kind in KINDS:
        if kind.single:
            for spec in fields(kind.key):
                plan = verbs.change(plan, kind.record().id, spec.name, draw(values(spec, plan))).plan
    return plan


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Edit:
    """A random edit of a plan by one of the verbs."""
    return draw(st.sampled_from(EDITS))(draw, plan)


def _add(draw: st.DrawFn, plan: Plan) -> Edit:
    kind = draw(st.sampled_from(EDITED_KINDS))
    key = f"n{draw(st.integers(0, 10**9))}"
    if plan.find(key) is not None:
        return Edit(plan, "Nothing")
    record = draw(records(kind, plan, key))
    return verbs.add(plan, record, at=draw(st.one_of(st.none(), st.integers(0, len(plan.records(kind))))))


def _change(draw: st.DrawFn, plan: Plan) -> Edit:
    record = draw(st.sampled_from([record for _, record in plan.everything()]))
    spec = draw(st.sampled_from(fields(_key(record))))
    return verbs.change(plan, record.id, spec.name, draw(values(spec, plan)))


def _change_many(draw: st.DrawFn, plan: Plan) -> Edit:
    filled = [kind for kind in MANY_KINDS if plan.records(kind)]
    if not filled:
        return _change(draw, plan)
    kind = draw(st.sampled_from(filled))
    ids = draw(st.lists(st.sampled_from(list(plan.records(kind))), min_size=1, unique=True))
    spec = draw(st.sampled_from(fields(kind.key)))
    return verbs.change_many(plan, ids, spec.name, draw(values(spec, plan)))


def _of_many(verb: Callable[[st.DrawFn, Plan, Any], Edit]) -> Callable[[st.DrawFn, Plan], Edit]:
    def edit(draw: st.DrawFn, plan: Plan) -> Edit:
        some = [record for kind, record in plan.everything() if not kind.single]
        return verb(draw, plan, draw(st.sampled_from(some))) if some else _add(draw, plan)

    return edit


def _remove(draw: st.DrawFn, plan: Plan, record: Any) -> Edit:
    return verbs.remove(plan, [record.id])


def _reorder(draw: st.DrawFn, plan: Plan, record: Any) -> Edit:
    return verbs.reorder(plan, record.id, draw(st.integers(-1, 20)))


def _duplicate(draw: st.DrawFn, plan: Plan, record: Any) -> Edit:
    key = f"c{draw(st.integers(0, 10**9))}"
    if plan.find(key) is not None or not _kind(record).signed:
        return Edit(plan, "Nothing")
    return verbs.duplicate(plan, record.id, key)


def _currency(draw: st.DrawFn, plan: Plan) -> Edit:
    return verbs.change_currency(plan, draw(st.sampled_from(["EUR", "USD", "CHF"])))


def _kind(record: Any) -> Kind:
    return next(kind for kind in KINDS if kind.record is type(record))


def _key(record: Any) -> str:
    return _kind(record).key


EDITS = (
    _add,
    _add,
    _change,
    _change,
    _change_many,
    _of_many(_remove),
    _of_many(_reorder),
    _of_many(_duplicate),
    _currency,
)


def same(one: Plan, other: Plan) -> bool:
    """Whether two plans are equal, order of records and every digit included."""
    return msgspec.json.encode(one) == msgspec.json.encode(other)
