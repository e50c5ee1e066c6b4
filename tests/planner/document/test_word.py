"""The Word document, read back: all of the report, in order, as text."""

import io
import re
import time
import zipfile
from datetime import datetime
from typing import get_args

import docx
import pytest
from docx.oxml.ns import qn
from plan_makers import DAY, draft_plan, full_plan, huge_plan, plan_with_text, signed_plan, waived_plan

from planner.document import blocks
from planner.document.options import PdfOptions
from planner.document.report import plan_report
from planner.document.watch import ExportCancelledError, Watch
from planner.document.word.body import Body
from planner.document.word.export import docx_bytes, export_docx
from planner.document.word.tables import cell_paragraphs, plan_table
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.plan import empty_plan
from planner.paper.text.clean import printable
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan

MAKERS = {
    "empty": lambda: empty_plan("Nothing yet"),
    "example": example_plan,
    "full": full_plan,
    "draft": draft_plan,
    "waived": waived_plan,
    "signed": signed_plan,
}
HOSTILE = (
    "<b>x</b> & <w:t>y</w:t> ]]> {TOC \\o} =SUM(A1) file:///etc/passwd \\\\server\\share\n"
    "\x00\x07\ufffe \u202eback\u202c tab\there \\n %s"
)


def written(plan, options=None) -> bytes:
    return docx_bytes(plan, check_plan(plan, DAY), options or PdfOptions(), today=DAY)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def lines(document) -> list[str]:
    """Return the text of each paragraph in the order of the file, in tables too; empty ones left out."""
    found = (
        "".join(part_of(e) for e in p.iter(qn("w:t"), qn("w:br")))
        for p in document.element.body.iter(qn("w:p"))
    )
    return [text for text in found if text.strip()]


def part_of(element) -> str:
    return "\n" if element.tag == qn("w:br") else element.text or ""


SAID = {
    str: lambda cell: [cell],
    blocks.Marked: lambda cell: [cell.text],
    blocks.Gauge: lambda cell: [cell.text],
    blocks.Named: lambda cell: [cell.name, cell.detail],
    blocks.Paragraph: lambda block: [block.text],
    blocks.Subheading: lambda block: [block.text],
    blocks.Facts: lambda block: [text for label, cell in block.rows for text in (label, *said(cell))],
    blocks.Figures: lambda block: [text for f in block.figures for text in (f.label, f.value)],
    blocks.Table: lambda block: [
        *(column.title for column in block.columns),
        *(text for row in block.rows for cell in row for text in said(cell)),
        block.note,
    ],
    blocks.Chart: lambda block: [block.heading],
    blocks.Points: lambda block: [block.title, *(point.text for point in block.points)],
    blocks.Beside: lambda block: [*said(block.left), *said(block.right)],
    blocks.Signature: lambda block: [
        *(block.role, block.name, block.decision.text),
        *(f"Signed as {block.signed_as}" if block.signed_as else "", block.when, block.reason),
    ],
    blocks.Together: lambda block: [text for inner in block.blocks for text in said(inner)],
}
"""What each sort of block and of cell says, in reading order."""


def said(block) -> list[str]:
    return SAID[type(block)](block)


def expected(plan) -> list[str]:
    report = plan_report(plan, check_plan(plan, DAY), DAY)
    first = report.first
    found = [first.organisation, first.title, first.subtitle, first.status.text]
    found += [text for block in first.blocks for text in said(block)]
    for chapter in (*report.chapters, *filter(None, (report.control,))):
        found += [chapter.heading, *(text for block in chapter.blocks for text in said(block))]
    return [shown for text in found if (shown := printable(text)).strip()]


def in_order(texts: list[str], inside: list[str]) -> list[str]:
    """Return the texts that do not stand, in this order, in the lines of a document."""
    place, lost = 0, []
    for text in texts:
        hit = next(
            (i for i in range(place, len(inside)) if inside[i].endswith(text) or text in inside[i]), None
        )
        if hit is None:
            lost.append(text)
        else:
            place = hit
    return lost


@pytest.mark.parametrize("name", MAKERS)
def test_all_of_the_report_stands_in_the_file_in_order(name):
    plan = MAKERS[name]()
    assert in_order(expected(plan), lines(opened(written(plan)))) == []


def test_the_comparison_notices_a_text_that_is_missing_or_elsewhere():
    texts = expected(full_plan())
    found = lines(opened(written(full_plan())))
    assert in_order([*texts, "never said"], found) == ["never said"]
    assert in_order(["Document control", full_plan().the_brief.organisation, "Contents"], found)


def test_every_sort_of_block_and_of_cell_has_its_counterpart():
    written_blocks = set(Body.__dict__["_written"].dispatcher.registry)
    assert set(get_args(blocks.Block)) <= written_blocks
    assert set(get_args(blocks.Cell)) - {str} <= set(cell_paragraphs.registry)


def test_headings_tables_lists_and_pictures_are_real():
    document = opened(written(full_plan()))
    report = plan_report(full_plan(), check_plan(full_plan(), DAY), DAY)
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [*(chapter.heading for chapter in report.chapters), report.control.title]
    assert any(p.style.name == "List Bullet" and p._p.pPr.numPr is not None for p in document.paragraphs)
    heads = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables]
    assert sum(heads) > 10
    pictures = document.element.body.findall(f".//{qn('wp:docPr')}")
    assert len(pictures) >= 4
    assert all(len(picture.get("descr")) > 10 for picture in pictures)
    assert len({picture.get("id") for picture in pictures}) == len(pictures)


def test_the_contents_lead_to_each_chapter():
    document = opened(written(full_plan()))
    body = document.element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    places = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors == places
    assert len(anchors) > 15
    assert any("TOC" in (code.text or "") for code in body.iter(qn("w:instrText")))


def test_header_and_footer_stand_on_every_page_and_a_draft_says_so():
    draft, ready = opened(written(draft_plan())), opened(written(signed_plan()))
    head = draft.sections[0].header.paragraphs[0].text
    assert draft_plan().the_brief.title in head
    assert "Revision 1" in head
    assert "DRAFT" in head
    assert "DRAFT" not in ready.sections[0].header.paragraphs[0].text
    foot = ready.sections[0].footer
    assert re.search(r"Plan fingerprint [0-9A-F]{4}-", foot.paragraphs[0].text)
    codes = [code.text.strip() for code in foot._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("paper", "width"), [("A4", 595), ("Letter", 612)])
def test_the_page_is_as_large_as_chosen(paper, width):
    document = opened(written(example_plan(), PdfOptions(paper=paper)))
    assert round(document.sections[0].page_width.pt) == width


def test_only_the_chosen_chapters_are_written():
    document = opened(written(full_plan(), PdfOptions(sections=("people", "tactics"))))
    eyebrows = [p.text for p in document.paragraphs if p.style.name == "Eyebrow"]
    assert [text.split("  ")[-1] for text in eyebrows] == ["Tactics", "People and load"]


def test_the_file_says_what_it_is_and_nothing_of_a_template():
    properties = opened(written(full_plan())).core_properties
    assert properties.title == full_plan().the_brief.title
    assert properties.author == full_plan().the_brief.organisation
    assert properties.comments == ""
    assert properties.modified.replace(tzinfo=None) == datetime(DAY.year, DAY.month, DAY.day)  # noqa: DTZ001
    assert not any(
        "thumbnail" in name for name in zipfile.ZipFile(io.BytesIO(written(full_plan()))).namelist()
    )


def test_the_same_plan_makes_the_same_bytes():
    assert written(full_plan()) == written(full_plan())


def test_texts_of_users_stay_text():
    plan = plan_with_text(HOSTILE)
    data = written(plan)
    document = opened(data)
    assert in_order(expected(plan), lines(document)) == []
    codes = {code.text.split()[0] for code in document.element.body.iter(qn("w:instrText"))}
    assert codes == {"TOC"}
    relations = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations


def test_text_that_runs_to_the_left_is_told_so():
    plan = plan_with_text("שלום (עולם) 12 and more")
    document = opened(written(plan))
    found = [p for p in document.element.body.iter(qn("w:p")) if "שלום" in "".join(p.itertext())]
    turned = [p for p in found if p.pPr.find(qn("w:bidi")) is not None]
    assert len(turned) > len(found) / 2
    assert all(p.findall(f".//{qn('w:rtl')}") for p in turned)


@pytest.mark.parametrize("text", ["x" * 100_000, "line\n" * 3_000, "\n\n\n"], ids=["word", "lines", "blank"])
def test_extreme_texts_are_kept_whole(text):
    plan = plan_with_text(text[:300])
    plan = type(plan)(
        **{f: getattr(plan, f) for f in plan.__struct_fields__ if f != "brief"},
        brief={"brief": docx_brief(plan, text)},
    )
    found = lines(opened(written(plan)))
    assert not text.strip() or any(printable(text).strip() in line for line in found)


def docx_brief(plan, text):
    import msgspec  # noqa: PLC0415 - of this helper alone

    return msgspec.structs.replace(plan.the_brief, stands_for=text)


def test_five_hundred_tactics_take_seconds():
    begun = time.process_time()
    document = opened(written(huge_plan()))
    assert time.process_time() - begun < 20
    assert sum("Tactic number 500 " in line for line in lines(document)) > 0


def test_it_tells_how_far_it_is_and_leaves_nothing_behind_when_stopped(tmp_path):
    plan, told = full_plan(), []
    out = tmp_path / "plan.docx"
    report = check_plan(plan, DAY)
    assert export_docx(plan, report, out, PdfOptions(), today=DAY, progress=told.append) == out
    assert told == sorted(told)
    assert told[-1] == 1.0
    before = out.read_bytes()
    with pytest.raises(ExportCancelledError):
        export_docx(plan, report, out, PdfOptions(), today=DAY, cancelled=lambda: True)
    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


def test_what_changed_since_the_last_signature_is_told():
    signed = signed_plan()
    plan = change(signed, "brief", "stands_for", "Something else altogether.").plan
    data = docx_bytes(plan, check_plan(plan, DAY), PdfOptions(), today=DAY, signed=signed)
    assert any("changed since revision 1 was signed" in line for line in lines(opened(data)))


def test_a_chapter_that_there_is_not_is_refused():
    with pytest.raises(PlanError, match="no chapter"):
        docx_bytes(
            full_plan(), check_plan(full_plan(), DAY), PdfOptions(sections=("x",)), today=DAY, watch=Watch()
        )


def test_columns_are_as_wide_as_their_contents_ask_for_every_program():
    tables = opened(written(full_plan())).element.body.findall(qn("w:tbl"))
    uneven = 0
    for table in tables:
        grid = [int(column.get(qn("w:w"))) for column in table.tblGrid.findall(qn("w:gridCol"))]
        for row in table.tr_lst:
            cells = [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") for cell in row.tc_lst]
            if None not in cells:
                asked = [int(width.get(qn("w:w"))) for width in cells]
                assert asked == pytest.approx([width / 2 for width in grid], abs=1)
        uneven += max(grid) > 1.5 * min(grid)
    assert uneven > len(tables) / 3


def test_the_second_half_of_header_and_footer_has_the_only_stop_at_the_right_margin():
    document = opened(written(full_plan()))
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    for part, style in ((section.header, "Header"), (section.footer, "Footer")):
        assert [stop.position for stop in document.styles[style].paragraph_format.tab_stops] == [
            pytest.approx(width, abs=20_000)
        ]
        assert not list(part.paragraphs[0].paragraph_format.tab_stops)


@pytest.mark.parametrize("name", MAKERS)
def test_an_empty_paragraph_only_parts_two_tables_or_ends_the_file(name):
    parts = list(opened(written(MAKERS[name]())).element.body)
    table = qn("w:tbl")
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        if part.tag == qn("w:p") and not part.findall(qn("w:r")) and not part.findall(qn("w:hyperlink")):
            assert before.tag == table
            assert after.tag in {table, qn("w:sectPr")}
        assert {before.tag, part.tag} != {table}
        assert (part.tag, after.tag) != (table, qn("w:sectPr"))


def test_heads_of_many_columns_of_letters_run_upwards():
    columns = (blocks.Column("Tactic"), *(blocks.Column(f"Person {n}", "centre") for n in range(12)))
    rows = ((blocks.Named("Answer"), *("A" for _ in range(12))),)
    head, row = plan_table(blocks.Table(columns, rows), 480.0).tr_lst
    ways = [cell.find(f"{qn('w:tcPr')}/{qn('w:textDirection')}") for cell in head.tc_lst]
    assert [way is not None for way in ways] == [False] + [True] * 12
    assert not list(row.iter(qn("w:textDirection")))
    assert int(head.trPr.find(qn("w:trHeight")).get(qn("w:val"))) > 20 * 5 * len("Person 11")
