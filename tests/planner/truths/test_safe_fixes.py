"""All safe fixes at once: they never make a plan worse, leave nothing of their own, and can be undone."""

import dataclasses
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans

from planner.editing.patch import apply, diff
from planner.model.records_purpose import Person
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Weight
from planner.truths import fixes
from planner.truths.catalogue import rules
from planner.truths.engine import UnwantedError, check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.fixes import mend_all_safe
from planner.truths.registry import Fix
from planner.truths.step_words import step_lines

TODAY = EXAMPLE_DAY
STALE = Waiver(id="stale", rule="adapt.no-review", reason="Rebuilding.", by="boss")
UNTRAINED = Person(id="newcomer", name="Newcomer")
WOUNDS = [
    ("letter-clicks", "due", None),
    ("reviews-answered", "due", None),
    ("return-bookings", "due", None),
    ("letter-clicks", "source", ""),
    ("weekday-letter", "responsible", []),
    ("answer-reviews", "responsible", []),
    ("answer-reviews", "accountable", None),
    ("answer-reviews", "accountable", "marketer"),
    ("weekday-letter", "accountable", "agency-designer"),
    ("spring-review", "people", []),
    ("spring-review", "heard", []),
    ("spring-review", "on", date(2027, 6, 1)),
    ("weekday-guests", "due", date(2027, 2, 1)),
    ("weekday-guests", "due", date(2029, 2, 1)),
    ("return-bookings", "feeds", None),
    ("marketer", "hours", Decimal(1)),
    ("host", "trained_on", None),
    STALE,
]
"""Ways to break the example plan, several of which a safe fix may mend."""


def objections(plan, today=TODAY):
    return {f.key for f in check_plan(plan, today).standing if f.level is not Weight.ADVICE}


def hold(plan, today=TODAY):
    """Say what has to be so after all safe fixes, whatever the plan."""
    mended = mend_all_safe(plan, today)
    assert objections(mended.plan, today) <= objections(plan, today)
    assert mend_all_safe(mended.plan, today).mends == ()
    assert apply(mended.plan, diff(plan, mended.plan).inverse()) == plan
    assert bool(mended.mends) == (mended.plan != plan)
    return mended


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WOUNDS), max_size=8, unique_by=str))
def test_a_broken_plan_is_never_made_worse(wounds):
    hold(example_with(*wounds))


@settings(max_examples=25)
@given(plans())
def test_nor_is_any_other(plan):
    hold(plan)


def test_each_safe_fix_is_done_and_told():
    plan = example_with(
        ("letter-clicks", "due", None), ("spring-review", "heard", []), ("spring-review", "people", []), STALE
    )
    mended = hold(plan)
    assert {mend.finding.rule for mend in mended.mends} == {
        "measure.metric-incomplete",
        "listen.nothing-done",
        "owner.sponsor-absent",
        "waiver.unneeded",
    }
    assert check_plan(mended.plan, TODAY).findings == ()
    assert mended.edit.label == "Fix 4 findings by machine"
    lines = [line for mend in mended.mends for line in step_lines(plan, mend.steps)]
    assert "“Clicks on the booking link in the letter”: Due: nothing → 31 December 2027" in lines
    assert any(line.startswith("Removes waiver “Exception for") for line in lines)


def test_what_becomes_possible_by_another_fix_is_done_as_well():
    about_metric = Waiver(
        id="w", rule="measure.metric-incomplete", subject="letter-clicks", reason="Later.", by="boss"
    )
    plan = example_with(("spring-review", "heard", []), about_metric)
    mended = hold(plan)
    assert "waiver.unneeded" in {mend.finding.rule for mend in mended.mends}


def test_a_finding_that_is_to_stay_stays_and_so_does_what_depends_on_it():
    plan = example_with(("letter-clicks", "due", None), ("spring-review", "heard", []))
    skip = {f.key for f in check_plan(plan, TODAY).standing if f.rule == "listen.nothing-done"}
    mended = mend_all_safe(plan, TODAY, skip)
    assert [mend.finding.rule for mend in mended.mends] == ["measure.metric-incomplete"]
    assert {f.rule for f in check_plan(mended.plan, TODAY).findings} == {"listen.nothing-done"}


def test_a_waived_finding_is_left_to_its_waiver():
    waiver = Waiver(
        id="w", rule="measure.metric-incomplete", subject="letter-clicks", reason="Later.", by="boss"
    )
    assert mend_all_safe(example_with(("letter-clicks", "due", None), waiver), TODAY).mends == ()


def test_a_fix_that_would_bring_a_new_warning_is_left_out_and_the_others_are_done():
    """The accountable marketer is not trained to answer: named as the doer, the plan would say so."""
    plan = example_with(
        UNTRAINED,
        ("answer-reviews", "accountable", "newcomer"),
        ("answer-reviews", "responsible", []),
        ("letter-clicks", "due", None),
    )
    mended = hold(plan)
    assert [mend.finding.rule for mend in mended.mends] == ["measure.metric-incomplete"]


def test_sixty_fixes_that_are_all_left_out_are_found_by_few_checks_of_the_whole_plan(monkeypatch):
    """An imported spreadsheet has hundreds: each is tried by the rules that object, not by all of them."""
    known = example_with(UNTRAINED, ("answer-reviews", "accountable", "newcomer")).find("answer-reviews")
    copies = [msgspec.structs.replace(known, id=f"copy-{at}", responsible=()) for at in range(60)]
    plan = example_with(UNTRAINED, *copies, ("letter-clicks", "due", None))
    checks = []
    monkeypatch.setattr(fixes, "check_plan", lambda *words: checks.append(words) or check_plan(*words))
    mended = mend_all_safe(plan, TODAY)
    assert [mend.finding.rule for mend in mended.mends] == ["measure.metric-incomplete"]
    assert len(checks) < 12


def test_a_declaration_that_claims_too_much_does_no_harm(monkeypatch):
    """Control: even a fix that wrongly calls itself safe can't add a stop."""
    declaration, check = rules()["owner.sponsor-absent"]
    harmful = Fix("Send the sponsor away", lambda _look, _subject: (("brief", "sponsor", None),), safe=True)
    lying = dataclasses.replace(declaration, fixes=(harmful,))
    monkeypatch.setitem(rules(), declaration.id, (lying, check))
    plan = example_with(("spring-review", "people", ["marketer"]))
    assert mend_all_safe(plan, TODAY).mends == ()


@pytest.mark.parametrize("wound", [("letter-clicks", "source", ""), ("host", "trained_on", None)])
def test_where_nothing_is_safe_nothing_is_done(wound):
    plan = example_with(wound)
    assert mend_all_safe(plan, TODAY).plan is plan


def test_looking_for_fixes_is_broken_off_where_they_are_no_longer_wanted():
    asked = []

    def is_unwanted():
        asked.append(None)
        return len(asked) > 200

    with pytest.raises(UnwantedError):
        mend_all_safe(example_with(*WOUNDS[:1]), TODAY, is_unwanted=is_unwanted)
