"""Sets of house truths as files: out, in, and nothing bad."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.exchange.house_json import (
    FORMAT,
    MAX_BYTES,
    MAX_TRUTHS,
    house_json,
    incoming,
    read_house_file,
    read_house_json,
    take_in,
    write_house_file,
)
from planner.model.checked import checked_record
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import Joined, Subject, TruthSort, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan

ONE = HouseTruth(id="one", name="One", conditions="entry.hours > 5", level=Weight.STOP)
TWO = HouseTruth(id="two", name="Two?", sort=TruthSort.QUESTION)


def document(**changes):
    return {"format": FORMAT, "version": 1, "truths": [msgspec.to_builtins(ONE)], **changes}


def read(value):
    return read_house_json(json.dumps(value).encode())


texts = st.text(max_size=40).map(lambda text: text.strip())
truths = st.builds(
    HouseTruth,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    name=texts,
    sort=st.sampled_from(TruthSort),
    looks_at=st.sampled_from(Subject),
    level=st.sampled_from(Weight),
    joined=st.sampled_from(Joined),
    conditions=texts,
    message=texts,
)


@given(st.lists(truths, max_size=4, unique_by=lambda truth: truth.id))
def test_what_is_written_reads_back(written):
    clean = tuple(checked_record(truth) for truth in written)
    assert read_house_json(house_json(clean)) == clean


def test_a_file_is_written_and_read(tmp_path):
    path = tmp_path / "set.json"
    write_house_file(path, [ONE, TWO])
    assert read_house_file(path) == (ONE, TWO)
    assert json.loads(path.read_text("utf-8"))["format"] == "truecourse-house-truths"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not valid JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[1]", "no set of house truths"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"format": "a", "format": "b"}', "stands twice"),
        (b'{"format": "truecourse-plan", "version": 1}', "no set of house truths"),
        (b" " * (MAX_BYTES + 1), "too large"),
    ],
)
def test_what_is_no_such_file_is_refused(data, words):
    with pytest.raises(PlanError, match=words):
        read_house_json(data)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": 2}, "newer Truecourse"),
        ({"version": "1"}, "version or its list"),
        ({"version": 0}, "version or its list"),
        ({"truths": {}}, "version or its list"),
        ({"truths": [1]}, "Truth 1 of this set can't be read"),
        ({"truths": [{"id": "../up"}]}, "Truth 1 of this set can't be read"),
        ({"truths": [{"id": "a", "surprise": 1}]}, "Truth 1 of this set can't be read"),
        ({"truths": [{"id": "a", "level": "deadly"}]}, "Truth 1 of this set can't be read"),
        ({"truths": [{"id": "a"}, {"id": "b", "name": "x" * 301}]}, "Truth 2 of this set can't be read"),
        ({"truths": [{"id": "a"}, {"id": "a"}]}, "the same id"),
        ({"truths": [{"id": f"t{n}"} for n in range(MAX_TRUTHS + 1)]}, "up to 500"),
    ],
)
def test_a_set_that_says_what_cant_be_is_refused(changes, words):
    assert read(document()) == (ONE,)
    with pytest.raises(PlanError, match=words):
        read(document(**changes))


def test_control_characters_and_half_letters_do_not_come_in():
    (truth,) = read(document(truths=[{"id": "a", "name": "A\u0000\u202eB\nC"}]))
    assert not any(letter in truth.name for letter in "\u0000\n")
    (half,) = read_house_json(house_json([TWO]).replace(b"Two?", b"\\ud800!"))
    assert half.name.encode().endswith(b"!")


def test_no_file_and_no_folder_are_told(tmp_path):
    with pytest.raises(PlanError, match="There is no file"):
        read_house_file(tmp_path / "none.json")
    with pytest.raises(PlanError, match="There is no file"):
        read_house_file(tmp_path)


def test_what_would_come_in_is_told_apart():
    plan = example_with(ONE, TWO)
    other = msgspec.structs.replace(TWO, name="Other?")
    fresh = msgspec.structs.replace(ONE, id="three")
    coming = incoming(plan, [ONE, other, fresh])
    assert (coming.same, coming.differing, coming.fresh) == ((ONE,), (other,), (fresh,))


def test_the_same_id_is_replaced_in_its_place_or_kept_beside():
    plan = example_with(ONE, TWO)
    other = msgspec.structs.replace(ONE, name="Other")
    coming = incoming(plan, [other])
    replaced = take_in(plan, coming, keep_both=False)
    assert list(replaced.plan.house_truths.values()) == [other, TWO]
    assert replaced.label == "Take in 1 house truth"
    both = take_in(plan, coming, keep_both=True).plan.house_truths
    assert [truth.name for truth in both.values()] == ["One", "Two?", "Other (taken in)"]
    assert both["one"] == ONE


def test_an_id_that_another_entry_has_is_changed():
    plan = example_plan()
    person = next(iter(plan.people))
    coming = incoming(plan, [msgspec.structs.replace(ONE, id=person)])
    after = take_in(plan, coming, keep_both=False).plan
    (taken,) = after.house_truths.values()
    assert taken.id != person
    assert after.people == plan.people


def test_where_nothing_would_change_that_is_told():
    plan = example_with(ONE)
    with pytest.raises(PlanError, match="already"):
        take_in(plan, incoming(plan, [ONE]), keep_both=False)


def test_a_set_taken_in_again_elsewhere_is_the_same():
    plan = take_in(example_plan(), incoming(example_plan(), [ONE, TWO]), keep_both=False).plan
    assert incoming(plan, [ONE, TWO]).same == (ONE, TWO)
    changed = change(plan, "one", "name", "Changed").plan
    assert len(incoming(changed, [ONE, TWO]).differing) == 1
