"""No default ever changes: fingerprints leave out what stands at its default."""

import json
from pathlib import Path

import msgspec

from planner.model.kinds import KINDS
from planner.model.schema import fields

NOTED = Path(__file__).with_name("defaults.json")
"""Every default there ever was; a new field is added to it, nothing in it is changed."""


def defaults() -> dict[str, dict[str, object]]:
    return {
        kind.key: {spec.name: json.loads(msgspec.json.encode(spec.default)) for spec in fields(kind.key)}
        for kind in KINDS
        if kind.signed
    }


def test_every_default_is_the_one_that_was_noted():
    noted = json.loads(NOTED.read_text(encoding="utf-8"))
    assert defaults() == noted, "A new field's default belongs in defaults.json; a noted one must not change."
