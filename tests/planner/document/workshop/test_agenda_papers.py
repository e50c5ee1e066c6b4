"""The agenda on the wall, in the facilitator's hand and in the calendar."""

from datetime import UTC, date

import icalendar
import pypdfium2 as pdfium
import pytest
from plan_makers import full_plan
from read_back import strays, texts_at, whole_text
from workshop_plans import HELD, set_up_plan

from planner.document.pages.paper import paper_named
from planner.document.watch import ExportCancelledError
from planner.document.workshop.export import agenda_bytes, export_agenda
from planner.editing.verbs import add, change
from planner.errors import PlanError
from planner.exchange.workshop_calendar import agenda_calendar
from planner.model.records_workshop import AgendaBlock


def printed(plan=None, **wishes):
    return agenda_bytes(plan or set_up_plan(), today=HELD, **wishes)[0]


def long_day(count=60):
    plan = set_up_plan()
    for number in range(count):
        plan = add(plan, AgendaBlock(id=f"more-{number}", name=f"Block number {number + 1}", minutes=10)).plan
    return plan


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("notes", [False, True])
def test_the_agenda_is_one_page_within_the_margins(paper, notes, failures):
    data = printed(paper=paper, notes=notes)
    assert len(pdfium.PdfDocument(data)) == 1
    assert strays(data, paper_named(paper)) == []
    assert failures(data) == {}


def test_each_block_stands_there_with_its_time_and_result():
    text = whole_text(printed())
    assert "Agenda for 12 January 2027, 09:00 to 12:35" in text
    for part in ("09:20 to 09:45", "What hurts our guests", "Result: Experience issues", "25 min", "Coffee"):
        assert part in text
    assert "Upper room of the old mill" in text


def test_private_notes_stand_on_the_facilitators_copy_only():
    assert "keep the owner from answering" not in whole_text(printed())
    assert "what do you see that the others do not?" not in whole_text(printed())
    mine = whole_text(printed(notes=True))
    assert "keep the owner from answering first. Card 8" in mine
    assert "what do you see that the others do not?" in mine
    assert "not for the wall" in mine


def height_of(data, words):
    return next(box[3] - box[1] for box, text in texts_at(data) if words in text)


def test_the_wall_is_set_as_large_as_fits():
    few = set_up_plan()
    assert height_of(printed(few), "What hurts") > 1.25 * height_of(printed(long_day()), "What hurts")


def test_a_long_day_gets_two_pages_that_are_read_from_afar():
    day = long_day(20)
    data = printed(day)
    assert len(pdfium.PdfDocument(data)) == 2
    assert height_of(data, "What hurts") > 1.1 * height_of(printed(long_day()), "What hurts")


def test_a_question_that_only_says_the_blocks_name_is_not_said_twice():
    plan = change(set_up_plan(), "block-2", "question", "Coffee").plan
    assert whole_text(printed(plan, notes=True)).count("Coffee") == 1


def test_a_day_of_very_many_blocks_goes_over_pages_and_loses_none():
    data = printed(long_day())
    assert len(pdfium.PdfDocument(data)) > 1
    text = whole_text(data)
    assert all(f"Block number {number + 1} " in text for number in range(60))


def test_a_plan_without_an_agenda_says_so():
    text = whole_text(printed(full_plan()))
    assert "The agenda has no block yet." in text


def test_the_same_agenda_makes_the_same_bytes():
    assert printed(notes=True) == printed(notes=True)


def test_stopping_leaves_no_file(tmp_path):
    with pytest.raises(ExportCancelledError):
        export_agenda(set_up_plan(), tmp_path / "agenda.pdf", today=HELD, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_the_file_tells_its_pages_and_progress(tmp_path):
    seen = []
    result = export_agenda(set_up_plan(), tmp_path / "agenda.pdf", today=HELD, progress=seen.append)
    assert result.pages == 1
    assert result.path.read_bytes().startswith(b"%PDF")
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def events(data):
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_calendar_has_an_event_for_each_block_by_the_clock_on_the_wall():
    data = agenda_calendar(set_up_plan(), HELD)
    found = events(data)
    assert len(found) == 8
    assert b"DTSTART:20270112T092000\r\nDTEND:20270112T094500\r\n" in data  # neither Z nor TZID
    assert str(found[1]["location"]) == "Upper room of the old mill, Rua Direita 4"
    assert str(found[1]["description"]).startswith("Result: Experience issues, each with an owner\n")


def test_private_notes_never_reach_the_calendar():
    assert b"keep the owner" not in agenda_calendar(set_up_plan(), HELD)


@pytest.mark.parametrize(
    ("held", "hour"), [(date(2027, 1, 12), 9), (date(2027, 7, 12), 8)], ids=["winter", "summer"]
)
def test_in_a_time_zone_each_calendar_shows_its_own_hour(held, hour):
    plan = change(set_up_plan(), "workshop", "on", held).plan
    data = agenda_calendar(plan, HELD, "Europe/Lisbon")
    begins = events(data)[0].decoded("dtstart")
    assert begins.astimezone(UTC).hour == hour
    assert b"BEGIN:VTIMEZONE" in data
    assert b"DTSTART;TZID=Europe/Lisbon:" in data


def test_a_day_that_goes_past_midnight_goes_on_on_the_next():
    plan = change(set_up_plan(), "workshop", "start", "22:30").plan
    assert b"DTEND:20270113T020500\r\n" in agenda_calendar(plan, HELD)


def test_the_same_agenda_makes_the_same_calendar():
    assert agenda_calendar(set_up_plan(), HELD, "Europe/Lisbon") == agenda_calendar(
        set_up_plan(), HELD, "Europe/Lisbon"
    )


@pytest.mark.parametrize(
    ("plan", "zone", "words"),
    [
        (change(set_up_plan(), "workshop", "on", None).plan, "", "no day yet"),
        (change(full_plan(), "workshop", "on", HELD).plan, "", "no block yet"),
        (set_up_plan(), "Atlantis/Centre", "no time zone “Atlantis/Centre”"),
        (set_up_plan(), "../../etc/passwd", "no time zone"),
    ],
    ids=["no day", "no block", "unknown zone", "hostile zone"],
)
def test_what_is_missing_is_told(plan, zone, words):
    with pytest.raises(PlanError, match=words):
        agenda_calendar(plan, HELD, zone)
