"""Worksheets: every step's questions, truths and fields, with room to write and a number for each."""

import io
import re
from itertools import pairwise

import pikepdf
import pypdfium2 as pdfium
import pytest
from plan_makers import DAY, full_plan, plan_with_text
from read_back import outline, plain, reader, worksheets_pdf

from planner.document.pages.paper import paper_named
from planner.document.watch import ExportCancelledError
from planner.document.worksheets.export import WorksheetOptions, export_worksheets
from planner.document.worksheets.numbers import every_field, numbered
from planner.document.worksheets.steps import HEADLINES, asked_at, truths_of
from planner.editing.verbs import add
from planner.errors import PlanError
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import Subject, TruthSort
from planner.samples import load_sample
from planner.truths.catalogue import rules
from planner.truths.questions import QUESTIONS

MILLIMETRE = 72 / 25.4


def sheets(plan=None, **options):
    return worksheets_pdf(plan, WorksheetOptions(**options))


def text_of(data):
    pages = (page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))
    return plain(" ".join(pages))


def writing_lines(data):
    """Return, for each page, the heights of the thin grey lines with left and right end, on paper."""
    for page in pdfium.PdfDocument(data):
        found = []
        for item in page.get_objects(max_depth=2):
            if item.type == 2:
                left, bottom, right, top = item.get_bounds()
                if top - bottom < 2 and right - left > 20:
                    found.append((round(left, 1), round(right, 1), (top + bottom) / 2))
        yield found


@pytest.mark.parametrize("step", Step)
def test_a_sheet_has_its_question_truths_and_every_field(step):
    text = text_of(sheets(steps=(step,)))
    assert HEADLINES[step] in text
    assert all(truth.title in text for truth in truths_of(step))
    assert all(question.text in text for question in asked_at(step))
    assert all(f"{found.number}" in text and found.spec.title in text for found in numbered(step))


def test_every_truth_of_the_registry_is_raised_once():
    raised = [truth.id for step in Step for truth in truths_of(step)]
    assert sorted(raised) == sorted(rules())
    assert all(truths_of(step) for step in Step)


def test_every_question_of_the_catalogue_is_asked_once():
    asked = [question for step in Step for question in asked_at(step)]
    assert sorted(q.id for q in asked) == sorted(q.id for q in QUESTIONS)


def test_a_houses_own_truths_and_questions_stand_there_too():
    plan = add(
        empty_plan(), HouseTruth(id="rule", name="Every reply is signed", looks_at=Subject.CHANNELS)
    ).plan
    asked = HouseTruth(id="asked", name="Who told the works council?", sort=TruthSort.QUESTION)
    plan = add(plan, asked).plan
    assert "Every reply is signed" in text_of(sheets(plan, steps=(Step.CHANNELS,)))
    last = text_of(sheets(plan, steps=(Step.SIGN_OFF,)))
    assert "Who told the works council?" in last
    assert "H1.2 Evidence" in last


def test_no_number_is_printed_twice():
    text = text_of(sheets(rows=3))
    numbers = re.findall(r"(?<!“)\bQ?\d+\.\d+[a-c]?(?=  ?[A-Z])", text)
    assert len(numbers) > 200
    assert len(numbers) == len(set(numbers))


def test_lines_to_write_on_are_nine_millimetres_apart_at_least():
    lines = 0
    for page in writing_lines(sheets()):
        places = {}
        for left, right, y in page:
            places.setdefault((left, right), []).append(y)
        for heights in places.values():
            ordered = sorted(heights, reverse=True)
            lines += len(ordered)
            assert all(above - below >= 9 * MILLIMETRE for above, below in pairwise(ordered))
    assert lines > 300


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("large_print", [True, False])
def test_everything_stands_within_the_margins(paper, large_print):
    data, sheet = sheets(paper=paper, large_print=large_print), paper_named(paper)
    for page in pdfium.PdfDocument(data):
        text = page.get_textpage()
        assert page.get_size() == pytest.approx((sheet.width, sheet.height), abs=0.1)
        for left, bottom, right, top in map(text.get_rect, range(text.count_rects())):
            assert left >= sheet.left - 3
            assert right <= sheet.right_edge + 3
            assert bottom >= 30
            assert top <= sheet.height - 30


def test_large_print_is_a_fifth_larger():
    assert len(pdfium.PdfDocument(sheets())) > len(pdfium.PdfDocument(sheets(large_print=False)))


def test_no_page_is_blank():
    for page in pdfium.PdfDocument(sheets(full_plan(), prefilled=True)):
        assert len(plain(page.get_textpage().get_text_range())) > 80


def test_blank_sheets_of_a_plan_begin_behind_its_entries():
    plan = full_plan()
    text = text_of(sheets(plan, steps=(Step.OBJECTIVES,), rows=2))
    assert len(plan.objectives) == 3
    assert "3.1c" not in text
    assert "3.1d" in text
    assert "3.1e" in text


def test_begun_sheets_say_what_the_plan_has():
    plan = load_sample("pizzeria")
    text = text_of(sheets(plan, steps=(Step.EXPERIENCE,), prefilled=True, rows=1))
    for name in ("Floor manager", "26 Mar 2027", "Booking a table"):
        assert name in text
    assert len(plan.touchpoints) < 26
    assert f"2.1{chr(ord('a') + len(plan.touchpoints))}" in text


def test_rows_can_be_chosen():
    text = text_of(sheets(steps=(Step.BUDGET,), rows=7))
    assert "8.4g" in text
    assert "8.4h" not in text


@pytest.mark.parametrize("step", [Step.EXPERIENCE, Step.PEOPLE, Step.BUDGET, Step.SIGN_OFF])
def test_the_last_page_of_a_step_is_filled_with_blank_entries(step):
    *_, last = writing_lines(sheets(steps=(step,)))
    assert min(y for _, _, y in last) < paper_named("A4").height * 0.4


def test_any_plan_has_its_worksheets_begun():
    for plan in (
        full_plan(),
        plan_with_text("<b>unclosed & R&D \u202e {0} %s\n\n  blank"),
        plan_with_text(""),
    ):
        assert len(pdfium.PdfDocument(sheets(plan, prefilled=True))) > 20


def test_no_rows_leave_what_the_plan_has_only():
    text = text_of(sheets(full_plan(), steps=(Step.OBJECTIVES,), rows=0, prefilled=True))
    assert "3.1c" in text
    assert "3.1d" not in text


@pytest.mark.parametrize("rows", [-1, 61])
def test_too_many_rows_are_refused(rows):
    with pytest.raises(PlanError, match="blank entries"):
        sheets(rows=rows)


def test_long_texts_end_in_an_ellipsis_and_hurt_nothing():
    data = sheets(plan_with_text("Word without an end " * 5000), steps=(Step.PURPOSE,), prefilled=True)
    assert "…" in text_of(data)


def test_any_script_is_printed():
    text = text_of(sheets(plan_with_text("先解决等待时间"), steps=(Step.OBJECTIVES,), prefilled=True))
    assert "先解决等待时间" in text


def test_bookmarks_lead_to_steps_and_their_forms():
    entries = outline(sheets())
    assert [title for depth, title, _ in entries if depth == 0] == [
        f"{number} {step.heading}" for number, step in enumerate(Step, start=1)
    ]
    assert "Touchpoints" in [title for depth, title, _ in entries if depth == 1]


def test_boxes_are_said_to_those_who_listen():
    with pikepdf.open(io.BytesIO(sheets(full_plan(), steps=(Step.EXPERIENCE,), prefilled=True))) as pdf:
        spoken = [
            str(item.ActualText)
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and "/ActualText" in item
        ]
    assert "Critical (ticked), Major, Minor" in spoken


def test_all_fonts_are_embedded():
    for page in reader(sheets()).pages:
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]


@pytest.mark.parametrize(
    ("plan", "options"),
    [
        (None, {}),
        (full_plan(), {"prefilled": True, "paper": "Letter"}),
        (plan_with_text("نجيب على كل سؤال <b> 先解决"), {"prefilled": True, "large_print": False}),
        (empty_plan(""), {"prefilled": True}),
    ],
    ids=["blank", "begun", "scripts", "empty"],
)
def test_they_keep_both_standards(plan, options, judge, tmp_path):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(sheets(plan, **options))
    assert judge.failures(path) == {}


def test_two_exports_are_equal():
    assert sheets(full_plan(), prefilled=True) == sheets(full_plan(), prefilled=True)


def test_the_export_writes_what_the_preview_shows(tmp_path):
    out, told = tmp_path / "sheets.pdf", []
    options = WorksheetOptions(steps=(Step.PEOPLE,))
    result = export_worksheets(None, out, options, today=DAY, progress=told.append)
    assert out.read_bytes() == sheets(steps=(Step.PEOPLE,))
    assert result.pages == len(pdfium.PdfDocument(out))
    assert (told == sorted(told), told[-1]) == (True, 1.0)


def test_a_stopped_export_makes_no_file(tmp_path):
    with pytest.raises(ExportCancelledError):
        export_worksheets(None, tmp_path / "x.pdf", WorksheetOptions(), today=DAY, cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_every_field_of_every_sheet_has_one_place_in_the_index():
    assert len(every_field()) == sum(len(list(numbered(step))) for step in Step) + 4 * len(QUESTIONS)
