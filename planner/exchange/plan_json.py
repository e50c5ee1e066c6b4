"""The plan as JSON: a versioned document, its canonical bytes, its schema, and safe reading."""

from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from planner.errors import PlanError
from planner.exchange.json_misfits import told_misfit
from planner.exchange.untrusted_json import parse_untrusted
from planner.language import phrase, say
from planner.model.checked import checked_record
from planner.model.consistency import refuse_inconsistent
from planner.model.fingerprint import FORMAT, VERSION, head_of
from planner.model.kinds import KINDS, kind_of
from planner.model.plan import Plan, PlanId, display_name
from planner.model.record import Record
from planner.model.text import clean_text
from planner.model.values import MAX_REVISION

MAX_BYTES = 64 * 1024 * 1024
_SCHEMA_HINT = phrase("“truecourse schema” prints what a plan's JSON looks like.")
_SAME_ID_HINT = phrase(
    "Give one of them another id in the file; links to that id lead to the one that keeps it."
)


@cache
def document_type() -> type[Struct]:
    """Return the type of the JSON document: a head, then each kind's records in order."""
    head: list[tuple[str, Any, Any]] = [
        ("format", Literal["truecourse-plan"], FORMAT),
        ("version", Literal[1], VERSION),
    ]
    body = [
        (kind.key, kind.record, msgspec.field(default_factory=kind.record))
        if kind.single
        else (kind.key, tuple[kind.record, ...], ())  # type: ignore[name-defined]  # a type made at run time
        for kind in KINDS
    ]
    required: list[tuple[str, Any]] = [("plan_id", PlanId)]
    return msgspec.defstruct(
        "PlanDocument",
        [*required, *head, ("revision", Annotated[int, Meta(ge=1, le=MAX_REVISION)], 1), *body],
        kw_only=True,
        frozen=True,
        forbid_unknown_fields=True,
        namespace={"__doc__": "A Truecourse plan."},
    )


def to_builtins(plan: Plan) -> dict[str, Any]:
    """Return the plan's JSON document as dicts, lists and strings; decimals are strings."""
    document = head_of(plan)
    for kind in KINDS:
        records = msgspec.to_builtins(list(plan.records(kind).values()))
        document[kind.key] = records[0] if kind.single else records
    return document


def write_json(plan: Plan) -> bytes:
    """Return the plan as readable, indented UTF-8 JSON ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(to_builtins(plan)), indent=2) + b"\n"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the plan document."""
    schema = msgspec.json.schema(document_type())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Truecourse plan",
        **schema,
    }


def read_json(data: bytes) -> Plan:
    """Read a plan from its JSON document, trusting nothing in it.

    Raises:
        PlanError: it is no plan, too large, made by a newer version, or says what can't be.
    """
    if len(data) > MAX_BYTES:
        msg = say("This file is too large to be a plan.")
        raise PlanError(msg, hint=say("Ask for the file again, exported by Truecourse."))
    raw = parse_untrusted(data)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        msg = say("This file is not a Truecourse plan.")
        raise PlanError(msg, hint=say("A plan in JSON says “format”: “{name}”.", name=FORMAT))
    version = raw.get("version")
    if isinstance(version, int) and version > VERSION:
        msg = say(
            "This plan was written by a newer Truecourse (format {version}); nothing was changed.",
            version=str(version),
        )
        raise PlanError(msg, hint=say("Install the newest Truecourse to open it."))
    try:
        document = msgspec.convert(raw, document_type())
    except msgspec.ValidationError as error:
        misfit = told_misfit(error)
        msg = say("This plan can't be read. {problem}", problem=misfit.problem)
        raise PlanError(msg, hint=misfit.hint or say(_SCHEMA_HINT)) from error
    except UnicodeEncodeError as error:
        msg = say("This plan can't be read: a value in it holds half a character.")
        raise PlanError(msg, hint=say("Ask for the file again, exported by Truecourse.")) from error
    return _plan(document)


def _plan(document: Any) -> Plan:  # noqa: ANN401 - the generated document type
    tables: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    for kind in KINDS:
        value = getattr(document, kind.key)
        table = tables.setdefault(kind.key, {})
        for record in (value,) if kind.single else value:
            if record.id in seen:
                msg = say("Two entries of this plan have the same id, {id}.", id=record.id)
                raise PlanError(msg, hint=say(_SAME_ID_HINT))
            seen.add(record.id)
            table[record.id] = _checked(record)
    plan = Plan(plan_id=document.plan_id, revision=document.revision, **tables)
    refuse_inconsistent(plan)
    return plan


def _checked(record: Record) -> Record:
    try:
        return checked_record(record)
    except PlanError as error:
        if kind_of(record).single:
            raise
        msg = f"“{clean_text(display_name(record))}”: {error.message}"
        raise PlanError(msg, hint=error.hint) from error
