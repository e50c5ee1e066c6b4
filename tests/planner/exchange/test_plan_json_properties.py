"""A plan survives JSON unchanged, and JSON that no plan can be is refused in plain words."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans, same

from planner.errors import PlanError
from planner.exchange.plan_json import MAX_BYTES, json_schema, read_json, to_builtins, write_json
from planner.model.checked import checked_record
from planner.model.fingerprint import fingerprint
from planner.model.kinds import KINDS
from planner.model.plan import Plan, empty_plan
from planner.samples import load_sample, sample_names


@given(plans())
@settings(max_examples=60)
def test_a_plan_comes_back_from_json_as_it_was(plan: Plan) -> None:
    back = read_json(write_json(plan))
    assert same(back, plan)
    assert fingerprint(back) == fingerprint(plan)


def test_the_fixed_values_of_new_records_are_in_the_form_that_reading_gives() -> None:
    for kind in KINDS:
        record = kind.record() if kind.single else kind.record(id="x")
        assert repr(checked_record(record)) == repr(record)


def test_the_schema_names_every_kind() -> None:
    schema = json_schema()
    document = schema["$defs"]["PlanDocument"]["properties"]
    assert {kind.key for kind in KINDS} <= set(document)


def test_the_schema_takes_the_amounts_of_the_samples() -> None:
    pattern = json_schema()["$defs"]["Money"]["properties"]["amount"]["pattern"]
    amounts = re.findall(
        r'"amount": "([^"]*)"', "".join(write_json(load_sample(s.name)).decode() for s in sample_names())
    )
    assert len(amounts) > 20
    assert all(re.search(pattern, amount) for amount in [*amounts, "12.50"])
    assert not any(re.search(pattern, amount) for amount in ["", "-1", "1e5", "1.", "1\n", "1\\.5"])


def _changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    raw = to_builtins(empty_plan())
    change(raw)
    return json.dumps(raw).encode()


def _person(**more: object) -> dict[str, object]:
    return {"id": "p", **more}


REFUSED = {
    "no JSON": b"{",
    "no UTF-8": b"\xff\xfe\x00",
    "empty": b"",
    "a list": b"[]",
    "another format": _changed(lambda raw: raw.update(format="other")),
    "a newer version": _changed(lambda raw: raw.update(version=2)),
    "an unknown field": _changed(lambda raw: raw.update(extra=1)),
    "an unknown field of a record": _changed(lambda raw: raw.update(people=[_person(shoe=41)])),
    "no plan id": _changed(lambda raw: raw.pop("plan_id")),
    "a strange plan id": _changed(lambda raw: raw.update(plan_id="../x")),
    "revision 0": _changed(lambda raw: raw.update(revision=0)),
    "a huge revision": _changed(lambda raw: raw.update(revision=10**30)),
    "an id in capitals": _changed(lambda raw: raw.update(people=[{"id": "P"}])),
    "an id with a line break": _changed(lambda raw: raw.update(people=[{"id": "p\n"}])),
    "a plan id with a line break": _changed(lambda raw: raw.update(plan_id="ab" * 16 + "\n")),
    "a day before all plans": _changed(lambda raw: raw["brief"].update(starts_on="1899-12-31")),
    "a day after all plans": _changed(lambda raw: raw["brief"].update(ends_on="2200-01-01")),
    "a moment without its zone": _changed(
        lambda raw: raw.update(approvals=[{"id": "a", "at": "2027-01-04T12:00:00"}])
    ),
    "a last revision that has no next": _changed(
        lambda raw: raw.update(signed_revisions=[{"id": "s", "number": 1_000_000}])
    ),
    "two equal ids": _changed(lambda raw: raw.update(people=[_person()], partners=[{"id": "p"}])),
    "a link to nothing": _changed(lambda raw: raw["brief"].update(sponsor="nobody")),
    "a link to another kind": _changed(
        lambda raw: raw.update(partners=[{"id": "x"}], brief={"id": "brief", "sponsor": "x"})
    ),
    "another id of the brief": _changed(lambda raw: raw.update(brief={"id": "other"})),
    "another currency": _changed(
        lambda raw: raw["budget"].update(approved={"amount": "1", "currency": "USD"})
    ),
    "a negative amount": _changed(
        lambda raw: raw["budget"].update(approved={"amount": "-1", "currency": "EUR"})
    ),
    "not a number": b'{"format": "truecourse-plan", "revision": NaN}',
    "too many hours": _changed(lambda raw: raw.update(people=[_person(hours="10001")])),
    "endless digits": _changed(lambda raw: raw.update(people=[_person(hours="1E-999999")])),
    "a number beyond floats": _changed(lambda raw: raw).replace(b'"revision": 1', b'"revision": 1e999'),
    "a long name": _changed(lambda raw: raw.update(people=[_person(name="x" * 301)])),
    "half a character as a choice": _changed(lambda raw: raw.update(people=[_person(level="\ud800")])),
    "half a character as a field": _changed(lambda raw: raw.update({"\ud800": 1})),
    "half a character as an id": _changed(lambda raw: raw.update(people=[{"id": "\ud800"}])),
    "a long choice": _changed(lambda raw: raw.update(people=[_person(level="x" * 1_000)])),
    "a long name of a field": _changed(lambda raw: raw.update({"x" * 1_000: 1})),
    "a long name twice": b'{"%s": 1, "%s": 2}' % (b"x" * 1_000, b"x" * 1_000),
    "a name twice": b'{"format": "truecourse-plan", "format": "truecourse-plan"}',
    "deep nesting": b"[" * 100_000,
    "deep but closed nesting": b"[" * 500 + b"]" * 500,
    "many digits": b'{"revision": ' + b"9" * 20_000 + b"}",
    "too large": b" " * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_plan_is_refused_in_plain_words(data: bytes) -> None:
    with pytest.raises(PlanError) as told:
        read_json(data)
    assert told.value.message.endswith(".")
    assert len(told.value.message) < 300
    told.value.message.encode()


def test_surrogates_and_control_characters_are_cleaned_on_the_way_in() -> None:
    plan = read_json(_changed(lambda raw: raw["brief"].update(title="a\ud800\x00\u202eb\r\nc")))
    assert plan.the_brief.title == "a\ufffdb c"


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(PlanError):
        read_json(data)


def refusal_of(change: Callable[[dict[str, Any]], object]) -> str:
    plan = json.loads(write_json(load_sample("pizzeria")))
    change(plan)
    with pytest.raises(PlanError) as caught:
        read_json(json.dumps(plan).encode())
    return caught.value.message


def test_a_threshold_out_of_range_is_told_by_its_title() -> None:
    told = refusal_of(lambda plan: plan["limits"].update(rating_floor="30"))
    assert told == "Lowest rating without a fix: 30 is out of range; it can be from 0 to 10."


def test_a_link_that_leads_nowhere_is_told_by_entry_and_field() -> None:
    told = refusal_of(lambda plan: plan["objectives"][0].update(asked_by="nobody"))
    assert told.endswith("”: “Asked for by” leads to “nobody”, which is not there.")
