"""What a document says about its parts: read from the structure tree, as a screen reader does."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from plan_makers import DAY, draft_plan, full_plan, huge_plan, signed_plan
from read_back import export, exported, outline, plain
from tag_reader import ARTIFACT, UNTAGGED, drawn_texts, structure

from planner.document.report import plan_report
from planner.editing.verbs import change, change_many
from planner.model.vocabulary import SigningWay, Verdict
from planner.signoff.approvals import Decision, decide
from planner.signoff.field_names import signature_field_name
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan


@pytest.fixture
def opened():
    """Return what opens a document: the file, and its structure."""
    files = []

    def open_(data):
        pdf = pikepdf.open(BytesIO(data))
        files.append(pdf)
        return pdf, structure(pdf, data)

    yield open_
    for pdf in files:
        pdf.close()


def texts(nodes):
    return [plain(node.all_text()) for node in nodes]


def test_every_word_is_in_the_structure_or_stands_on_each_page():
    furniture = re.compile(
        r"(Weekday guests|Revision \d+|DRAFT|Plan fingerprint [0-9A-F-]+|Page \d+ of \d+|\s)*"
    )
    for page in drawn_texts(exported("draft")):
        assert page[UNTAGGED] == ""
        assert "Page" in page[ARTIFACT]
        heads = " ".join(furniture.sub(" ", page[ARTIFACT]).split())
        assert heads in {"", "Level Finding and remedy Truth"} or len(heads) < 200


def test_headings_are_nested_and_lead_through_the_document(opened):
    data = exported("full")
    _, root = opened(data)
    levels = [int(node.role[1]) for node in root.find("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    report = plan_report(full_plan(), check_plan(full_plan(), EXAMPLE_DAY), EXAMPLE_DAY)
    found = texts(root.find("H2"))
    assert found[-len(report.chapters) - 1 : -1] == [plain(chapter.heading) for chapter in report.chapters]


def test_each_chapter_is_a_section_with_its_heading(opened):
    _, root = opened(exported("full"))
    assert root.role == "Document"
    assert {kid.role for kid in root.kids} == {"Sect"}
    first, *chapters = root.kids
    assert len(first.find("H1")) == 1
    assert all([node.role for node in section.find("H1", "H2")] == ["H2"] for section in chapters)
    assert len(root.kids) == len([entry for entry in outline(exported("full")) if entry[0] == 0])


def test_text_comes_in_reading_order(opened):
    _, root = opened(exported("full"))
    told = plain(root.all_text())
    places = [told.index(words) for words in ("Weekday guests", "Contents", "Timeline", "Sign by hand here")]
    assert places == sorted(places)


def test_each_table_has_its_header_cells_once_and_equal_rows(opened):
    _, root = opened(exported("full"))
    tables = root.find("Table")
    assert len(tables) > 10
    for table in tables:
        head, *rows = table.find("TR")
        assert {str(cell.entries.A.Scope) for cell in head.kids} == {"/Column"}
        assert {cell.role for cell in head.kids} == {"TH"}
        assert {_columns(row) for row in rows} == {len(head.kids)}
        assert [kid.role for kid in table.kids] == ["THead", "TBody"]


def _columns(row):
    return sum(int(cell.entries.get("/A", {}).get("/ColSpan", 1)) for cell in row.kids)


def test_what_names_a_row_is_its_header(opened):
    _, root = opened(exported("full"))
    named = [cell for cell in root.find("TH") if cell.entries.A.Scope == "/Row"]
    assert "Reply to reviews" in " ".join(texts(named))


def test_a_table_over_several_pages_is_one_table(opened):
    data = export(huge_plan(90), sections=("tactics",))
    _, root = opened(data)
    longest = max(root.find("Table"), key=lambda table: len(table.find("TR")))
    assert len(longest.find("TR")) == 91
    assert texts(longest.find("THead")).count(texts(longest.find("TR"))[0]) == 1
    repeated = [page for page in drawn_texts(data) if "Accountable" in page[ARTIFACT]]
    assert len(repeated) >= 2


def test_a_cell_over_several_pages_is_one_cell(opened):
    words = " ".join(f"word{number}" for number in range(3_000))
    plan = change(full_plan(), "answer-1", "evidence", f"{words}\nAnd a last line.").plan
    _, root = opened(export(plan, sections=("questions",)))
    cells = [node for node in root.find("TD", "TH", "LBody") if "word2500" in node.all_text()]
    (parts,) = (texts(cell.kids) for cell in cells)
    assert parts[parts.index(words) :][:2] == [words, "And a last line."]


def test_a_paragraph_over_two_pages_is_one_paragraph(opened):
    words = " ".join(f"word{number}" for number in range(2_000))
    _, root = opened(export(change(full_plan(), "brief", "answer", words).plan, sections=("purpose",)))
    holders = [node for node in root.find("P") if "word1900" in node.text]
    assert plain(holders[-1].text) == words


def test_charts_say_what_they_show_and_where_they_stand(opened):
    _, root = opened(exported("full"))
    figures = root.find("Figure")
    alternatives = [str(figure.entries.Alt) for figure in figures]
    assert any(
        text.startswith("Timeline from 4 January 2027") and "Reply to reviews" in text
        for text in alternatives
    )
    assert any(text.startswith("Ladder of 16 tactics") for text in alternatives)
    for figure in figures:
        left, bottom, right, top = (float(edge) for edge in figure.entries.A.BBox)
        page = [float(edge) for edge in figure.entries.Pg.MediaBox]
        assert page[0] < left < right < page[2]
        assert page[1] < bottom < top < page[3]


def test_the_contents_are_links_that_say_where_they_lead(opened):
    _, root = opened(exported("full"))
    entries = root.find("TOCI")
    assert len(entries) == len(root.find("TOC")[0].kids) > 15
    for entry in entries:
        (link,) = entry.find("Link")
        annotation = next(kid.Obj for kid in link.entries.K if isinstance(kid, pikepdf.Dictionary))
        assert annotation.F == 4
        assert str(annotation.Contents) in str(link.entries.ActualText)
        assert re.search(r", page \d+$", str(link.entries.ActualText))


def test_what_the_first_page_says_in_short_leads_to_its_chapters(opened):
    pdf, root = opened(exported("full"))
    first = pdf.pages[0].obj
    entries = [entry for entry in root.find("LI") if entry.find("Link")]
    led = {}
    for entry in entries:
        (body,) = entry.find("LBody")
        (link,) = body.find("Link")
        annotation = next(kid.Obj for kid in link.entries.K if isinstance(kid, pikepdf.Dictionary))
        assert annotation.P.objgen == first.objgen
        assert str(annotation.Contents) == plain(link.text)
        led[plain(link.text)] = annotation.Dest[0].objgen
    chapters = plan_report(full_plan(), check_plan(full_plan(), DAY), DAY).chapters
    with pdf.open_outline() as marks:
        pages = {mark.title.partition(" ")[2]: mark.destination[0].objgen for mark in marks.root}
    findings = {chapter.finding: pages[chapter.title] for chapter in chapters if chapter.finding in led}
    assert led == findings
    assert len(led) == 7


def test_without_its_chapter_nothing_on_the_first_page_leads_anywhere(opened):
    pdf, _ = opened(export(full_plan(), sections=("people",)))
    (only,) = pdf.pages[0].Annots
    assert "hours" in str(only.Contents)


def test_pages_and_annotations_lead_back_to_their_elements(opened):
    pdf, _ = opened(exported("full"))
    assert pdf.Root.MarkInfo.Marked
    owners = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for page in pdf.pages:
        assert page.obj.Tabs == "/S"
        for place, element in enumerate(owners[page.obj.StructParents]):
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            own = kids if element.get("/Pg") == page.obj else []
            others = [kid.MCID for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid]
            assert place in [*(kid for kid in own if isinstance(kid, int)), *others]
        for annotation in page.obj.get("/Annots", ()):
            assert owners[annotation.StructParent].S in {"/Link", "/Form"}


def test_text_that_runs_to_the_left_says_itself_and_plain_text_does_not(opened):
    hebrew = "שלום עולם (2025), עם [סוגריים]"
    plan = change(full_plan(), "brief", "answer", f"{hebrew}\nIn plain letters.").plan
    _, root = opened(export(plan, sections=("purpose",)))
    spoken = [str(node.entries.ActualText) for node in root.walk() if "/ActualText" in node.entries]
    assert hebrew in spoken
    (written,) = (node for node in root.find("P") if plain(node.text) == "In plain letters.")
    assert "/ActualText" not in written.entries


@pytest.mark.parametrize("make", [draft_plan, full_plan, signed_plan])
def test_who_signs_digitally_has_an_empty_field_in_every_export(make, opened):
    plan = make()
    plan = change_many(plan, list(plan.approvers), "way", SigningWay.DIGITAL).plan
    pdf, root = opened(export(plan, sections=("sign-off",)))
    fields = [*pdf.Root.AcroForm.Fields]
    assert [str(found.T) for found in fields] == [signature_field_name(key) for key in plan.approvers]
    for found, approver, form in zip(fields, plan.approvers.values(), root.find("Form"), strict=True):
        assert (found.FT, found.F, found.get("/V")) == ("/Sig", 4, None)
        assert plan.name_of(approver.person) in str(found.TU)
        assert approver.role.label in str(found.TU)
        assert form.entries.K.Obj.objgen == found.objgen
        assert found.AP.N.read_bytes().strip() == b""
        left, bottom, right, top = (float(edge) for edge in found.Rect)
        assert left > 595 / 2
        assert right - left > 150
        assert top - bottom > 60


def test_who_signs_otherwise_has_no_field(opened):
    plan = change(example_plan(), "sign-sponsor", "way", SigningWay.DIGITAL).plan
    pdf, _ = opened(export(plan, sections=("sign-off",)))
    assert [str(found.T) for found in pdf.Root.AcroForm.Fields] == [signature_field_name("sign-sponsor")]


def test_without_the_page_of_signatures_there_is_no_field(opened):
    pdf, _ = opened(export(full_plan(), sections=("purpose",)))
    assert "/AcroForm" not in pdf.Root


def test_title_and_language_are_told_in_both_forms(opened):
    pdf, _ = opened(exported("full"))
    with pdf.open_metadata() as xmp:
        assert (xmp["dc:title"], xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == (
            "Weekday guests",
            "3",
            "A",
            "1",
        )
    assert str(pdf.docinfo.Title) == "Weekday guests"
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


_EXPORT = """
import sys, hashlib
sys.path[:0] = {paths!r}
from plan_makers import full_plan
from read_back import export
print(hashlib.sha256(export(full_plan())).hexdigest())
"""


def test_another_run_of_the_program_writes_the_same_bytes():
    here = Path(__file__).parent
    script = _EXPORT.format(paths=[str(here), str(here.parent.parent.parent)])
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_a_drawn_signature_is_drawn_and_told(opened):
    plan = example_plan()
    approver = next(iter(plan.approvers.values()))
    name = plan.name_of(approver.person)
    drawn = Decision(
        approver.id,
        Verdict.ACCEPT,
        name,
        datetime(2027, 1, 4, 12, tzinfo=UTC),
        way=SigningWay.DRAWN,
        drawing="100,200 500,50 900,300;100,350 900,350",
    )
    plan = decide(plan, check_plan(plan, EXAMPLE_DAY), drawn).plan
    _, root = opened(export(plan))
    (figure,) = (node for node in root.find("Figure") if "Drawn signature" in str(node.entries.get("/Alt")))
    assert str(figure.entries["/Alt"]) == f"Drawn signature of {name}"
    assert "by drawn signature" in plain(root.all_text())
