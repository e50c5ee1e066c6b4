"""The bytes under a fingerprint are those of RFC 8785, as its reference implementation writes them."""

import sys

import msgspec
import pytest
import rfc8785
from hypothesis import given
from strategies import plans

from planner.model.fingerprint import canonical_json, signed_builtins
from planner.model.plan import Plan
from planner.samples import load_sample, sample_names

_EVERY_CHARACTER = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF)


@given(plans())
def test_any_plan_is_written_as_the_reference_writes_it(plan: Plan) -> None:
    assert canonical_json(plan) == rfc8785.dumps(signed_builtins(plan))


@pytest.mark.parametrize("sample", [info.name for info in sample_names()])
def test_each_sample_is_written_as_the_reference_writes_it(sample: str) -> None:
    plan = load_sample(sample)
    assert canonical_json(plan) == rfc8785.dumps(signed_builtins(plan))


def test_every_character_is_written_as_the_reference_writes_it() -> None:
    plan = load_sample("pizzeria")
    brief = msgspec.structs.replace(plan.the_brief, title=_EVERY_CHARACTER)
    full = msgspec.structs.replace(plan, brief={brief.id: brief})
    assert canonical_json(full) == rfc8785.dumps(signed_builtins(full))
