import pytest

from planner.model.vocabulary import Reply
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.gaps import is_blank
from planner.truths.registry import Example


@pytest.mark.parametrize("text", ["", "  ", "none", "None.", "N/A", "tbd", "-", "—", "?", "…", " no "])
def test_a_stand_in_says_nothing(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["Nobody at night", "no calls", "9 to 21", "0", "none but us"])
def test_what_says_something_is_no_stand_in(text):
    assert not is_blank(text)


@pytest.mark.parametrize(("cover", "found"), [("none", True), ("Monday to Saturday, 9 to 21", False)])
def test_hours_of_cover_of_none_cover_nothing(cover, found):
    plan = example_with(("reviews", "cover", cover))
    rules = {finding.rule for finding in check_plan(plan, Example("", example_plan).today).standing}
    assert ("ready.no-promise" in rules) is found


def test_a_choice_is_an_answer_even_where_it_is_no():
    assert not is_blank(Reply.NO)
