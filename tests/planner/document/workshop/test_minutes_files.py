"""The minutes' three files: standards, tags, structure, calendar; all of them or none, and the same again."""

import io
from dataclasses import replace
from datetime import date

import docx
import icalendar
import pikepdf
import pytest
from plan_makers import plan_with_text
from read_back import plain, strays, whole_text
from tag_reader import structure
from workshop_plans import HELD, empty, many, ran, ran_plan

from planner.document import blocks
from planner.document.pages.paper import paper_named
from planner.document.watch import ExportCancelledError
from planner.document.workshop.export import export_minutes, minutes_bytes
from planner.document.workshop.minutes import minutes
from planner.document.workshop.next_steps import next_steps
from planner.document.workshop.source import Source
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.text import clean_text
from planner.paper.text.clean import printable
from tests.text_samples import LEFT_TO_RIGHT, RIGHT_TO_LEFT

HOSTILE = (
    "<b>unclosed & R&D </rdf:li> ]]> (\\) BDC EMC {0} %s {TOC \\o} =SUM(A1) file:///etc/passwd "
    "\\\\server\\share BEGIN:VEVENT;X=1,2 " + "W" * 300
)
ENDINGS = (".pdf", ".docx", ".ics")


@pytest.fixture(scope="module")
def made():
    return minutes_bytes(ran())


def hostile():
    """Return a workshop whose every text is hostile."""
    plan, before = ran_plan()
    everywhere = plan_with_text(clean_text(HOSTILE))
    plan = replace_texts(plan, everywhere.the_brief.organisation)
    return Source(plan, HELD, before, ran().state, ran().zone)


def replace_texts(plan, text):
    for key, name in (
        *((idea, "name") for idea in plan.ideas),
        *((idea, "why") for idea in plan.ideas if plan.ideas[idea].decision),
        *((one, "name") for one in plan.participants),
        *((one, "name") for one in plan.ballots),
        *((one, "name") for one in plan.agenda_blocks),
        *((one, "output") for one in plan.agenda_blocks),
        ("workshop", "aim"),
        ("workshop", "place"),
        ("brief", "title"),
        ("queue", "name"),
        ("owner", "name"),
    ):
        plan = change(plan, key, name, text).plan
    return plan


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("make", [ran, empty], ids=["ran", "empty"])
def test_the_pdf_keeps_both_standards(make, paper, failures):
    assert failures(minutes_bytes(make(), paper=paper).pdf) == {}


def test_a_long_one_keeps_both_standards(failures):
    assert failures(minutes_bytes(many(60)).pdf) == {}


def test_hostile_texts_break_neither_standard_and_stand_there_as_typed(failures):
    made = minutes_bytes(hostile())
    assert failures(made.pdf) == {}
    assert "<b>unclosed & R&D </rdf:li>" in whole_text(made.pdf)
    assert "<b>unclosed & R&D </rdf:li>" in "".join(word_lines(made.word))


def test_every_script_stands_in_all_forms(failures):
    source = ran()
    text = " ".join([*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT])[:300]
    plan = change(source.plan, "said-0", "name", text).plan
    made = minutes_bytes(replace(source, plan=plan))
    assert failures(made.pdf) == {}
    assert text in word_lines(made.word)
    assert any(text in str(event["summary"]) for event in events(made.calendar))


@pytest.mark.parametrize("make", [ran, hostile], ids=["ran", "hostile"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_everything_stands_within_the_margins(make, paper):
    assert strays(minutes_bytes(make(), paper=paper).pdf, paper_named(paper)) == []


def test_headings_lead_through_the_tags_and_no_level_is_left_out(made):
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        root = structure(pdf, made.pdf)
        headings = [(node.role, node.all_text()) for node in root.find("H1", "H2", "H3")]
    assert [text for role, text in headings if role == "H1"] == ["Weekday guests"]
    assert [text for role, text in headings if role == "H2"] == [
        one.heading for one in minutes(ran()).sections
    ]
    assert ("H3", "Which of these do we do first?") in headings


def test_tables_have_heads_for_columns_and_rows(made):
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        tables = structure(pdf, made.pdf).find("Table")
        heads = [plain(node.all_text()) for node in tables[0].find("TH")]
    assert heads[:4] == ["Decision", "Result", "Decided by", "Owner"]
    assert heads[4].startswith("A second till on Friday evenings")


def test_the_same_workshop_makes_the_same_bytes(made):
    assert minutes_bytes(ran()) == made


def said(block):
    """Yield the texts of a block in reading order."""
    match block:
        case blocks.Paragraph(text) | blocks.Subheading(text):
            yield text
        case blocks.Facts(rows):
            for label, cell in rows:
                yield from (label, *cell_texts(cell))
        case blocks.Figures(figures):
            for figure in figures:
                yield from (figure.label, figure.value)
        case blocks.Table():
            yield from (column.title for column in block.columns)
            yield from (text for row in block.rows for cell in row for text in cell_texts(cell))
            yield block.note
        case blocks.Together(inner):
            for one in inner:
                yield from said(one)


def cell_texts(cell):
    match cell:
        case blocks.Named(name, detail):
            return name, detail
        case blocks.Marked(text) | blocks.Gauge(text):
            return (text,)
        case _:
            return (cell,)


def word_lines(data):
    """Return the text of each paragraph of a Word file, in tables too, without the blanks of bars."""
    document = docx.Document(io.BytesIO(data))
    name = docx.oxml.ns.qn
    found = (
        "".join("\n" if e.tag == name("w:br") else e.text or "" for e in p.iter(name("w:t"), name("w:br")))
        for p in document.element.body.iter(name("w:p"))
    )
    return [text.strip("\N{NO-BREAK SPACE} ") for text in found if text.strip()]


@pytest.mark.parametrize("make", [ran, empty, hostile], ids=["ran", "empty", "hostile"])
def test_all_of_the_minutes_stand_in_the_word_file_in_order(make):
    handout, place = minutes(make()), 0
    texts = [handout.organisation, handout.title, handout.subtitle]
    texts += [text for block in handout.opening for text in said(block)]
    for section in handout.sections:
        texts += [section.heading, *(text for block in section.blocks for text in said(block))]
    inside = word_lines(minutes_bytes(make()).word)
    for text in (shown for one in texts if (shown := printable(one).strip())):
        assert text in " ".join(inside[place : place + 1]) or any(text in line for line in inside[place:]), (
            text
        )
        place = next(i for i in range(place, len(inside)) if text in inside[i])


def test_word_has_headings_tables_with_heads_and_bars(made):
    document = docx.Document(io.BytesIO(made.word))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [one.heading for one in minutes(ran()).sections]
    assert document.core_properties.title.startswith("Weekday guests")
    name = docx.oxml.ns.qn
    heads = [table for table in document.tables if table._tbl.findall(f".//{name('w:tblHeader')}")]
    assert len(heads) == 10
    barred = [p for p in document.element.body.iter(name("w:p")) if p.findall(f".//{name('w:shd')}")]
    assert len(barred) == 8 + 2 + 3


def events(data):
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_calendar_has_each_next_step_with_a_day(made):
    found = events(made.calendar)
    dated = [step for step in next_steps(ran()) if step.due]
    assert [event.decoded("dtstart") for event in found] == [step.due for step in dated]
    first = found[0]
    assert str(first["summary"]) == "Fix of the experience: Nobody knows in which queue to stand"
    assert str(first["description"]) == "Owner: Head chef\nTwo signs and a line on the floor."
    assert len({str(event["uid"]) for event in found}) == len(found)


def test_the_review_that_follows_is_in_the_calendar(made):
    found = {str(event["summary"]): event.decoded("dtstart") for event in events(made.calendar)}
    assert found["Review of the plan: What became of it"] == date(2027, 2, 15)


def test_hostile_text_is_text_in_the_calendar_too():
    found = events(minutes_bytes(hostile()).calendar)
    assert len(found) == len([step for step in next_steps(hostile()) if step.due])
    assert any("BEGIN:VEVENT;X=1,2" in str(event["summary"]) for event in found)


def test_all_files_are_written_next_to_each_other(tmp_path):
    result = export_minutes(ran(), tmp_path / "Strategy day, v1.2")
    assert [path.name for path in result.paths] == [f"Strategy day, v1.2{ending}" for ending in ENDINGS]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in result.paths)


def test_without_a_day_in_any_step_there_is_no_calendar(tmp_path):
    result = export_minutes(empty(), tmp_path / "minutes")
    assert [path.suffix for path in result.paths] == [".pdf", ".docx"]


def test_progress_grows_to_the_end(tmp_path):
    seen = []
    export_minutes(ran(), tmp_path / "minutes", progress=seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert len(seen) > 10


def test_stopping_writes_nothing_whenever_it_happens(tmp_path):
    (tmp_path / "minutes.docx").write_bytes(b"old")
    asked = []
    export_minutes(ran(), tmp_path / "whole", cancelled=lambda: asked.append(1))
    for moment in range(len(asked)):
        left = iter([False] * moment + [True])
        with pytest.raises(ExportCancelledError):
            export_minutes(ran(), tmp_path / "minutes", cancelled=lambda left=left: next(left))
    assert (tmp_path / "minutes.docx").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1 + len(ENDINGS)


def test_one_file_that_can_not_be_written_keeps_the_others_away(tmp_path):
    (tmp_path / "minutes.ics").mkdir()
    with pytest.raises(PlanError, match="is a folder"):
        export_minutes(ran(), tmp_path / "minutes")
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.ics"]
