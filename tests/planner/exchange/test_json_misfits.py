"""What does not fit in a file is told in words that its sender understands, never in a library's."""

import json
from typing import Any

import pytest

from planner.errors import PlanError
from planner.exchange.house_json import FORMAT as SET_FORMAT
from planner.exchange.house_json import read_house_json
from planner.exchange.plan_json import read_json
from planner.exchange.untrusted_json import parse_untrusted
from planner.model.fingerprint import FORMAT

MONEY = {"amount": "1", "currency": "EUR"}


def refusal(**parts: object) -> PlanError:
    plan = {"format": FORMAT, "version": 1, "plan_id": "ab" * 16, **parts}
    with pytest.raises(PlanError) as caught:
        read_json(json.dumps(plan).encode())
    return caught.value


def person(**parts: object) -> dict[str, Any]:
    return {"people": [{"id": "a"}, {"id": "p", **parts}]}


@pytest.mark.parametrize(
    ("parts", "problem", "place"),
    [
        (person(name=3), "“Name” has to be text, but it is a whole number.", "people[1].name"),
        (person(name=None), "“Name” has to be text, but it is null.", "people[1].name"),
        (person(hours=[]), "“Hours a week” has to be a number, but it is a list.", "people[1].hours"),
        (
            person(hours=True),
            "“Hours a week” has to be a number, but it is true or false.",
            "people[1].hours",
        ),
        (person(hours="six"), "“Hours a week” has a value that it can't have.", "people[1].hours"),
        (person(level="wizard"), "“Level” can't be “wizard”.", "people[1].level"),
        (person(name="x" * 301), "“Name” is too long; it can have up to 300 characters.", "people[1].name"),
        (person(id="P"), "“id” has a value that it can't have.", "people[1].id"),
        (
            person(shoe=41),
            "A part of it is called “shoe”, which Truecourse does not know.",
            "people[1]",
        ),
        ({"people": [{"name": "Ann"}]}, "A part called “id” is missing.", "people[0]"),
        ({"people": {}}, "“people” has to be a list, but it is an object.", "people"),
        ({"people": [7]}, "“people[0]” has to be an object, but it is a whole number.", "people[0]"),
        ({"revision": "a"}, "“revision” has to be a whole number, but it is text.", "revision"),
        (
            {"budget": {"approved": {**MONEY, "currency": "euro"}}},
            "“Approved budget” has a value that it can't have.",
            "budget.approved.currency",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_told_by_its_field_and_place(
    parts: dict[str, object], problem: str, place: str
) -> None:
    told = refusal(**parts)
    assert told.message == f"This plan can't be read. {problem}"
    assert told.hint == f"Look at “{place}” in the file."


def test_a_name_from_the_file_is_quoted_short_and_clean() -> None:
    told = refusal(**{"a - at `$.people[0]`" + "\u202e\nx" * 100: 1})
    assert told.message.isprintable()
    assert len(told.message) < 200


def test_the_whole_plan_wants_what_its_schema_says() -> None:
    told = refusal(surprise=1)
    assert told.message.endswith("A part of it is called “surprise”, which Truecourse does not know.")
    assert "truecourse schema" in told.hint


def test_a_set_of_house_truths_tells_the_same() -> None:
    content = {"format": SET_FORMAT, "version": 1, "truths": [{"id": "a"}, {"id": "b", "level": "deadly"}]}
    with pytest.raises(PlanError) as caught:
        read_house_json(json.dumps(content).encode())
    assert caught.value.message == "Truth 2 of this set can't be read. “Level” can't be “deadly”."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"a": 1,\n "b" 2}', "it can't be read on from line 2, character 6."),
        (b"9" * 5_000, "a number in it has too many digits."),
        (b"1e99999999999999999999", "a number in it has too many digits."),
    ],
)
def test_what_is_no_json_is_told_by_its_place(data: bytes, told: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse_untrusted(data)
    assert caught.value.message == f"This file is not valid JSON: {told}"


@pytest.mark.parametrize(
    ("parts", "told", "hint"),
    [
        ({"people": [{"id": "p"}, {"id": "p"}]}, "the same id, p.", "Give one of them another id"),
        (
            {"tactics": [{"id": "t", "name": "Post", "accountable": "nobody"}]},
            "leads to “nobody”, which is not there.",
            "Add the entry with that id, or take the link to it away.",
        ),
        (
            {"tactics": [{"id": "t", "cost": {**MONEY, "currency": "JPY"}}]},
            "is not in EUR, the plan's currency.",
            "give the amount in that one",
        ),
        (
            {"people": [{"id": "p", "hours": float("nan")}]},
            "NaN is not a number that a plan can hold.",
            "Write a plain number in its place",
        ),
    ],
)
def test_what_can_be_mended_by_hand_is_told_with_what_to_do(
    parts: dict[str, object], told: str, hint: str
) -> None:
    refused = refusal(**parts)
    assert told in refused.message
    assert hint in refused.hint


def test_a_name_that_stands_twice_is_told_with_what_to_do() -> None:
    with pytest.raises(PlanError) as caught:
        parse_untrusted(b'{"a": 1, "a": 2}')
    assert caught.value.hint == "Keep one of the two and take the other out."
