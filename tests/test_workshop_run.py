"""A whole workshop from agenda to minutes, its papers read back."""

from datetime import datetime

import icalendar
import pypdfium2 as pdfium
import pytest
import workshop_run

from planner.document.workshop.source import Source
from planner.document.workshop.standing import standing
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.workshop.breaks import open_findings
from planner.workshop.face import face


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("workshop")


@pytest.fixture(scope="module")
def papers(folder):
    papers = workshop_run.run(folder)
    workshop_run.write(papers, folder)
    return papers


@pytest.fixture(scope="module")
def minutes(papers, folder):
    return text_of(folder / "minutes-A4.pdf")


def text_of(path):
    pages = pdfium.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(text.split())


def events_of(path):
    return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_each_paper_has_the_pages_that_its_content_needs(papers, folder):
    pages = {path.stem: len(pdfium.PdfDocument(path)) for path in folder.glob("*.pdf")}
    assert pages == {
        "facilitator-A4": 2,
        "facilitator-Letter": 2,
        "minutes-A4": 5,
        "minutes-Letter": 5,
        "wall-A4": 1,
        "wall-Letter": 1,
    }


def test_times_are_those_of_the_clock_in_the_room(papers, minutes):
    assert face(papers.source.plan, papers.source.state, workshop_run.BEGAN).has_ended
    assert papers.source.state.began == datetime.fromisoformat("2026-11-17T11:06:00+00:00")
    assert "13:06 to 17:03" in minutes
    assert "Left out" in minutes
    assert "The clock was paused for 4 min." in minutes


def test_the_minutes_say_what_was_decided_by_whom_and_what_follows(minutes):
    for words in (
        "Minutes of the workshop on 17 November 2026",
        "Ring back everybody who wrote that they heard nothing",
        "18 Dec 2026",
        "Nobody answers on too many channels: Donor carer",
        "A new name for the newsletter",
        "Ask the bus company for a stop at the open kitchen",
        "Not revealed, so not in these minutes: Which place would we give up first?",
        "Fix date: – → 12 March 2027",
    ):
        assert words in minutes


def test_what_changed_names_answers_by_their_question_and_what_was_mended(minutes):
    changed = minutes.partition("What changed in the plan")[2]
    assert "Unnamed" not in minutes
    assert "If ten times as many people turned to us" in changed
    assert "Every critical issue has an owner and a date" in changed


def test_what_stands_is_told_one_by_one_with_its_mend(minutes):
    told = minutes.partition("What stands against the plan")[2].partition("Agenda as it ran")[0]
    assert "“Carol singing for those who gave” serves no objective." in told
    assert told.count(" Stop") == 3
    assert told.count(" Warning") == 2
    assert "more stand" not in told


def test_more_than_a_dozen_findings_are_counted():
    plan = load_sample("what-not-to-do")
    found = [
        one for one in open_findings(check_plan(plan, workshop_run.HELD)) if one.rule != "ideas.undecided"
    ]
    table = next(standing(Source(plan, workshop_run.HELD, plan)))
    assert len(table.rows) == 12
    assert table.note == f"{len(found) - 12} more stand"
    signable = load_sample("charity")
    assert not tuple(standing(Source(signable, workshop_run.HELD, signable)))
    assert not tuple(standing(Source(plan, workshop_run.HELD)))


def test_a_tactic_that_only_has_an_end_is_a_next_step_for_that_day(minutes):
    steps = minutes.partition("Next steps By")[2].partition("Still undecided")[0]
    assert "20 Dec 2027 Carol singing for those who gave Finish Community worker" in steps


def test_a_second_import_of_the_calendars_would_update_the_first(papers, folder):
    before = {path.name: path.read_bytes() for path in folder.glob("*.ics")}
    workshop_run.write(papers, folder)
    assert {path.name: path.read_bytes() for path in folder.glob("*.ics")} == before
    for path in folder.glob("*.ics"):
        ids = [str(event["uid"]) for event in events_of(path)]
        assert len(ids) == len(set(ids))


def test_each_next_step_in_the_calendar_has_a_day_and_an_owner_but_no_invented_address(papers, folder):
    steps = events_of(folder / "minutes-A4.ics")
    assert len(steps) == len(events_of(folder / "minutes-Letter.ics")) > 5
    for step in steps:
        assert step["summary"]
        assert step["dtend"].dt > step["dtstart"].dt >= workshop_run.HELD
        assert "Owner: " in step["description"]
        assert "attendee" not in step


def test_the_agenda_in_the_calendar_lies_where_the_room_lies(papers, folder):
    first = events_of(folder / "agenda.ics")[0]
    assert first["dtstart"].dt == datetime(2026, 11, 17, 13, tzinfo=workshop_run.ZONE)
    assert first["location"] == "Homework room, first floor"
