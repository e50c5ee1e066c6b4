"""The report model: what the chapters say, before any layout."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from plan_makers import DAY, draft_plan, euros, full_plan, signed_plan, waived_plan
from strategies import plans

from planner.document.blocks import (
    Beside,
    Facts,
    Figures,
    Marked,
    Named,
    Paragraph,
    Status,
    Table,
    Together,
    Tone,
)
from planner.document.report import CHAPTER_KEYS, plan_report
from planner.editing.verbs import add, change, remove
from planner.errors import PlanError
from planner.model.plan import empty_plan
from planner.model.records_experience import Policy
from planner.model.records_purpose import Person
from planner.model.records_work import Idea, Objective, Serving, Tactic
from planner.model.vocabulary import Decision, FixStatus, PolicyStatus
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan


def report_of(plan, day=DAY, sections=()):
    return plan_report(plan, check_plan(plan, day), day, sections)


def chapter(plan, key, day=DAY):
    return report_of(plan, day, (key,)).chapters[0]


def flat(blocks):
    for block in blocks:
        if isinstance(block, Together):
            yield from flat(block.blocks)
        else:
            yield block


def tables(found):
    return [block for block in flat(found.blocks) if isinstance(block, Table)]


def words(cell):
    match cell:
        case Named(name, detail):
            return f"{name} {detail}".strip()
        case str():
            return cell
    return cell.text


def column(table, title):
    index = [found.title for found in table.columns].index(title)
    return [words(row[index]) for row in table.rows]


def facts(found):
    return {
        label: words(cell)
        for block in flat(found.blocks)
        if isinstance(block, Facts)
        for label, cell in block.rows
    }


def test_all_chapters_stand_in_their_order():
    first_time = tuple(key for key in CHAPTER_KEYS if key != "revision")
    assert tuple(found.key for found in report_of(full_plan()).chapters) == first_time


def test_chosen_chapters_keep_the_order_of_the_document():
    assert [c.key for c in report_of(full_plan(), sections=("truths", "purpose")).chapters] == [
        "purpose",
        "truths",
    ]


def test_a_chapter_that_does_not_exist_is_refused_with_the_list_of_those_that_do():
    with pytest.raises(PlanError, match="no chapter “poetry”") as caught:
        report_of(full_plan(), sections=("poetry",))
    assert "purpose" in caught.value.hint


@pytest.mark.parametrize(
    ("make", "status"),
    [(draft_plan, Status.DRAFT), (example_plan, Status.FOR_SIGN_OFF), (signed_plan, Status.SIGNED)],
)
def test_the_status_is_that_of_the_plan(make, status):
    assert report_of(make()).status is status


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (draft_plan, "Revision 1: DRAFT, not to be signed yet"),
        (example_plan, "Revision 1: for sign-off"),
        (signed_plan, "Revision 1: signed"),
        (
            lambda: remove(example_plan(), ["spring-review"]).plan,
            "Revision 1: for sign-off once its warnings",
        ),
    ],
)
def test_the_first_page_says_where_the_plan_stands(make, words):
    assert report_of(make()).first.status.text.startswith(words)


def test_an_edit_after_the_signature_is_for_sign_off_again():
    plan = change(signed_plan(), "brief", "stands_for", "Bread").plan
    found = report_of(plan)
    assert (found.status, found.revision) == (Status.FOR_SIGN_OFF, 2)


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("purpose", "16 tactics serve three business results"),
        ("objectives", "Three business results worth EUR 117,000 by 31 Dec 2027"),
        ("experience", "Four fixes come before the first campaign"),
        ("channels", "Two of three promises need more hours than there are"),
        ("policies", "Four policies are approved"),
        ("tactics", "16 tactics run from 11 Jan 2027 to 20 Dec 2027"),
        ("responsibility", "Every tactic has exactly one accountable person"),
        ("people", "Two people are planned beyond their hours"),
        ("partners", "The partner was vetted"),
        ("changes", "Three ways of working change by 1 Mar 2027"),
        ("metrics", "All metrics lead to an objective"),
        ("budget", "EUR 80,990 is planned of EUR 90,000 approved"),
        ("reviews", "Two reviews, the first on 15 Mar 2027"),
        ("ideas", "One idea has no decision yet"),
        ("truths", "Three stops keep this plan from being signed"),
        ("questions", "All 14 questions are answered"),
        ("sign-off", "Nobody has accepted revision 1 yet"),
    ],
)
def test_headings_are_findings_from_the_plans_figures(key, heading):
    assert chapter(full_plan(), key).heading == heading


@pytest.mark.parametrize("plan", [empty_plan(), full_plan(), example_plan(), draft_plan()])
def test_every_chapter_opens_with_a_finding_of_twelve_words_at_most(plan):
    for found in report_of(plan).chapters:
        assert found.finding, found.key
        assert len(found.finding.split()) <= 12, found.finding


@given(plans())
def test_whatever_the_plan_each_chapter_opens_with_a_short_finding(plan):
    assert all(0 < len(found.finding.split()) <= 12 for found in report_of(plan).chapters)


def test_what_is_empty_says_so_in_a_sentence_and_shows_no_table():
    for found in report_of(empty_plan()).chapters:
        if found.key not in {"truths", "open-items", "questions"}:
            assert not tables(found), found.key
            assert any(isinstance(b, Paragraph) and b.tone is Tone.QUIET for b in found.blocks), found.key


def test_a_critical_issue_behind_the_first_campaign_is_the_finding():
    plan = change(full_plan(), "engaged", "fix_due", date(2027, 8, 1)).plan
    assert (
        chapter(plan, "experience").heading
        == "One critical issue is still open when the first campaign starts"
    )


def test_without_a_campaign_the_weakest_touchpoint_is_the_finding():
    plan = full_plan()
    pushes = [t.id for t in plan.tactics.values() if t.kind in {"publish", "promote"}]
    assert (
        chapter(remove(plan, pushes).plan, "experience").heading
        == "The weakest touchpoint is “Ordering by telephone”"
    )


def test_issues_stand_by_severity_and_then_by_date_with_late_ones_told():
    (_, table) = tables(chapter(full_plan(), "experience"))
    assert column(table, "Severity") == ["Critical", "Critical", "Major", "Minor"]
    assert column(table, "Fix date")[:2] == ["1 Feb 2027", "15 Feb 2027"]
    assert column(table, "Status") == ["Open", "In progress", "Open, late", "Done"]


def test_a_rating_below_the_floor_is_marked_and_drawn_as_its_part_of_ten():
    (table, _) = tables(chapter(full_plan(), "experience"))
    gauges = [row[2] for row in table.rows]
    assert [(gauge.text, gauge.part, gauge.mark.value) for gauge in gauges[2:4]] == [
        ("3.5", 0.35, "late"),
        ("6", 0.6, "done"),
    ]


def test_a_promise_stands_beside_the_hours_that_it_needs():
    table = tables(chapter(full_plan(), "channels"))[2]
    assert column(table, "Hours needed") == ["6 h", "6 h", "20 h"]
    assert column(table, "Productive hours") == ["12.2 h", "5.4 h", "10.9 h"]
    assert column(table, "Promise") == ["Enough hours", "Too few hours", "Too few hours"]


def test_each_tactic_says_why_who_when_what_it_costs_how_it_is_measured_and_when_it_stops():
    found = chapter(example_plan(), "tactics")
    card = facts(type(found)("", "", "", found.blocks[-2:-1]))
    assert card == {
        "Why": "Fill the tables from Monday to Thursday\n"
        "To yield trust, from the idea “Sign every answer with a first name”",
        "For customers": "A real answer within a day, by name.",
        "Who": "Accountable: Service lead\nResponsible: Service lead and Host",
        "When": "11 Jan 2027 – 17 Dec 2027, on “Reviews”",
        "What it costs": "4 h a week; EUR 6,820 in all, hours included",
        "How it is measured": "Reviews answered within a day\n"
        "Half of those who complained come back within three months.",
        "When it stops": "Fewer than one in ten has come back by June.",
    }


def test_a_tactic_of_which_nothing_is_said_says_that_of_every_question():
    plan = add(empty_plan(), Tactic(id="bare")).plan
    card = facts(chapter(plan, "tactics"))
    assert (
        card["When"]
        == card["What it costs"]
        == card["How it is measured"]
        == card["When it stops"]
        == "Not said yet"
    )
    assert card["Who"] == "Accountable: nobody yet\nResponsible: nobody yet"


def test_tactics_stand_in_the_order_of_their_start():
    table = tables(chapter(full_plan(), "tactics"))[0]
    starts = [t.starts_on for t in full_plan().tactics.values()]
    assert [row[3].splitlines()[0] for row in table.rows] == [
        f"{d.day} {d:%b} {d.year} –" for d in sorted(starts)
    ]


def test_the_matrix_has_exactly_one_accountable_person_a_row():
    (table,) = tables(chapter(example_plan(), "responsibility"))
    for row in table.rows:
        assert sum("A" in words(cell) for cell in row[1:]) == 1
    assert [column_.title for column_ in table.columns[1:]] == [
        "Service lead",
        "Host",
        "Marketer",
        "Designer of the studio",
    ]


def test_with_many_people_their_names_run_upwards():
    (table,) = tables(chapter(full_plan(), "responsibility"))
    assert all(column_.turned for column_ in table.columns[1:])
    assert len(table.columns) > 7


def test_with_more_people_than_fit_the_matrix_becomes_a_list():
    plan, crowd = full_plan(), []
    for number in range(15):
        crowd.append(f"crowd-{number}")
        plan = add(plan, Person(id=crowd[-1], name=f"Helper {number}")).plan
    plan = change(plan, "tactic-2", "responsible", tuple(crowd)).plan
    (table,) = tables(chapter(plan, "responsibility"))
    assert [column_.title for column_ in table.columns] == ["Tactic", "Accountable", "Responsible"]


def test_a_tactic_without_an_accountable_person_is_the_finding():
    plan = change(full_plan(), "tactic-2", "accountable", None).plan
    assert chapter(plan, "responsibility").heading == "One tactic has nobody accountable"


def test_the_budget_adds_up_line_by_line():
    parts, lines, _ = tables(chapter(full_plan(), "budget"))
    amounts = [int(words(row[1]).removeprefix("EUR ").replace(",", "")) for row in parts.rows]
    assert sum(amounts[:-1]) == amounts[-1] == 80_990
    assert parts.total
    assert column(lines, "Amount")[-1] == "EUR 5,280"


def test_a_plan_above_its_budget_says_by_how_much():
    plan = change(full_plan(), "budget", "approved", euros(80_000)).plan
    assert chapter(plan, "budget").heading == "The plan costs EUR 990 more than was approved"


def test_findings_stand_with_the_heaviest_first():
    table = tables(chapter(full_plan(), "truths"))[1]
    levels = column(table, "Level")
    assert levels == sorted(levels, key=["Stop", "Warning", "Advice"].index)
    assert set(levels) == {"Stop", "Warning", "Advice"}


def test_changed_thresholds_are_listed_with_the_usual_ones():
    plan = change(full_plan(), "limits", "surge_factor", 4).plan
    table = tables(chapter(plan, "truths"))[-1]
    assert [words(cell) for cell in table.rows[0]] == ["A promise should survive", "3 times", "4 times"]


def test_exceptions_that_hold_stand_with_reason_name_and_date_and_those_that_ran_out_do_not():
    plan = waived_plan()
    (table,) = tables(chapter(plan, "sign-off"))
    assert set(column(table, "Accepted by")) == {"Managing director"}
    assert set(column(table, "Until")) == {"30 Jun 2027"}
    assert not tables(chapter(plan, "sign-off", day=date(2027, 7, 1)))


def test_open_items_have_owners_and_the_earliest_comes_first():
    (table,) = tables(chapter(signed_plan(), "open-items"))
    assert column(table, "Owner") == ["Service lead", "Service lead"]
    assert column(table, "Due") == ["1 Feb 2027", "15 Feb 2027"]


@pytest.mark.parametrize(
    ("decisions", "heading"),
    [
        ((Decision.ADOPT, Decision.DECLINE), "One of two ideas was adopted"),
        ((Decision.ADOPT, Decision.ADOPT, Decision.PARK), "Two of three ideas were adopted"),
        ((Decision.ADOPT,), "One idea was adopted"),
        ((Decision.DECLINE, Decision.PARK), "No idea was adopted"),
    ],
)
def test_how_many_ideas_were_adopted_is_one_whole_sentence(decisions, heading):
    plan = empty_plan("Ideas")
    for number, decision in enumerate(decisions):
        plan = add(plan, Idea(id=f"idea-{number}", name="Bread", decision=decision)).plan
    assert chapter(plan, "ideas").heading == heading


@pytest.mark.parametrize(
    ("tactics", "heading"),
    [(1, "One tactic serves one business result"), (2, "Two tactics serve one business result")],
)
def test_how_many_tactics_serve_results_is_one_whole_sentence(tactics, heading):
    plan = add(empty_plan("Results"), Objective(id="more", name="More guests")).plan
    for number in range(tactics):
        serves = (Serving(objective="more"),)
        plan = add(plan, Tactic(id=f"tactic-{number}", name="Bread", objectives=serves)).plan
    assert chapter(plan, "purpose").heading == heading


def test_drafts_and_ideas_that_no_finding_speaks_of_are_open_items():
    plan = add(
        example_plan(), Policy(id="new", name="House rules", owner="host", status=PolicyStatus.DRAFT)
    ).plan
    (table,) = tables(chapter(plan, "open-items"))
    assert "House rules Approve the policy." in column(table, "Open item")


def test_what_a_finding_asks_for_is_not_listed_twice():
    plan = add(example_plan(), Idea(id="lonely", name="A lonely idea")).plan
    (table,) = tables(chapter(plan, "open-items"))
    assert sum("A lonely idea" in item for item in column(table, "Open item")) == 1


def test_when_everything_is_done_nothing_is_open():
    plan = change(signed_plan(), "slow-bill", "status", FixStatus.DONE).plan
    plan = remove(plan, ["kitchen-reads", *plan.approvers]).plan
    found = chapter(plan, "open-items")
    assert not [item for item in column(tables(found)[0], "Open item") if "bill" in item or "kitchen" in item]


def test_the_first_page_counts_what_it_says():
    figures = next(block for block in report_of(full_plan()).first.blocks if isinstance(block, Figures))
    assert {figure.label: figure.value for figure in figures.figures} == {
        "Objectives": "3",
        "Tactics": "16",
        "Fixes before the first push": "4",
        "Planned cost": "EUR 80,990",
        "Approved budget": "EUR 90,000",
        "Findings that stand": "20",
    }


def test_the_first_page_tells_what_is_decided_and_what_is_open():
    beside = next(block for block in report_of(full_plan()).first.blocks if isinstance(block, Beside))
    assert Marked("Three stops stand against the plan", "late") in beside.right.points
    assert "Sponsor: Managing director" in [point.text for point in beside.left.points]
    assert "Three approvals to be given" in [point.text for point in beside.right.points]


def test_a_long_answer_is_shortened_on_the_first_page_and_whole_in_the_first_chapter():
    answer = "We answer. " * 9_000
    found = report_of(change(full_plan(), "brief", "answer", answer).plan)
    lead = found.first.blocks[0]
    assert lead.text == ("We answer. " * 54).strip()
    assert any(isinstance(block, Paragraph) and block.text == answer for block in found.chapters[0].blocks)


def test_the_day_decides_what_is_late():
    (_, table) = tables(chapter(full_plan(), "experience", day=DAY - timedelta(days=60)))
    assert "Open, late" not in column(table, "Status")


def test_where_advice_stands_the_heading_does_not_say_that_nothing_does():
    found = chapter(load_sample("cable"), "truths", day=date(2026, 11, 22))
    assert found.heading == "No stop and no warning stands; one exception was accepted"
    said = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert "1 piece of advice stands against the plan" in said[0]
    assert "One exception was accepted; it stands with its reason above the signatures." in said


def test_a_plan_that_holds_says_so_and_points_at_no_exception():
    found = chapter(signed_plan(), "truths")
    said = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert said[0].endswith("nothing stands against the plan. The plan may be signed.")
    assert "No exception was accepted." in said


def test_accepted_exceptions_stand_in_one_place_only():
    plan = waived_plan()
    assert not [table for table in tables(chapter(plan, "truths")) if table.columns[0].title == "Exception"]
    assert [table for table in tables(chapter(plan, "sign-off")) if table.columns[0].title == "Exception"]
