"""Makes the stored file of the present version for the migration tests; run it before the schema changes.

The file of a version is never made again once a later one exists: it stands for the files that users have.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desk import Desk

from planner.editing import revision, verbs
from planner.editing.verbs import Edit
from planner.exchange.plan_json import write_json
from planner.model.fingerprint import fingerprint
from planner.model.kinds import KINDS
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.model.records_signoff import SignedRevision
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form, Money
from planner.store.creating import create_plan_file
from planner.store.gate import current_schema
from planner.store.tables import VERSION

FOLDER = Path(__file__).parent / "old_files"

_PLAIN: dict[Form, Any] = {
    Form.LINE: "A line: é 中 😀 = “x”",
    Form.TEXT: "Two\nlines & <b>more</b>",
    Form.WHOLE: 7,
    Form.NUMBER: Decimal("3.25"),
    Form.HOURS: Decimal("7.5"),
    Form.PERCENT: Decimal("0.85"),
    Form.RATING: Decimal("6.5"),
    Form.MONEY: Money(Decimal("1234.5"), "EUR"),
    Form.CURRENCY: "EUR",
    Form.DATE: date(2026, 2, 28),
    Form.MOMENT: datetime(2026, 2, 28, 12, 30, tzinfo=UTC),
    Form.YES_NO: True,
}

_BY_NAME = {
    "fingerprint": "ab" * 32,
    "certificate": "cd" * 32,
    "accent": "#0B4F7D",
    "logo": "",
    "drawing": "0,0 500,200;10,10 20.5,30",
    "start": "08:45",
    "until": "17:30",
}

_BY_TARGETS: dict[Form, Callable[[list[str]], Any]] = {
    Form.LINK: lambda targets: targets[-1],
    Form.LINKS: tuple,
    Form.VOICES: lambda targets: tuple(Voice(target, Decimal("2.5")) for target in targets),
    Form.SHARES: lambda targets: tuple(Serving(target, Decimal("0.5")) for target in targets),
}


def full_plan() -> Plan:
    """A plan with two records of every kind, every field filled."""
    plan = Plan(plan_id="cd" * 16)
    for kind in KINDS:
        names = [] if kind.single else [f"{kind.key.replace('_', '-')}-{number}" for number in (1, 2)]
        for name in names:
            plan = verbs.add(plan, kind.record(id=name)).plan
    for kind, record in list(plan.everything()):
        for spec in fields(kind.key):
            if kind.key != "signed_revisions":
                plan = verbs.change(plan, record.id, spec.name, _value(spec, plan)).plan
    return plan


def _value(spec: FieldSpec, plan: Plan) -> Any:
    targets = [key for kind in spec.to for key in plan.records(kind)]
    if spec.form in _BY_TARGETS:
        return _BY_TARGETS[spec.form](targets)
    if spec.choices:
        return list(spec.choices)[-1] if spec.form is Form.CHOICE else tuple(spec.choices)[:2]
    return _BY_NAME.get(spec.name, _PLAIN[spec.form])


def _with_history(path: Path) -> Plan:
    desk = Desk(path)
    desk.rename("Ada", "people-1")
    signed = SignedRevision(id="signed", number=1, fingerprint=fingerprint(desk.plan), at=_PLAIN[Form.MOMENT])
    signed_revisions = {**desk.plan.signed_revisions, signed.id: signed}
    desk.do(
        Edit(revision.with_tables(desk.plan, {"signed_revisions": signed_revisions}), "Sign", lasting=True)
    )
    desk.do(verbs.remove(desk.plan, ["objectives-1"]), at=100)
    desk.rename("Ben", "people-2", at=200)
    desk.undo()
    desk.file.close()
    return desk.plan


def make() -> None:
    """Write the file, and say the digest that the code must know."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"version_{VERSION}.tcplan"
    create_plan_file(path, full_plan(), replace=True)
    plan = _with_history(path)
    path.with_suffix(".json").write_bytes(write_json(plan))
    print("current:", current_schema())


if __name__ == "__main__":
    make()
