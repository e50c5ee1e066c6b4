from datetime import date

import pytest

from planner.analysis.ladder import ascents
from planner.errors import PlanError
from planner.exchange.plan_json import read_json, write_json
from planner.model.kinds import KINDS
from planner.model.vocabulary import ApproverRole, BallotSort, Decision, Weight
from planner.samples import load_sample, sample_names
from planner.truths.catalogue import rules
from planner.truths.engine import check_plan
from planner.workshop.agenda import overrun
from planner.workshop.deciding import undecided
from planner.workshop.voting import tally, votes_of

BAD = "what-not-to-do"
GOOD = [sample.name for sample in sample_names() if sample.name != BAD]
DAYS = [date(2026, 11, 21), date(2026, 12, 31), date(2027, 1, 4), date(2027, 2, 26)]
FILLED_LATER = {"dismissals", "house_truths", "approval_requests", "approvals", "signed_revisions"}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_good_sample_can_be_signed(name, day):
    report = check_plan(load_sample(name), day)
    assert [(f.rule, f.subject) for f in report.standing if f.level is not Weight.ADVICE] == []
    assert report.can_sign


@pytest.mark.parametrize("name", GOOD)
def test_a_good_sample_shows_an_accepted_exception_and_little_advice(name):
    counts = check_plan(load_sample(name), DAYS[0]).counts
    assert counts["waived"] >= 1
    assert counts["advice"] <= 3


@pytest.mark.parametrize("name", GOOD)
def test_every_waiver_of_a_good_sample_is_needed(name):
    plan = load_sample(name)
    waived = {(f.rule, f.subject) for f in check_plan(plan, DAYS[0]).findings if f.waived}
    assert {(waiver.rule, waiver.subject) for waiver in plan.waivers.values()} == waived


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_in_the_bad_sample_every_stop_stands_that_can_stand_beside_the_others(day):
    stops = {rule for rule, (declaration, _) in rules().items() if declaration.level is Weight.STOP}
    found = {f.rule for f in check_plan(load_sample(BAD), day).standing if f.level is Weight.STOP}
    assert len(stops) > 20
    assert found == stops - {"experience.no-baseline"}


@pytest.mark.parametrize("name", [sample.name for sample in sample_names()])
def test_a_sample_has_a_dozen_tactics_or_more(name):
    assert len(load_sample(name).tactics) >= 12


@pytest.mark.parametrize("name", GOOD)
def test_a_good_sample_fills_every_kind(name):
    plan = load_sample(name)
    empty = {kind.key for kind in KINDS if not plan.records(kind) and not kind.room}
    assert empty <= FILLED_LATER


@pytest.mark.parametrize("name", GOOD)
def test_a_good_sample_names_who_signs(name):
    approvers = load_sample(name).approvers.values()
    needed = {ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER, ApproverRole.BUDGET_HOLDER}
    assert needed <= {approver.role for approver in approvers if approver.person}


@pytest.mark.parametrize("name", GOOD)
def test_the_ladders_of_a_good_sample_have_rates_all_the_way(name):
    for ascent in ascents(load_sample(name)):
        assert ascent.chains
        assert not ascent.unknown
        assert not ascent.falls_short


@pytest.mark.parametrize("sample", sample_names(), ids=lambda sample: sample.name)
def test_a_sample_is_listed_under_its_own_title(sample):
    assert load_sample(sample.name).the_brief.title == sample.title
    assert sample.summary.endswith(".")


def test_one_sample_sets_thresholds_of_its_own():
    changed = [name for name in GOOD if load_sample(name).the_limits != type(load_sample(name).the_limits)()]
    assert changed == ["cable"]


@pytest.mark.parametrize("name", [sample.name for sample in sample_names()])
def test_a_sample_reads_and_writes_the_same_plan(name):
    plan = load_sample(name)
    assert read_json(write_json(plan)) == plan


def test_each_copy_of_a_sample_has_an_id_of_its_own():
    assert load_sample("pizzeria").plan_id != load_sample("pizzeria").plan_id


def test_an_unknown_sample_is_refused_in_words():
    with pytest.raises(PlanError, match="no sample called “bakery”") as refused:
        load_sample("bakery")
    assert "pizzeria" in refused.value.hint


def test_one_sample_holds_a_whole_workshop():
    plan = load_sample("charity")
    assert all(plan.records(kind) for kind in KINDS if kind.room)
    assert overrun(plan) == 0
    assert {ballot.sort for ballot in plan.ballots.values()} == set(BallotSort)
    assert {idea.decision for idea in plan.ideas.values() if idea.block} == set(Decision)
    waiting = [one.record for one in undecided(plan, check_plan(plan, DAYS[0]))]
    assert waiting == ["room-give-up"]


def test_the_votes_of_that_sample_are_such_as_the_room_can_cast():
    plan = load_sample("charity")
    for key, ballot in plan.ballots.items():
        for person in plan.participants:
            votes = votes_of(plan, key, person)
            if ballot.sort is BallotSort.DOTS:
                assert sum(vote.dots for vote in votes) <= ballot.dots_each
            if ballot.sort is BallotSort.RANKING:
                assert sorted(vote.place for vote in votes) == list(range(1, len(votes) + 1))
    found = tally(plan, "room-which").results
    assert {one.entry for one in found if one.place <= 3} >= set(plan.ballots["room-which"].chosen[:1])
