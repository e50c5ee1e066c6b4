"""Makes the stored file of version 1 for the migration tests; to be run only before the first release.

Once a version is released, its file here is never made again: it stands for the files that users have.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desk import Desk
from sqlalchemy import MetaData

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.exchange.plan_json import write_json
from planner.model.kinds import KINDS
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.model.records_signoff import SignedRevision
from planner.model.records_work import Serving
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form, Money
from planner.signoff.fingerprint import fingerprint
from planner.store.connecting import engine_on, open_raw, writing
from planner.store.creating import create_plan_file
from planner.store.gate import current_schema, schema_digest
from planner.store.seal import as_text, seal_of

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
    return "ab" * 32 if spec.name == "fingerprint" else _PLAIN[spec.form]


def _with_history(path: Path) -> Plan:
    desk = Desk(path)
    desk.rename("Ada", "people-1")
    signed = SignedRevision(id="signed", number=1, fingerprint=fingerprint(desk.plan), at=_PLAIN[Form.MOMENT])
    signed_revisions = {**desk.plan.signed_revisions, signed.id: signed}
    desk.do(Edit(verbs.with_tables(desk.plan, {"signed_revisions": signed_revisions}), "Sign", lasting=True))
    desk.do(verbs.remove(desk.plan, ["objectives-1"]), at=100)
    desk.rename("Ben", "people-2", at=200)
    desk.undo()
    desk.file.close()
    return desk.plan


def _as_version_1(path: Path) -> str:
    """Take out what version 2 brought."""
    raw = open_raw(path, writable=True)
    with writing(engine_on(raw)) as connection, connection.begin():
        connection.exec_driver_sql("DROP TABLE log")
        connection.exec_driver_sql("PRAGMA user_version=1")
        tables = MetaData()
        tables.reflect(connection)
        seal = as_text(seal_of(connection, tables))
        connection.exec_driver_sql("UPDATE plan SET seal = ?", (seal,))
    raw.execute("VACUUM")
    digest = schema_digest(raw)
    raw.close()
    return digest


def make() -> None:
    """Write the file, and say the digests that the code must know."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / "version_1.tcplan"
    create_plan_file(path, full_plan(), replace=True)
    plan = _with_history(path)
    path.with_suffix(".json").write_bytes(write_json(plan))
    print("version 1:", _as_version_1(path))
    print("current:", current_schema())


if __name__ == "__main__":
    make()
