"""Minutes: what was decided, by whom and by when; what was hidden stays hidden."""

from dataclasses import replace

import msgspec
import pytest
from msgspec.structs import replace as replaced
from read_back import outline, page_texts, plain, whole_text
from workshop_plans import HELD, NAMES, empty, many, ran, ran_plan, set_up_plan

from planner.document.blocks import Facts, Table, Together
from planner.document.workshop.export import minutes_bytes
from planner.document.workshop.minutes import minutes
from planner.document.workshop.next_steps import next_steps
from planner.document.workshop.source import Source
from planner.editing.verbs import add, change
from planner.model.records_work import ChangeAction
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import Decision, Reply, WorkStatus
from planner.workshop.deciding import Ruling, decide_reply

SECTIONS = [
    "Decisions",
    "Next steps",
    "Still undecided",
    "Parking lot",
    "Votes",
    "What changed in the plan",
    "What stands against the plan",
    "Agenda as it ran",
]


@pytest.fixture(scope="module")
def made():
    return minutes_bytes(ran())


def section(source, heading):
    """Return all that a section says, as one text."""
    found = [one for one in minutes(source).sections if one.heading == heading]
    return plain(" ".join(str(block) for one in found for block in one.blocks))


def rows(source, heading):
    """Return the rows of a section's tables."""
    blocks = next(one.blocks for one in minutes(source).sections if one.heading == heading)
    inner = [b for block in blocks for b in (block.blocks if isinstance(block, Together) else (block,))]
    return [row for block in inner if isinstance(block, Table) for row in block.rows]


def test_the_sections_stand_in_order(made):
    assert [title for depth, title, _ in outline(made.pdf) if depth == 0] == ["Weekday guests", *SECTIONS]


def test_the_head_says_when_where_and_who(made):
    text = whole_text(made.pdf)
    assert "Minutes of the workshop on 12 January 2027" in text
    assert "Upper room of the old mill" in text
    assert "09:04 to 12:31" in text
    assert all(name in text for name in NAMES)
    assert "Present (7)" in text


def test_a_decision_has_its_reason_who_decided_and_who_follows_up():
    name, result, decided, owner = rows(ran(), "Decisions")[0]
    assert (name.name, name.detail) == (
        "A second till on Friday evenings",
        "Pickups wait longest then, and one till serves them all.",
    )
    assert result.text == "Adopted"
    assert (decided.name, decided.detail) == ("Managing director", "12 Jan 2027")
    assert (owner.name, owner.detail) == ("Service lead", "1 Feb 2027")


def test_an_adopted_idea_without_an_owner_says_so():
    found = {row[0].name: row[3] for row in rows(ran(), "Decisions")}
    assert found["Answer reviews in the guest's own language"].text == "Nobody yet"


def test_adopted_stands_before_accepted_before_declined():
    words = [row[1].text for row in rows(ran(), "Decisions")]
    assert words == ["Adopted", "Adopted", "Adopted", "Exception accepted", "Declined"]


def test_what_was_parked_stands_in_the_parking_lot_only():
    assert "Loyalty card made of wood" in section(ran(), "Parking lot")
    assert "Loyalty card made of wood" not in section(ran(), "Decisions")


def test_what_an_earlier_meeting_decided_stays_out():
    source = ran()
    assert source.beginning.ideas["map"].decision is Decision.PARK
    assert len(rows(source, "Parking lot")) == 2


def test_without_a_beginning_the_day_tells_which_decisions_are_of_the_workshop():
    source = Source(ran().plan, HELD)
    assert len(rows(source, "Parking lot")) == 2
    assert "so what it changed is not known" in section(source, "What changed in the plan")


def test_what_nobody_is_known_to_have_decided_says_so():
    source = ran()
    plan = change(source.plan, "said-4", "decided_by", None).plan
    decider = rows(replace(source, plan=plan), "Parking lot")
    assert {row[0].name: row[2].name for row in decider}["Loyalty card made of wood"] == "Not noted"


def test_what_is_undecided_says_where_it_came_up_or_that_it_is_older():
    source = ran()
    plan = add(source.plan, Ballot(id="loose", name="Which first?")).plan
    before = add(source.beginning, Ballot(id="old", name="Which of old?")).plan
    plan = add(plan, before.ballots["old"]).plan
    found = rows(replace(source, plan=plan, beginning=before), "Still undecided")
    places = {row[0].name: row[2] for row in found}
    assert places["Which first?"] == "Not noted"
    assert places["Which of old?"] == "Before the workshop"
    assert places["Open kitchen on the first Monday of a month"] == "What we could do"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_short_result_of_a_vote_stands_on_one_page(paper):
    source, plan = ran(), ran().plan
    for more in range(0, 16, 3):
        for number in range(more):
            idea = replaced(plan.ideas["said-4"], id=f"more-{more}-{number}", name=f"Parked {number}")
            plan = add(plan, idea).plan
        made = minutes_bytes(replace(source, plan=plan), paper=paper)
        with_rows = [page for page in page_texts(made.pdf) if "Place Entry Dots" in page]
        assert len(with_rows) == 1, more


def test_whatever_has_no_decision_is_listed():
    found = section(ran(), "Still undecided")
    assert "Ask guests at the door what nearly kept them away" in found
    assert "A song for the pizza" in found
    assert "Which result matters most?" in found


def test_next_steps_stand_by_day_and_those_without_one_last():
    days = [step.due for step in next_steps(ran())]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[len(known) :] == [None, None]


def test_next_steps_are_told_with_their_owner():
    found = {step.text: step.owner for step in next_steps(ran())}
    assert found["Nobody knows in which queue to stand"] == "Head chef"
    assert found["What became of it"] == "Owner and Writer"
    assert found["Welcome new neighbours by hand"] == "Owner"


def test_an_idea_that_became_an_entry_is_one_step_and_not_two():
    source = ran()
    plan = change(source.plan, "said-2", "became", "share").plan
    texts = [step.text for step in next_steps(replace(source, plan=plan))]
    assert "Answer reviews in the guest's own language" not in texts
    assert texts.count("Drivers tell the kitchen on Mondays what they heard") == 1


def test_what_is_done_already_is_no_next_step():
    plan, before = ran_plan()
    done = ChangeAction(id="done", name="Already so", status=WorkStatus.DONE)
    steps = next_steps(Source(add(plan, done).plan, HELD, before))
    assert "Already so" not in [step.text for step in steps]


def test_a_revealed_ballot_has_its_result_and_turnout(made):
    text = whole_text(made.pdf)
    assert "Which of these do we do first?" in text
    assert "3 dots each; 6 of 7 voted" in text
    assert "Decided by Managing director: Both can be done before Easter." in text
    assert "Is the service that people get on our social channels as good" in text


def test_bars_are_as_long_as_their_part_of_the_most():
    bars = [row[2] for row in rows(ran(), "Votes") if len(row) == 4][:8]
    assert bars[0].part == 1.0
    assert [bar.part for bar in bars] == sorted((bar.part for bar in bars), reverse=True)
    assert bars[-1].part == 0.0


def test_a_hidden_ballot_is_named_and_nothing_of_it_told():
    source = ran()
    assert "Not revealed, so not in these minutes: Would you sign this tonight?" in section(source, "Votes")
    shown = change(source.plan, "secret", "revealed", True).plan
    revealed = replace(source, plan=shown)
    answers = [row for row in rows(source, "Votes") if len(row) == 2]
    assert len(answers) == 3
    assert len([row for row in rows(revealed, "Votes") if len(row) == 2]) == 6


def test_a_ballot_that_an_earlier_workshop_decided_stays_out():
    source = ran()
    before = add(source.beginning, replace_ballot(source.plan)).plan
    told = section(replace(source, beginning=before), "Votes")
    assert "Which of these do we do first?" not in told
    assert "Which result matters most?" in told


def replace_ballot(plan):
    """Return the decided ballot as it can stand in a plan without the ideas on it."""
    return msgspec.structs.replace(plan.ballots["first"], entries=(), chosen=())


def test_what_was_chosen_and_is_no_idea_is_a_decision():
    source = ran()
    plan = change(source.plan, "order", "chosen", ("repeat",)).plan
    found = {row[0].name: row for row in rows(replace(source, plan=plan), "Decisions")}
    name, result, *_ = found["Second orders within a month"]
    assert name.detail == "Which result matters most?"
    assert result.text == "Chosen by vote"


def test_an_answer_that_a_vote_became_is_a_decision():
    source = ran()
    ruling = Ruling("boss", HELD, "Not on Sundays.")
    plan = decide_reply(source.plan, "asked", ruling, Reply.PARTLY).plan
    found = [row for row in rows(replace(source, plan=plan), "Decisions") if row[1].text == "Answered"]
    ((name, _, by, _),) = found
    assert name.name.startswith("Is the service that people get")
    assert name.name.endswith("? Partly")
    assert (name.detail, by.name) == ("Not on Sundays.", "Managing director")


def test_the_plan_with_its_hidden_votes_is_not_inside_the_file(made):
    assert b"/EmbeddedFiles" not in made.pdf
    assert b"secret" not in made.word


def test_what_changed_in_the_plan_is_told_before_and_now():
    found = section(ran(), "What changed in the plan")
    assert "4 added, 1 changed, 1 removed" in found
    assert "Target: 12 → 10" in found
    assert "Street festival with the neighbours" in found
    assert "Can't be signed" in found


def test_the_agenda_tells_planned_and_real_minutes():
    found = {row[1].name: row for row in rows(ran(), "Agenda as it ran")[:-1]}
    assert found["What hurts our guests"][2:4] == ("25 min", "31 min")
    assert found["What hurts our guests"][4].text == "6 min more"
    assert found["Coffee"][4].text == "On time"
    assert found["Which of them first"][4].text == "6 min less"
    assert found["Buffer"][4].text == "Left out"
    assert rows(ran(), "Agenda as it ran")[-1][1:4] == ("Whole day", "215 min", "207 min")


def test_a_block_that_still_runs_counts_up_to_the_last_look():
    source = ran()
    last = source.state.stretches[-1]
    running = msgspec.structs.replace(
        source.state,
        stretches=source.state.stretches[:-1],
        block=last.block,
        since=last.began,
        seen=last.ended,
        ended=None,
    )
    again = replace(source, state=running)
    assert again.took == source.took
    assert rows(again, "Agenda as it ran") == rows(source, "Agenda as it ran")


def test_a_workshop_whose_clock_did_not_run_shows_the_planned_times():
    found = section(Source(set_up_plan(), HELD), "Agenda as planned")
    assert "The clock did not run" in found
    assert "09:00 to 09:20" in found


def test_an_empty_workshop_has_short_and_honest_minutes():
    made = minutes_bytes(empty())
    text = whole_text(made.pdf)
    assert made.pages == 1
    assert made.calendar == b""
    assert "Nothing was decided." in text
    assert "No next step was agreed." in text
    assert [title for _, title, _ in outline(made.pdf)][1:] == [
        "Decisions",
        "Next steps",
        "What changed in the plan",
    ]


def test_very_many_decisions_go_over_the_pages_and_none_is_lost():
    made = minutes_bytes(many())
    text = whole_text(made.pdf)
    assert made.pages > 10
    for number in range(1, 201):
        assert text.count(f"Decision number {number} of a room") == 2  # as a decision and as a next step
    assert text.count("Decided by") > 5  # the head is repeated


def test_the_facts_of_an_empty_head_are_not_empty():
    facts = next(block for block in minutes(empty()).opening if isinstance(block, Facts))
    assert all(text for _, text in facts.rows)
