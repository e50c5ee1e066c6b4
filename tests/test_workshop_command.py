"""A workshop's papers from the command line."""

from datetime import UTC, date, datetime

import pypdfium2 as pdfium
import pytest

from planner.cli import main
from planner.editing.verbs import add, change
from planner.model.records_work import Idea
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import Decision
from planner.store.creating import create_plan_file
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan
from planner.truths.example_plan import example_plan
from planner.workshop.state import RoomState

DAY = ("--today", "2027-01-12")
HELD = date(2027, 1, 12)


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: 9)


def text_of(pdf):
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def prepared():
    plan = change(example_plan(), "workshop", "on", HELD).plan
    return add(plan, AgendaBlock(id="only", name="Say why", minutes=20, notes="Smile.")).plan


@pytest.fixture
def plan(tmp_path):
    """Return a plan file whose workshop began before an idea was adopted."""
    path = tmp_path / "plan.tcplan"
    create_plan_file(path, prepared())
    with PlanFile.open(path) as file:
        moment = datetime(2027, 1, 12, 9, tzinfo=UTC)
        file.save_room(RoomState(began=moment, block="only", since=moment, seen=moment), beginning=file.plan)
    owner = next(iter(prepared().people))
    idea = Idea(id="new", name="A second till", decision=Decision.ADOPT, owner=owner, due=date(2027, 2, 1))
    assert call("workshop", "minutes", path, tmp_path / "before.pdf", *DAY) == 0
    edit_plan(path, lambda found: add(found, idea))
    return path


def test_the_minutes_are_three_files_and_each_is_told(plan, tmp_path, capsys):
    capsys.readouterr()
    assert call("workshop", "minutes", plan, tmp_path / "minutes", *DAY) == 0
    told = capsys.readouterr().out
    for ending in ("pdf", "docx", "ics"):
        assert (tmp_path / f"minutes.{ending}").is_file()
        assert f"minutes.{ending}" in told
    assert "minutes.pdf, 1 page" in told


def test_the_minutes_know_what_the_workshop_found(plan, tmp_path):
    assert call("workshop", "minutes", plan, tmp_path / "minutes.pdf", *DAY) == 0
    assert "A second till" in text_of(tmp_path / "minutes.pdf")
    assert "A second till" not in text_of(tmp_path / "before.pdf")
    assert "Nothing was decided." in text_of(tmp_path / "before.pdf")


def test_one_ending_writes_one_file(plan, tmp_path):
    assert call("workshop", "minutes", plan, tmp_path / "only.ics", *DAY) == 0
    assert b"A second till" in (tmp_path / "only.ics").read_bytes()
    assert not (tmp_path / "only.pdf").exists()


def test_a_plan_in_json_has_minutes_too(tmp_path):
    path = tmp_path / "plan.json"
    assert call("new", path, "--sample", "pizzeria") == 0
    assert call("workshop", "minutes", path, tmp_path / "minutes.docx", *DAY) == 0
    assert (tmp_path / "minutes.docx").read_bytes().startswith(b"PK")


def test_the_agenda_on_paper_with_and_without_notes(plan, tmp_path, capsys):
    capsys.readouterr()
    assert call("workshop", "agenda", plan, tmp_path / "wall.pdf", "--paper", "Letter") == 0
    assert "wall.pdf, 1 page" in capsys.readouterr().out
    assert call("workshop", "agenda", plan, tmp_path / "mine.pdf", "--notes") == 0
    assert "Smile." not in text_of(tmp_path / "wall.pdf")
    assert "Smile." in text_of(tmp_path / "mine.pdf")
    assert pdfium.PdfDocument(tmp_path / "wall.pdf")[0].get_width() == 612


def test_the_agenda_in_the_calendar(plan, tmp_path):
    assert call("workshop", "agenda", plan, tmp_path / "day.ics", "--zone", "Europe/Lisbon") == 0
    data = (tmp_path / "day.ics").read_bytes()
    assert b"TZID=Europe/Lisbon" in data
    assert b"SUMMARY:Say why" in data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("agenda", "day.txt"), "An agenda can't be written to “day.txt”."),
        (("agenda", "day.ics", "--zone", "Nowhere"), "There is no time zone “Nowhere”."),
        (("minutes", "no/where/minutes"), "There is no folder"),
    ],
)
def test_what_can_not_be_done_is_told_and_nothing_written(plan, tmp_path, capsys, words, said):
    before = sorted(tmp_path.iterdir())
    act, out, *more = words
    assert call("workshop", act, plan, tmp_path / out, *more) == 2
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_help_tells_both_acts(capsys):
    with pytest.raises(SystemExit) as ended:
        call("workshop", "--help")
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "agenda" in told
    assert "minutes" in told
