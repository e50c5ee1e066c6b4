"""The document in every look: each page of each sample, read back and looked at."""

import io
from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image
from plan_makers import DAY, full_plan
from read_back import MAKERS, outline, page_texts, plain, reader, strays, texts_at

from planner.document.options import PdfOptions, options_of
from planner.document.pages.paper import A4, LARGE_PRINT, LETTER, paper_for
from planner.document.pdf import pdf_bytes
from planner.document.report import plan_report
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.vocabulary import DocumentChapter, PaperSize
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan

SAMPLES = [sample.name for sample in sample_names()]
LOOKS = {
    "as-is": PdfOptions(),
    "letter": PdfOptions(paper="Letter"),
    "large": PdfOptions(large_print=True),
    "large-letter": PdfOptions(paper="Letter", large_print=True),
    "grey": PdfOptions(grey=True, accent="#C02020"),
}
SHEETS = {"A4": A4, "Letter": LETTER}
FURNITURE_WORDS = 14
"""Words that stand on each page beside its title: revision, fingerprint, number."""


@cache
def looked_at(name, look):
    plan = load_sample(name) if name in SAMPLES else MAKERS[name]()
    return pdf_bytes(plan, check_plan(plan, DAY), LOOKS[look], today=DAY)


def png(colour="#C02020"):
    out = io.BytesIO()
    Image.new("RGB", (600, 200), colour).save(out, "PNG")
    return out.getvalue()


def in_look(**look):
    plan = full_plan()
    return pdf_bytes(plan, check_plan(plan, DAY), PdfOptions(**look), today=DAY)


def pictures(data, scale=0.5):
    return [page.render(scale=scale).to_pil().convert("RGB") for page in pdfium.PdfDocument(data)]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_keeps_its_margins_and_has_no_blank_page(name, look):
    data = looked_at(name, look)
    assert not strays(data, SHEETS[LOOKS[look].paper])
    title = len(plain(reader(data).metadata.title).split())
    assert all(len(text.split()) > FURNITURE_WORDS + title for text in page_texts(data))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [*SAMPLES, "empty", "full"])
def test_whoever_reads_one_page_reads_the_summary_and_contents_follow_on_one(name, look):
    marks = {title: page for depth, title, page in outline(looked_at(name, look)) if depth == 0}
    assert (marks["Contents"], marks["1 Purpose"]) == (2, 3)


@pytest.mark.parametrize("name", SAMPLES)
def test_in_a4_the_findings_stand_on_the_first_page_and_in_the_contents(name):
    first, contents, *_ = page_texts(looked_at(name, "as-is"))
    assert "In short" in first
    plan = load_sample(name)
    findings = [plain(chapter.finding) for chapter in plan_report(plan, check_plan(plan, DAY), DAY).chapters]
    assert [finding for finding in findings if finding not in contents] == []
    assert len(set(findings)) > 12


def test_large_print_is_larger_by_the_same_part_everywhere():
    usual, large = (_heights(looked_at("pizzeria", look)) for look in ("as-is", "large"))
    assert min(large) == pytest.approx(min(usual) * LARGE_PRINT, rel=0.02)
    assert max(large) == pytest.approx(max(usual) * LARGE_PRINT, rel=0.02)


def _heights(data):
    """Return the heights of all letters E, from those of furniture to those of the title."""
    document = pdfium.PdfDocument(data)
    found = set()
    for page in (document[0], document[4]):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if text.get_text_range(index, 1) == "F":
                _, bottom, _, top = text.get_charbox(index)
                found.add(round(top - bottom, 2))
    return found


@pytest.mark.parametrize("paper", SHEETS)
def test_the_sheet_is_the_same_in_large_print(paper):
    for large in (False, True):
        box = reader(in_look(paper=paper, large_print=large)).pages[0].mediabox
        sheet = SHEETS[paper]
        assert (float(box.width), float(box.height)) == pytest.approx((sheet.width, sheet.height), abs=0.1)


def test_on_two_sides_the_wide_margin_is_left_on_odd_pages_and_right_on_even_ones():
    data = in_look(two_sided=True)
    paper = paper_for("A4", two_sided=True)
    for number, page in enumerate(pdfium.PdfDocument(data), start=1):
        text = page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        assert min(box[0] for box in boxes) == pytest.approx(paper.side(number).left, abs=1.5)
        assert max(box[2] for box in boxes) <= paper.side(number).right_edge + 3
    assert paper.side(1).left == paper.side(2).right > paper.side(2).left


def test_in_grey_no_pixel_of_any_page_has_a_colour():
    data = in_look(grey=True, accent="#C02020", logo=png())
    for picture in (*pictures(data), *pictures(looked_at("what-not-to-do", "grey"))):
        red, green, blue = picture.split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_the_check_for_colour_sees_one():
    red, _, blue = pictures(in_look())[0].split()
    assert red.tobytes() != blue.tobytes()


def test_the_accent_is_printed_as_dark_as_it_must_be():
    colours = {colour for _, colour in pictures(in_look(accent="#FFD400"), 2)[0].getcolors(1_000_000)}
    assert (0xFF, 0xD4, 0x00) not in colours
    assert any(red > 100 > blue and abs(red - 1.2 * green) < 30 for red, green, blue in colours)


def test_the_logo_stands_above_the_title_within_the_margins_and_has_words_for_it():
    data = in_look(logo=png())
    page = pdfium.PdfDocument(data)[0]
    (image,) = page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE])
    left, bottom, right, top = image.get_bounds()
    assert (left, top) == pytest.approx((A4.left, A4.height - A4.top), abs=0.1)
    assert right - left == pytest.approx(3 * (top - bottom), rel=0.01)
    titles = [box for box, text in texts_at(data) if "Weekday guests" in text]
    assert titles[1][3] < bottom
    assert "Logo of" in " ".join(_alternatives(data))


def _alternatives(data):
    source = reader(data)
    todo, seen = [source.trailer["/Root"]["/StructTreeRoot"]], []
    while todo:
        node = todo.pop()
        if "/Alt" in node:
            seen.append(str(node["/Alt"]))
        kids = node.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        todo += [
            kid for kid in (k.get_object() for k in kids if not isinstance(k, int)) if hasattr(kid, "get")
        ]
    return seen


def test_a_bad_logo_stops_the_export_with_a_plain_sentence():
    with pytest.raises(PlanError, match="neither a PNG nor an SVG"):
        in_look(logo=b"BM" + bytes(40))


def test_the_same_look_gives_the_same_bytes():
    look = {"large_print": True, "two_sided": True, "accent": "#C02020", "logo": png()}
    assert in_look(**look) == in_look(**look)


def test_the_plan_remembers_how_it_is_printed():
    plan = full_plan()
    for field, value in (
        ("paper", PaperSize.LETTER),
        ("two_sided", True),
        ("large_print", True),
        ("grey", True),
        ("left_out", (DocumentChapter.IDEAS, DocumentChapter.PARTNERS)),
        ("accent", "#C02020"),
        ("logo", "iVBORw0KGgo="),
    ):
        plan = change(plan, "layout", field, value).plan
    found = options_of(plan)
    assert (found.paper, found.two_sided, found.large_print, found.grey) == ("Letter", True, True, True)
    assert (found.accent, found.logo) == ("#C02020", b"\x89PNG\r\n\x1a\n")
    assert {"ideas", "partners"}.isdisjoint(found.sections)
    assert {"purpose", "sign-off"} <= set(found.sections)


def test_every_chapter_can_be_left_out_but_not_all_of_them():
    plan = change(full_plan(), "layout", "left_out", tuple(DocumentChapter)).plan
    with pytest.raises(PlanError, match="Every chapter"):
        options_of(plan)


def test_the_look_is_no_part_of_what_is_signed():
    plan = change(full_plan(), "layout", "grey", True).plan
    usual, grey = (
        page_texts(pdf_bytes(p, check_plan(p, DAY), options_of(p), today=DAY)) for p in (full_plan(), plan)
    )
    assert usual == grey


@pytest.mark.parametrize(
    "look",
    [
        {"large_print": True, "two_sided": True, "accent": "#FFD400", "logo": png()},
        {"paper": "Letter", "grey": True, "logo": png()},
    ],
)
def test_every_look_keeps_both_standards(look, failures):
    assert failures(in_look(**look)) == {}
