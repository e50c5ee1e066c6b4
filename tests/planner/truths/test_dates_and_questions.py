"""Dates, and the questions to the team."""

from datetime import date

import pytest

from planner.model.records_signoff import Answer, Waiver
from planner.model.vocabulary import Reply
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, QUESTION_IDS, example_plan
from planner.truths.questions import QUESTIONS, answer_to, question_by_id

LETTER = "weekday-letter"


class TestDates:
    def test_a_period_turned_round_is_the_only_finding(self, told):
        (finding,) = told("plan.dates", ("brief", "ends_on", date(2027, 1, 3)))
        assert finding.message == "The plan ends on 3 January 2027, before it starts on 4 January 2027."
        assert (finding.kind, finding.field) == ("plan", "brief.ends_on")

    def test_one_day_is_long_enough_for_tactic_and_policy(self, told):
        day = date(2027, 5, 1)
        assert not told("plan.dates", (LETTER, "starts_on", day), (LETTER, "ends_on", day))
        policy = [("disclosure-policy", name, day) for name in ("in_force_from", "in_force_until")]
        assert not told("plan.dates", *policy)

    def test_a_tactic_turned_round_is_told_of_once(self, told):
        steps = ((LETTER, "starts_on", date(2028, 5, 2)), (LETTER, "ends_on", date(2028, 5, 1)))
        (finding,) = told("plan.dates", *steps)
        assert finding.message.endswith("ends on 1 May 2028, before it starts on 2 May 2028.")

    def test_a_policy_turned_round_leads_to_its_last_day(self, told):
        (finding,) = told("plan.dates", ("disclosure-policy", "in_force_until", date(2026, 12, 14)))
        assert (finding.subject, finding.field) == ("disclosure-policy", "in_force_until")

    @pytest.mark.parametrize(
        ("starts", "ends", "field", "words"),
        [
            (date(2027, 1, 3), date(2027, 5, 1), "starts_on", "starts on 3 January 2027, before the plan"),
            (date(2027, 1, 5), date(2028, 1, 1), "ends_on", "ends on 1 January 2028, after the plan ends"),
            (
                date(2028, 2, 1),
                date(2028, 3, 1),
                "starts_on",
                "starts on 1 February 2028 and ends on 1 March 2028, after the plan ends on 31 December",
            ),
            (
                date(2026, 2, 1),
                date(2028, 3, 1),
                "starts_on",
                "before the plan starts on 4 January 2027, and ends on 1 March 2028, after the plan ends",
            ),
            (None, date(2028, 3, 1), "ends_on", "ends on 1 March 2028, after the plan ends"),
        ],
    )
    def test_a_tactic_outside_the_plan_is_told_of_with_its_days(self, told, starts, ends, field, words):
        (finding,) = told("plan.dates", (LETTER, "starts_on", starts), (LETTER, "ends_on", ends))
        assert finding.field == field
        assert words in finding.message

    def test_the_plans_first_and_last_day_lie_within_it(self, told):
        days = ((LETTER, "starts_on", date(2027, 1, 4)), (LETTER, "ends_on", date(2027, 12, 31)))
        assert not told("plan.dates", *days)

    def test_without_a_period_nothing_lies_outside(self, told):
        open_plan = (("brief", "starts_on", None), ("brief", "ends_on", None))
        assert not told("plan.dates", *open_plan, (LETTER, "ends_on", date(2099, 1, 1)))


class TestQuestions:
    def test_there_are_fourteen_with_ids_of_their_own(self):
        assert len({question.id for question in QUESTIONS}) == 14
        assert tuple(question.id for question in QUESTIONS) == QUESTION_IDS
        assert all(question_by_id(question.id) is question for question in QUESTIONS)
        assert question_by_id("ask.nobody") is None

    def test_an_answer_is_found_by_its_question(self):
        assert answer_to(example_plan(), "ask.stop-doing").evidence == "The daily photographs of dishes."
        assert answer_to(example_with("answer-13"), "ask.stop-doing") is None

    def test_the_finding_is_about_the_question_and_cites_its_sources(self, told):
        (finding,) = told("ask.unanswered", "answer-13")
        assert (finding.kind, finding.subject, finding.field) == ("question", "ask.stop-doing", "reply")
        assert finding.subject_name == "What will we stop doing, to make room?"
        assert finding.citation == "V7"
        assert finding.message == "Nobody has answered yet: What will we stop doing, to make room?"
        assert finding.step.value == "sign-off"

    def test_a_begun_answer_says_what_it_lacks(self, told):
        (finding,) = told("ask.unanswered", ("answer-13", "evidence", " "), ("answer-13", "on", None))
        assert finding.message.startswith("Answered without evidence or a date: What will we stop doing")
        assert finding.field == "evidence"

    def test_an_answer_to_no_known_question_answers_none(self, told):
        stray = Answer(id="stray", question="ask.nobody", reply=Reply.YES, evidence="Yes.", by="boss")
        assert len(told("ask.unanswered", "answer-13", "answer-14", stray)) == 2

    def test_a_waiver_of_one_question_leaves_the_others(self, told):
        waiver = Waiver(
            id="w", rule="ask.unanswered", subject="ask.stop-doing", reason="Not this year.", by="boss"
        )
        findings = told("ask.unanswered", "answer-13", "answer-14", waiver)
        assert [(f.subject, f.waived) for f in findings] == [
            ("ask.stop-doing", True),
            ("ask.heard-last-quarter", False),
        ]

    def test_findings_of_one_report_have_different_keys(self):
        answers = [f"answer-{number}" for number in range(1, 15)]
        findings = check_plan(example_with(*answers), EXAMPLE_DAY).findings
        assert len({finding.key for finding in findings}) == len(findings) == 14
