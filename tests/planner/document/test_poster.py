"""The plan on a page: one sheet, filled and readable, whatever the plan."""

import ctypes
import io
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from hypothesis import given, settings
from plan_makers import DAY, draft_plan, full_plan, huge_plan, plan_with_text, signed_plan
from read_back import plain, poster_pdf, reader
from strategies import plans

from planner.charts.pdf import paper_measure
from planner.charts.timeline_poster import timeline_poster
from planner.document.poster.content import poster_of
from planner.document.poster.export import PosterOptions, export_poster
from planner.document.poster.fitting import PanelType, fitted
from planner.document.poster.panels import Item, Panel
from planner.document.poster.paper import SHEETS, sheet_named
from planner.document.source import Source
from planner.document.watch import ExportCancelledError
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.exchange.attached_plan import PLAN_NAME
from planner.exchange.plan_json import read_json
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import empty_plan
from planner.model.vocabulary import PUSH_KINDS
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan
from planner.truths.findings import Report

LONG = "A sentence that goes on and on with many more words than anybody would ever print on a wall. " * 30
PANEL = Panel("Why we do this", (), "Nothing yet", lambda left: f"and {left} more")
MAKERS = {
    "empty": lambda: empty_plan("Nothing yet"),
    "full": full_plan,
    "draft": draft_plan,
    "signed": signed_plan,
    "huge": huge_plan,
    "long": lambda: plan_with_text(LONG),
    "without blanks": lambda: plan_with_text("W" * 3000),
    "arabic": lambda: plan_with_text("نجيب على كل سؤال في نفس اليوم قبل أن ندعو أحدا جديدا"),
    "chinese": lambda: plan_with_text("在我们邀请新顾客之前先解决等待时间的问题，并且每天晚上回答所有的提问"),
}
MARGIN = 40.0
"""Points at the edges of a large sheet in which nothing is printed; a letter may reach out a little."""


def poster(plan, paper="A3", **options):
    return poster_pdf(plan, PosterOptions(paper, **options))


def text_of(data):
    return plain(pdfium.PdfDocument(data)[0].get_textpage().get_text_range())


def boxes(data):
    """Return the box of each stretch of text: left, bottom, right and top."""
    text = pdfium.PdfDocument(data)[0].get_textpage()
    return [text.get_rect(index) for index in range(text.count_rects())]


def sizes(data):
    """Return the size on paper of each visible character."""
    text = pdfium.PdfDocument(data)[0].get_textpage()
    matrix = pdfium_c.FS_MATRIX()
    for index in range(text.count_chars()):
        if text.get_text_range(index, 1).strip():
            pdfium_c.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            yield pdfium_c.FPDFText_GetFontSize(text, index) * abs(matrix.d)


def overlaps(data):
    """Return the pairs of texts that lie on each other by more than a point."""
    found = boxes(data)
    return [
        (one, other)
        for one, other in combinations(found, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


def widest_blank(data):
    """Return the highest stretch of the sheet between its first and last line in which nothing is printed.

    Returns:
        As a part of the sheet's height.
    """
    picture = pdfium.PdfDocument(data)[0].render(scale=1, grayscale=True).to_pil()
    width, height = picture.size
    inked = [y for y in range(height) if picture.crop((0, y, width, y + 1)).getextrema()[0] < 200]
    return max(below - above for above, below in pairwise(inked)) / height


@pytest.mark.parametrize("paper", [sheet.name for sheet in SHEETS])
@pytest.mark.parametrize("name", MAKERS)
def test_it_is_one_page_within_its_margins(name, paper):
    data, sheet = poster(MAKERS[name](), paper), sheet_named(paper)
    document = pdfium.PdfDocument(data)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((sheet.paper_width, sheet.paper_height), abs=0.1)
    margin = MARGIN * sheet.scale
    for left, bottom, right, top in boxes(data):
        assert left > margin
        assert bottom > margin - 4
        assert right < sheet.paper_width - margin
        assert top < sheet.paper_height - margin


@pytest.mark.parametrize("name", ["empty", "full", "signed", "huge", "long", "chinese"])
@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_no_text_lies_on_another(name, paper):
    assert not overlaps(poster(MAKERS[name](), paper))


@pytest.mark.parametrize("name", MAKERS)
def test_it_is_filled_from_top_to_bottom(name):
    assert widest_blank(poster(MAKERS[name]())) < 0.1


@pytest.mark.parametrize(("paper", "least"), [("A3", 9), ("Tabloid", 9), ("A4", 8), ("Letter", 8)])
@pytest.mark.parametrize("name", ["full", "huge", "long"])
def test_nothing_is_smaller_than_can_be_read(name, paper, least):
    assert min(sizes(poster(MAKERS[name](), paper))) >= least - 0.01


def test_what_stands_in_the_timeline_is_read_from_a_step_away():
    scene = timeline_poster(huge_plan(), 1105, 340, paper_measure, smallest=11, today=DAY)
    assert min(text.size for text in scene.texts()) >= 11


@settings(max_examples=25)
@given(plans(most=20))
def test_any_plan_has_one_page(plan):
    data = poster_pdf(plan, PosterOptions("A4"), report=Report())
    assert len(pdfium.PdfDocument(data)) == 1
    assert all(left > 0 and bottom > 0 for left, bottom, _, _ in boxes(data))


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(9999, 12, 31)])
def test_the_poster_of_a_plan_without_dates_can_be_made_on_any_day(day):
    data = poster_pdf(empty_plan(""), report=Report(), day=day)
    assert str(day.year) in text_of(data)


def test_a_plan_of_three_centuries_has_its_months_still_apart():
    plan = change(full_plan(), "brief", "starts_on", date(1900, 1, 1)).plan
    assert not overlaps(poster(change(plan, "brief", "ends_on", date(2199, 12, 31)).plan))


def test_what_finds_no_room_is_counted_in_words():
    text = text_of(poster(huge_plan()))
    shown = text.count("Tactic number")
    assert shown >= 5
    assert f"and {500 - shown} more tactics" in text


def test_few_entries_are_all_there():
    text = text_of(poster(signed_plan()))
    assert "more tactics" not in text
    assert all(tactic.name in text for tactic in signed_plan().tactics.values())


def test_fixes_stand_above_the_tactics():
    plan = full_plan()
    scene = timeline_poster(plan, 1105, 340, paper_measure, smallest=11, today=DAY)
    rows = {mark.record: mark.y for mark in scene.marks}
    shown = [rows[tactic] for tactic in plan.tactics if tactic in rows]
    assert max(rows[issue] for issue in plan.issues) < min(shown)


def test_it_fills_the_height_that_it_gets():
    scene = timeline_poster(huge_plan(), 1105, 340, paper_measure, smallest=11, today=DAY)
    assert 320 <= scene.height <= 340.01


def test_the_title_is_what_the_figures_say():
    assert (
        "Four fixes first, then 13 tactics: four business results worth GBP 84,000 by 30 Nov 2027"
        in text_of(poster(load_sample("pizzeria")))
    )


def test_a_fix_that_comes_too_late_takes_the_title():
    plan = change(full_plan(), "engaged", "fix_due", date(2027, 9, 1)).plan
    assert poster_of(Source(plan, check_plan(plan, DAY), DAY)).titles[0] == (
        "One critical issue is still open when the first campaign starts"
    )


def test_a_draft_says_so_twice_and_a_signed_plan_never():
    assert text_of(poster(draft_plan())).count("DRAFT") == 2
    signed = text_of(poster(signed_plan()))
    assert "DRAFT" not in signed
    assert "Signed by all its approvers." in signed


def test_revision_and_fingerprint_stand_at_the_foot():
    plan = full_plan()
    text = text_of(poster(plan))
    assert f"Plan fingerprint {short_fingerprint(fingerprint(plan))}" in text
    assert f"Revision {plan.revision}" in text


def test_the_plan_lies_inside():
    plan = full_plan()
    with pikepdf.open(io.BytesIO(poster(plan))) as pdf:
        attached = pdf.attachments[PLAN_NAME]
        data = attached.get_file().read_bytes()
    assert read_json(data) == plan


def test_headings_come_in_order_and_panels_are_read_one_after_the_other():
    text = text_of(poster(full_plan()))
    parts = ["Timeline", "Why we do this", "What we want to reach", "What is still open", "How we will know"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_timeline_is_told_to_those_who_listen():
    with pikepdf.open(io.BytesIO(poster(full_plan()))) as pdf:
        (told,) = [str(e.Alt) for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/Alt" in e]
    assert "The bill takes twenty minutes" in told
    assert "Letter with Tuesday's menu" in told


def test_all_fonts_are_embedded():
    fonts = reader(poster(full_plan())).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        (descendant,) = font.get_object()["/DescendantFonts"]
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"]


def test_two_exports_are_equal():
    assert poster(full_plan()) == poster(full_plan())


def test_grey_has_no_colour():
    data = poster(full_plan(), grey=True)
    picture = pdfium.PdfDocument(data)[0].render(scale=0.4).to_pil().convert("RGB")
    assert all(max(pixel) - min(pixel) < 4 for _, pixel in picture.getcolors(1 << 24))
    coloured = pdfium.PdfDocument(poster(full_plan()))[0].render(scale=0.4).to_pil().convert("RGB")
    assert any(max(pixel) - min(pixel) > 60 for _, pixel in coloured.getcolors(1 << 24))


def test_the_accent_is_the_organisations():
    def inks(data):
        picture = pdfium.PdfDocument(data)[0].render(scale=1).to_pil().convert("RGB")
        return {pixel for _, pixel in picture.getcolors(1 << 24)}

    assert (122, 31, 92) in inks(poster(full_plan(), accent="#7A1F5C"))
    assert (122, 31, 92) not in inks(poster(full_plan()))


def test_a_logo_stands_before_the_name_and_moves_nothing_else():
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80">'
        b'<rect width="300" height="80" fill="#7A1F5C"/></svg>'
    )
    plain_one, marked = poster(full_plan()), poster(full_plan(), logo=logo)
    kinds = [item.type for item in pdfium.PdfDocument(marked)[0].get_objects()]
    assert kinds.count(pdfium_c.FPDF_PAGEOBJ_IMAGE) == 1
    assert text_of(marked) == text_of(plain_one)
    assert not overlaps(marked)


def test_pushes_are_seen_though_others_start_before_them():
    plan = load_sample("cable")
    scene = timeline_poster(plan, 1105, 340, paper_measure, smallest=11, today=DAY)
    shown = {mark.record for mark in scene.marks}
    pushes = {tactic.id for tactic in plan.tactics.values() if tactic.kind in PUSH_KINDS}
    assert not shown.issuperset(plan.tactics)
    assert len(shown & pushes) >= min(len(pushes), 4)


@pytest.mark.parametrize("sample", [sample.name for sample in sample_names()])
def test_samples_keep_both_standards(sample, judge, tmp_path):
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster(load_sample(sample)))
    assert judge.failures(path) == {}


@pytest.mark.parametrize("name", ["empty", "long", "arabic", "chinese"])
def test_any_text_keeps_both_standards(name, judge, tmp_path):
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster(MAKERS[name](), "A4", grey=True))
    assert judge.failures(path) == {}


def test_a_stopped_export_leaves_the_old_file(tmp_path):
    out, plan = tmp_path / "poster.pdf", full_plan()
    out.write_bytes(b"the old one")
    with pytest.raises(ExportCancelledError):
        export_poster(plan, Report(), out, PosterOptions(), today=DAY, cancelled=lambda: True)
    assert out.read_bytes() == b"the old one"


def test_the_export_writes_what_the_preview_shows(tmp_path):
    out, plan, told = tmp_path / "poster.pdf", full_plan(), []
    report = check_plan(plan, DAY)
    result = export_poster(plan, report, out, PosterOptions(), today=DAY, progress=told.append)
    assert out.read_bytes() == poster(plan)
    assert result.pages == 1
    assert (told == sorted(told), told[-1]) == (True, 1.0)


def test_paper_that_no_poster_has_is_refused(tmp_path):
    with pytest.raises(PlanError, match="no paper “A5”"):
        export_poster(full_plan(), Report(), tmp_path / "x.pdf", PosterOptions("A5"), today=DAY)
    assert not list(tmp_path.iterdir())


def lines_in(fitted_panel):
    return [[strip.line.text for strip in item] for item in fitted_panel.items]


@pytest.mark.parametrize("height", [60, 150, 400])
def test_a_text_that_is_cut_says_so(height):
    panel = replace(PANEL, items=(Item(LONG, ""), Item("Another", "")))
    text, rest = lines_in(fitted(panel, PanelType(14.0), 180.0, height))
    assert text[-1].endswith("…")
    assert LONG.startswith(" ".join(line.strip() for line in text).removesuffix("…"))
    assert rest[0].startswith("and ") or rest == ["Another"]


def test_a_detail_that_is_cut_leaves_no_separator_at_its_end():
    panel = replace(PANEL, items=(Item("Short", f"by 3 May 2027 · {'W' * 300}"),))
    (lines,) = lines_in(fitted(panel, PanelType(14.0), 180.0, 400.0))
    assert lines[0] == "Short"
    assert lines[-1].endswith("…")
    assert "·…" not in lines[-1].replace(" ", "")


def test_a_whole_text_says_nothing_of_a_detail_that_finds_no_room():
    panel = replace(PANEL, items=(Item("One two three", "a detail"), Item("Another", "")))
    text, _ = lines_in(fitted(panel, PanelType(14.0), 180.0, 36.0))
    assert text == ["One two three"]
