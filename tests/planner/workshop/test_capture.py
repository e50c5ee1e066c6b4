"""One line becomes one entry; what is not understood stays in the text and is told."""

import re
from contextlib import suppress
from datetime import date

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from room_maker import room

from planner.editing import verbs
from planner.editing.patch import apply, diff
from planner.errors import PlanError
from planner.model.records_experience import Touchpoint
from planner.model.records_purpose import Person
from planner.model.records_work import Objective
from planner.model.vocabulary import Decision, Function, Origin
from planner.workshop.capture import Setting, capture, completions

TODAY = date(2027, 3, 4)
ENGLISH = Locale("en", "GB")


def setting(block="write", locale=ENGLISH) -> Setting:
    return Setting(block, TODAY, locale)


def read(line, block="write", plan=None):
    return capture(plan or room(), line, setting(block))


def test_a_plain_line_is_an_idea_with_origin_and_block():
    made = read("Answer in the evening").record
    assert (made.name, made.origin, made.block) == ("Answer in the evening", Origin.WORKSHOP, "write")
    assert (made.owner, made.due, made.concerns, made.said_by, made.decision) == (None, None, (), "", None)


def test_owner_day_channel_objective_and_speaker_are_read_off_one_line():
    found = read("Answer reviews @ana by 3 May #telephone #More repeat orders ~Bob in the evening")
    made = found.record
    assert made.name == "Answer reviews in the evening"
    assert (made.owner, made.due, made.said_by) == ("ana", date(2027, 5, 3), "Bob")
    assert made.concerns == ("hotline", "repeat")


def test_the_line_of_the_issue():
    plan = verbs.remove(room(), ["stars"]).plan
    made = capture(plan, "Reply to each of them @service by 3 May #reviews", setting()).record
    assert (made.name, made.owner, made.due) == ("Reply to each of them", "ana", date(2027, 5, 3))
    assert made.concerns == ("reviews",)


def test_what_could_be_two_things_offers_both_and_a_qualifier_or_the_full_name_tells_them_apart():
    found = read("Reply faster #rev")
    assert found.record.name == "Reply faster #rev"
    assert found.problems == (
        "“#rev” could be objective “Reviews of four stars” or channel “Reviews”; it stays in the text.",
    )
    assert read("Reply faster #reviews").record.concerns == ("reviews",)
    assert read("Reply faster #Reviews of four stars").record.concerns == ("stars",)
    assert read("Reply faster #objective:rev").record.concerns == ("stars",)
    assert read("Reply faster #channel:rev #pick").record.concerns == ("reviews", "pickup")


def test_a_mark_means_what_the_entry_can_be_about_where_other_things_have_that_name_too():
    plan = verbs.add(room(), Touchpoint(id="letter", name="Review by letter")).plan
    assert len(read("Reply faster #rev", plan=plan).problems) == 1
    found = read("issue: Nobody reads it #rev", plan=plan)
    assert (found.record.name, found.record.touchpoint) == ("Nobody reads it", "letter")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("mark", "owner"),
    [("@ana", "ana"), ("@Lima", "ana"), ("@Ana Lima", "ana"), ("@eva", "eva"), ("@maria", "eva"),
     ("@sa", "eva"), ("@MARKETING", "ben"), ("@leadership,", "eva")],
)  # fmt: skip
def test_people_are_found_by_any_part_of_their_name_or_by_their_function(mark, owner):
    found = read(f"Do it {mark} soon")
    assert found.record.owner == owner
    assert found.problems == ()


def test_two_people_of_one_function_are_told_and_stay_in_the_text():
    plan = verbs.add(room(), Person(id="ida", name="Ida Berg", function=Function.SERVICE)).plan
    found = capture(plan, "Do it @service", setting())
    assert (found.record.owner, found.record.name) == (None, "Do it @service")
    assert "person “Ana Lima” or person “Ida Berg”" in found.problems[0]


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("tactic: Answer at night", "tactics", "Answer at night"),
        ("Issue:  Pizza is cold", "issues", "Pizza is cold"),
        ("Answer at night !tactic", "tactics", "Answer at night"),
        ("!objective Fewer calls", "objectives", "Fewer calls"),
        ("idea: x", "ideas", "x"),
        ("Note: nothing of ours", "ideas", "Note: nothing of ours"),
        ("at 12:30 we eat", "ideas", "at 12:30 we eat"),
    ],
)
def test_a_word_says_what_it_is(line, kind, name):
    found = read(line)
    assert (found.kind, found.record.name) == (kind, name)


@pytest.mark.parametrize(
    ("block", "kind"),
    [("write", "ideas"), ("do", "tactics"), ("hurt", "issues"), (None, "ideas"), ("gone", "ideas")],
)
def test_else_the_block_at_hand_says_what_it_is(block, kind):
    assert read("Something", block).kind == kind


def test_an_idea_for_the_parking_lot_is_parked_at_once():
    found = read("park: A podcast ~Cleo")
    assert (found.record.decision, found.record.decided_on) == (Decision.PARK, TODAY)
    assert found.summary == "idea for the parking lot · said by Cleo"


def test_who_leads_the_workshop_stands_for_the_room_that_parks_something():
    led = verbs.change(room(), "workshop", "facilitator", "ben").plan
    assert read("park: A podcast", plan=led).record.decided_by == "ben"
    assert read("park: A podcast").record.decided_by is None
    assert read("A podcast", plan=led).record.decided_by is None


def test_a_tactic_takes_each_mark_where_it_belongs():
    made = read("tactic: Reply @ben by 30 June 2027 #telephone #more #pickup").record
    assert (made.accountable, made.ends_on, made.channel) == ("ben", date(2027, 6, 30), "hotline")
    assert [one.objective for one in made.objectives] == ["repeat"]
    assert made.touchpoints == ("pickup",)


def test_an_issue_takes_owner_and_day_of_its_fix():
    made = read("issue: Queue at seven @ana by friday #pickup").record
    assert (made.fix_owner, made.fix_due, made.touchpoint) == ("ana", date(2027, 3, 5), "pickup")


@pytest.mark.parametrize(
    ("line", "name", "problem"),
    [
        ("Do it @nobody", "Do it @nobody", "“@nobody” is not known"),
        ("Do it !song", "Do it !song", "“!song” is not known"),
        ("Do it @ana @ben", "Do it @ben", "“@ben” is one too many"),
        ("Do it by friday by 3 May", "Do it by 3 May", "“by 3 May” is one too many"),
        ("issue: Late #telephone", "Late #telephone", "no place for it (experience issue)"),
        ("tactic: Reply ~Bob", "Reply ~Bob", "no place for it (tactic)"),
        ("!tactic !issue Reply", "!issue Reply", "“!issue” is one too many"),
    ],
)
def test_what_is_not_understood_stays_and_is_told(line, name, problem):
    found = read(line)
    assert found.record.name == name
    assert len(found.problems) == 1
    assert problem in found.problems[0]


@pytest.mark.parametrize(
    "line", ["sell by hand", "should know by now", "ana@example.com writes", "a # b @ c", "50 % ~ half"]
)
def test_plain_talk_is_no_mark(line):
    found = read(line)
    assert (found.record.name, found.problems, found.record.due) == (line, (), None)


@pytest.mark.parametrize("line", ["", "   ", "@ana by friday", "tactic:"])
def test_marks_alone_make_nothing(line):
    with pytest.raises(PlanError, match="Only marks"):
        read(line)


def test_a_line_that_is_too_long_is_refused_and_not_cut():
    with pytest.raises(PlanError, match="too long"):
        read("x" * 301).edit(room())


def test_punctuation_behind_a_mark_does_not_hang_in_the_air():
    assert read("Call them @ana, and soon").record.name == "Call them, and soon"
    assert read("@ana, call them").record.name == "call them"
    assert read("... and then @ana").record.name == "... and then"


def test_days_are_read_as_the_region_writes_them():
    german = Setting("write", TODAY, Locale("de"))
    assert capture(room(), "Anrufen by 3. Mai", german).record.due == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("18 December", date(2026, 12, 18)),
        ("17 Nov", date(2026, 11, 17)),
        ("16 Nov", date(2027, 11, 16)),
        ("3 May", date(2027, 5, 3)),
        ("18/12", date(2026, 12, 18)),
        ("18 December 2027", date(2027, 12, 18)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_whatever_the_plans_period(typed, due):
    plan = verbs.change(room(), "brief", "starts_on", date(2027, 1, 1)).plan
    plan = verbs.change(plan, "brief", "ends_on", date(2027, 12, 31)).plan
    here = Setting("write", date(2026, 11, 17), ENGLISH)
    assert capture(plan, f"Call them by {typed}", here).record.due == due


TOKENS = (
    "@ana", "@Ana Lima", "@nobody", "@service", "#reviews", "#rev", "#More repeat orders", "#channel:tele",
    "by 3 May", "by friday", "by hand", "by", "~Anna", "~Zoë", "!tactic", "!issue", "!zap", "tactic:",
    "park:", "words", "über", "a@b.c", "😀", "50", "<b>", "{x}", "!", "@", "#", "...", ",", "!?",
)  # fmt: skip
LINES = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=10).map(" ".join)


@given(LINES, st.sampled_from(["write", "do", "hurt", None]))
def test_no_word_is_ever_lost(line, block):
    try:
        found = read(line, block)
    except PlanError:
        return
    known = [line[span.start : span.end] for span in found.spans if span.known]
    assert sorted(line.split()) == sorted(" ".join([found.record.name, *known]).split())
    left = [line[span.start : span.end] for span in found.spans if not span.known]
    assert len(left) == len(found.problems)
    assert all(mark.split()[0] in found.record.name for mark in left)


@given(LINES, st.sampled_from(["write", "do", "hurt", None]))
def test_a_captured_line_is_one_step_that_is_taken_back_exactly(line, block):
    plan = room()
    try:
        edit = read(line, block, plan).edit(plan)
    except PlanError:
        return
    patch = diff(plan, edit.plan)
    assert len([change for change in patch.records if change.before is None]) == 1
    assert apply(edit.plan, patch.inverse()) == plan


@given(st.text(max_size=80))
def test_no_line_makes_it_fail(line):
    with suppress(PlanError):
        read(line).edit(room())


# completing


def offered(line, block="write", plan=None):
    return [(one.insert, one.beside) for one in completions(plan or room(), line, len(line), setting(block))]


def test_people_are_offered_by_name_and_by_function():
    assert offered("Do it @") == [
        ("@Ana Lima ", "Service"), ("@Ben Okoro ", "Marketing"), ("@Eva-María Sá ", "Leadership"),
    ]  # fmt: skip
    assert [insert for insert, _ in offered("Do it @ser")] == ["@Ana Lima "]
    assert [insert for insert, _ in offered("Do it @sa")] == ["@Eva-María Sá "]


def test_objectives_channels_and_touchpoints_are_offered_those_that_begin_so_first():
    assert offered("Do it #re") == [
        ("#Reviews of four stars ", "objective"),
        ("#Reviews ", "channel"),
        ("#More repeat orders ", "objective"),
    ]  # fmt: skip


def test_two_of_one_name_are_offered_with_their_kind_and_read_back_as_that():
    plan = verbs.add(room(), Objective(id="twin", name="Reviews")).plan
    inserts = [insert for insert, _ in offered("Do it #reviews o", plan=plan)]
    assert inserts == ["#Reviews of four stars "]
    both = [insert for insert, _ in offered("Do it #rev", plan=plan)]
    assert both == ["#Reviews of four stars ", "#objective:Reviews ", "#channel:Reviews "]
    for insert, kept in (("#objective:Reviews ", "twin"), ("#channel:Reviews ", "reviews")):
        assert capture(plan, f"Do it {insert}", setting()).record.concerns == (kept,)


def test_words_and_days_are_offered():
    assert offered("tac") == [("tactic: ", "tactic")]
    assert offered("Do it !pa") == [("!park ", "parking lot")]
    assert offered("Do it by ")[0] == ("tomorrow ", "5 March 2027")
    assert offered("Do it by f") == [("friday ", "5 March 2027")]
    assert offered("Do it") == []


def test_every_completion_is_understood_when_it_is_taken():
    plan = room()
    for line in ("Do it @", "Do it #", "Do it ~", "Do it by "):
        for one in completions(plan, line, len(line), setting()):
            taken = line[: one.start] + one.insert + line[one.end :]
            found = capture(plan, taken, setting())
            assert found.problems == ()
            assert found.record.name == "Do it"


def test_what_stands_behind_the_cursor_stays():
    line = "Do it @an today"
    (one,) = completions(room(), line, 9, setting())
    assert re.sub(r"\s+", " ", line[: one.start] + one.insert + line[one.end :]) == "Do it @Ana Lima today"


def test_where_an_idea_came_from_is_read_and_else_it_is_the_workshop():
    found = read("Seats outside ^cust ~Bob")
    assert (found.record.name, found.record.origin) == ("Seats outside", Origin.CUSTOMER)
    assert found.summary.endswith("said by Bob · from: Customer")
    assert read("Seats outside ^front line").record.origin is Origin.FRONT_LINE
    assert read("Seats outside ^C").problems == (
        "“^C” could be “Customer” or “Competitor”; it stays in the text.",
    )
    assert read("Seats outside ^moon").problems == ("“^moon” is not known; it stays in the text.",)
    assert read("issue: Cold food ^customer").problems == (
        "“^customer” stays in the text: there is no place for it (experience issue).",
    )
    assert read("Seats ^staff ^partner").problems == ("“^partner” is one too many; it stays in the text.",)


def test_an_origin_is_completed():
    found = completions(room(), "Seats outside ^le", len("Seats outside ^le"), setting())
    assert [(one.insert, one.beside) for one in found] == [("^Leadership ", "where it came from")]


@pytest.mark.parametrize("line", ["???", "@ # ~ !", "!!! ...", "—", "^ ^"])
def test_signs_alone_are_no_entry(line):
    with pytest.raises(PlanError, match="say what it is"):
        read(line)


def test_a_picture_alone_is_an_entry():
    assert read("\N{PARTY POPPER}").record.name == "\N{PARTY POPPER}"


@pytest.mark.parametrize("day", ["99 Juneteenth", "31/02/2027", "30 February", "45.13."])
def test_what_looks_like_a_day_and_is_none_is_told(day):
    found = read(f"Answer reviews by {day}")
    assert found.record.name == f"Answer reviews by {day}"
    assert found.record.due is None
    assert [problem.split("”")[1] for problem in found.problems] == [
        " is not read as a day; it stays in the text."
    ]


@pytest.mark.parametrize("line", ["Win by talking", "Grow by 20 %", "Led by 3 people", "Go by bus by"])
def test_plain_talk_is_not_taken_for_a_day(line):
    assert read(line).problems == ()
