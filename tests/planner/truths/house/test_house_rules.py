"""House truths beside the catalogue's: findings, questions, exceptions, manual, no way round a stop."""

from datetime import date

import msgspec
import pytest

from planner.editing.verbs import add, change, remove
from planner.errors import PlanError
from planner.exchange.plan_json import read_json, write_json
from planner.model.kinds import Step
from planner.model.plan import new_id
from planner.model.records_house import HouseTruth
from planner.model.records_signoff import Answer, Dismissal, Waiver
from planner.model.vocabulary import Reply, Subject, TruthSort, Weight
from planner.store.plan_file import PlanFile
from planner.truths.catalogue import rules
from planner.truths.consent import dismiss, waive
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.findings import PLAN, QUESTION
from planner.truths.house.examples import EXAMPLES
from planner.truths.house.ids import PREFIX, record_id, truth_id
from planner.truths.manual import manual_text
from planner.truths.of_plan import rule_of, rules_of, title_of
from planner.truths.questions import QUESTIONS, questions_of
from planner.truths.waivers import can_be_waived

LONG_WEEK = HouseTruth(
    id="long-week",
    name="No tactic takes more than an hour a week",
    conditions="entry.hours > 1",
    message="“{name}” takes {hours} h, led by {accountable.name} ({accountable.level}); {no such} {place.x}",
    remedy="Take an hour off {name}.",
    why="Everybody is busy.",
    citation="House book, page 3",
)
RULE = "house.long-week"


def found_in(plan, rule=RULE, today=EXAMPLE_DAY):
    return [finding for finding in check_plan(plan, today).findings if finding.rule == rule]


def with_level(level, *more):
    return example_with(msgspec.structs.replace(LONG_WEEK, level=level), *more)


def first(plan):
    return found_in(plan)[0]


def test_it_finds_each_entry_for_which_its_conditions_hold_and_leads_to_the_field():
    plan = with_level(Weight.WARN)
    found = found_in(plan)
    long = [tactic.id for tactic in plan.tactics.values() if tactic.hours and tactic.hours > 1]
    assert [finding.subject for finding in found] == long
    assert len(long) > 1
    one, tactic = found[0], plan.tactics[long[0]]
    leader = plan.people[tactic.accountable]
    led = f"led by {leader.name} ({leader.level.label})"
    assert one.message == f"“{tactic.name}” takes {tactic.hours} h, {led}; {{no such}} {{place.x}}"
    assert (one.remedy, one.citation) == (f"Take an hour off {tactic.name}.", "House book, page 3")
    assert (one.kind, one.field, one.step, one.level) == ("tactics", "hours", Step.TACTICS, Weight.WARN)


def test_user_text_in_a_message_is_text():
    braces = msgspec.structs.replace(LONG_WEEK, message="{name.__class__} {0} {} {{name}} %s {title!r}")
    assert first(example_with(braces)).message.startswith("{name.__class__} {0} {} {")


def test_a_message_that_is_missing_is_made_up():
    bare = HouseTruth(id="long-week", name="Short weeks", conditions="entry.hours > 1")
    found = first(example_with(bare))
    assert found.message.endswith("breaks a truth of the house: Short weeks")
    assert found.remedy == "It looks at: hours a week."
    assert found.citation == ""


def test_a_truth_about_the_plan_leads_to_the_field_of_the_plan():
    truth = msgspec.structs.replace(LONG_WEEK, looks_at=Subject.PLAN, conditions='entry.currency == "EUR"')
    (found,) = found_in(example_with(truth))
    assert (found.kind, found.subject, found.field, found.step) == (
        PLAN,
        PLAN,
        "brief.currency",
        Step.PURPOSE,
    )
    counting = msgspec.structs.replace(truth, conditions="size(plan.tactics) > 1")
    (found,) = found_in(example_with(counting))
    assert (found.field, found.step) == ("tactics", Step.TACTICS)


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ("", "It has no condition yet."),
        ("entry.hours > 1\nentry.hous > 1", "Line 2: A tactic has no field called “hous”"),
        ("entry.hours >", "Line 1: The condition ends too early."),
        ("size(entry.name) / (size(entry.name) - size(entry.name)) > 1", "It failed at “"),
    ],
)
def test_one_that_fails_is_a_finding_that_says_so_and_the_rest_still_run(conditions, words):
    failing = msgspec.structs.replace(LONG_WEEK, conditions=conditions, level=Weight.STOP)
    other = msgspec.structs.replace(LONG_WEEK, id="other")
    plan = example_with(failing, other)
    (found,) = found_in(plan)
    assert words in found.message
    assert (found.kind, found.subject, found.field) == ("house_truths", "long-week", "conditions")
    assert found_in(plan, "house.other")
    assert not check_plan(plan, EXAMPLE_DAY).can_sign


def test_its_id_is_its_entrys_for_life_and_can_never_be_one_of_the_catalogue():
    assert (truth_id(LONG_WEEK), record_id(RULE), record_id("owner.none")) == (RULE, "long-week", None)
    assert not any(known.startswith(PREFIX) for known in (*rules(), *(q.id for q in QUESTIONS)))
    renamed = change(with_level(Weight.WARN), "long-week", "name", "Other words").plan
    assert found_in(renamed)
    assert title_of(renamed, RULE) == "Other words"


def test_the_truths_of_a_plan_are_the_catalogues_and_its_own():
    plan = with_level(Weight.WARN)
    assert list(rules_of(plan)) == [*rules(), RULE]
    assert rule_of(plan, RULE).title == LONG_WEEK.name
    assert rule_of(example_plan(), RULE) is None
    assert rules_of(example_plan()) == rules()
    assert title_of(example_plan(), RULE) == RULE


class TestAStopCantBeWaived:
    """By no route: verbs, JSON, the file, or a level that was changed after a waiver."""

    waiver = Waiver(id="way-round", rule=RULE, reason="We are in a hurry.", by="boss")

    def stands(self, plan):
        subject = first(plan).subject
        plan = add(plan, msgspec.structs.replace(self.waiver, subject=subject)).plan
        found = next(finding for finding in found_in(plan) if finding.subject == subject)
        report = check_plan(plan, EXAMPLE_DAY)
        needless = [f.message for f in report.findings if f.rule == "waiver.unneeded"]
        assert found.stands
        assert not report.can_sign
        assert any("a stop" in message for message in needless)
        return plan

    def test_not_by_a_waiver_in_the_plan(self):
        self.stands(with_level(Weight.STOP))

    def test_not_by_the_verb(self):
        plan = with_level(Weight.STOP)
        assert not can_be_waived(plan, RULE)
        with pytest.raises(PlanError, match="can't be accepted as an exception"):
            waive(plan, first(plan), "A reason", "boss", today=EXAMPLE_DAY)

    def test_not_by_a_finding_from_before_it_became_a_stop(self):
        before = with_level(Weight.WARN)
        after = change(before, "long-week", "level", Weight.STOP).plan
        with pytest.raises(PlanError, match="A stop can't be accepted"):
            waive(after, first(before), "A reason", "boss", today=EXAMPLE_DAY)

    def test_not_by_a_waiver_from_before_it_became_a_stop(self):
        plan = with_level(Weight.WARN)
        waived = waive(plan, first(plan), "A reason", "boss", today=EXAMPLE_DAY).plan
        assert first(waived).waived
        assert not first(change(waived, "long-week", "level", Weight.STOP).plan).waived

    def test_not_through_json(self):
        plan = self.stands(with_level(Weight.STOP))
        assert not first(read_json(write_json(plan))).waived

    def test_not_through_the_file(self, tmp_path):
        plan = self.stands(with_level(Weight.STOP))
        PlanFile.create(tmp_path / "round.tcplan", plan).close()
        with PlanFile.open(tmp_path / "round.tcplan") as file:
            assert file.plan.house_truths == plan.house_truths
            assert not first(file.plan).waived

    def test_not_by_dismissing_it(self):
        plan = with_level(Weight.STOP)
        with pytest.raises(PlanError):
            dismiss(plan, first(plan))
        aside = Dismissal(id="aside", rule=RULE, subject=first(plan).subject)
        assert first(add(plan, aside).plan).stands


def test_a_warning_of_the_house_is_waived_and_advice_dismissed_like_any_other():
    plan = with_level(Weight.WARN)
    edit = waive(plan, first(plan), "A reason", "boss", date(2027, 6, 1), today=EXAMPLE_DAY)
    assert edit.label == "Accept an exception to “No tactic takes more than an hour a week”"
    assert first(edit.plan).waived
    assert not found_in(edit.plan, today=date(2027, 6, 2))[0].waived
    advice = with_level(Weight.ADVICE)
    assert first(dismiss(advice, first(advice)).plan).dismissed


def test_a_waiver_of_a_truth_that_is_gone_is_told():
    plan = with_level(Weight.WARN)
    plan = waive(plan, first(plan), "A reason", "boss", today=EXAMPLE_DAY).plan
    left = check_plan(remove(plan, ["long-week"]).plan, EXAMPLE_DAY)
    (told,) = [finding for finding in left.findings if finding.rule == "waiver.unneeded"]
    assert "does not know" in told.message


def test_a_question_of_the_house_is_asked_and_answered_beside_the_others():
    question = HouseTruth(id="why-us", name="Why us?", sort=TruthSort.QUESTION, citation="R9")
    plan = example_with(question)
    assert questions_of(plan)[-1].id == "house.why-us"
    (asked,) = found_in(plan, "ask.unanswered")
    assert (asked.kind, asked.subject, asked.subject_name) == (QUESTION, "house.why-us", "Why us?")
    assert (asked.level, asked.citation) == (Weight.WARN, "R9")
    answer = Answer(
        id=new_id("answers"),
        question="house.why-us",
        reply=Reply.YES,
        evidence="We asked.",
        by="boss",
        on=EXAMPLE_DAY,
    )
    assert found_in(add(plan, answer).plan, "ask.unanswered") == []
    assert RULE not in rules_of(example_with(msgspec.structs.replace(LONG_WEEK, sort=TruthSort.QUESTION)))


def test_the_manual_of_a_plan_has_its_house_truths_and_no_markup_of_theirs():
    sly = msgspec.structs.replace(LONG_WEEK, why="# Heading\n\n[link](http://x) <b>", name="*Sly*")
    asked = HouseTruth(id="why-us", name="Why us?", sort=TruthSort.QUESTION)
    text = manual_text(example_with(sly, asked))
    part = text[text.index("## House truths") : text.index("## Coverage")]
    assert "`house.long-week`: warning" in part
    assert r"### \*Sly\*" in part
    assert r"\# Heading \[link\](http://x) \<b\>" in part
    assert "### Why us?" in part
    assert "## House truths" not in manual_text(example_plan())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_the_examples_to_start_from_can_be_checked(example):
    plan = example_with(msgspec.structs.replace(example, id="fresh"))
    failed = [f for f in check_plan(plan, EXAMPLE_DAY).findings if f.subject == "fresh"]
    assert failed == []
