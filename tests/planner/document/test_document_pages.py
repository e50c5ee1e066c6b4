"""The exported document as a reader sees it: pages, marks, links, fonts."""

import re
from datetime import date

import msgspec
import pytest
from plan_makers import DAY, full_plan
from read_back import MAKERS, export, exported, outline, page_texts, reader, strays, texts_at, whole_text

from planner.document.pages.paper import A4, LETTER
from planner.document.report import CHAPTERS, plan_report
from planner.editing.verbs import change
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.format import plural
from planner.truths.engine import check_plan

PLANS = ("empty", "example", "full", "signed", "waived")
FIRST_TIME = tuple(kind for kind in CHAPTERS if kind.key != "revision")
"""The chapters of a plan of which no other revision was signed."""
PAPERS = {"A4": A4, "Letter": LETTER}


@pytest.mark.parametrize("name", PLANS)
def test_every_page_says_which_of_how_many_it_is(name):
    texts = page_texts(exported(name))
    for number, text in enumerate(texts, start=1):
        assert re.findall(r"Page (\d+) of (\d+)", text) == [(str(number), str(len(texts)))]


def test_every_page_bears_title_revision_and_fingerprint():
    plan = full_plan()
    for text in page_texts(exported("full")):
        assert plan.the_brief.title in text
        assert "Revision 1" in text
        assert f"Plan fingerprint {short_fingerprint(fingerprint(plan))}" in text


def test_the_whole_fingerprint_stands_on_the_sign_off_page():
    assert fingerprint(full_plan()) in page_texts(exported("full"))[-1]


@pytest.mark.parametrize(
    ("name", "stands"), [("draft", True), ("empty", True), ("example", False), ("signed", False)]
)
def test_each_page_says_draft_exactly_while_a_stop_stands(name, stands):
    first, *others, last = [text.count("DRAFT") for text in page_texts(exported(name))]
    in_the_header_and_across = 2 if stands else 0
    said_as_its_status = 1 if stands else 0
    assert set(others) == {in_the_header_and_across}
    assert first == last == in_the_header_and_across + said_as_its_status


def test_the_word_draft_in_a_title_does_not_make_a_draft():
    plan = change(full_plan(), "brief", "title", "Draft").plan
    assert "DRAFT" in page_texts(export(plan))[0]
    assert "DRAFT" not in page_texts(exported("signed"))[0]


@pytest.mark.parametrize("name", PLANS)
def test_chapters_are_bookmarked_in_order_at_the_pages_on_which_they_begin(name):
    data = exported(name)
    marks = [(title, page) for depth, title, page in outline(data) if depth == 0]
    titles = [f"{number} {kind.title}" for number, kind in enumerate(FIRST_TIME, start=1)]
    assert [title for title, _ in marks][2:] == [*titles, "Document control"]
    assert [page for _, page in marks] == sorted(page for _, page in marks)
    for (_, page), kind in zip(marks[2:-1], FIRST_TIME, strict=True):
        assert kind.title in page_texts(data)[page - 1]


def test_each_tactic_is_bookmarked_below_the_chapter_on_tactics():
    names = {title for depth, title, _ in outline(exported("full")) if depth == 1}
    assert names == {tactic.name for tactic in full_plan().tactics.values()}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_contents_give_the_page_of_each_chapter_and_lead_there(paper):
    data = exported("full", paper)
    pages = {title: page for depth, title, page in outline(data) if depth == 0}
    text = page_texts(data)[1]
    for number, kind in enumerate(FIRST_TIME, start=1):
        page = pages[f"{number} {kind.title}"]
        assert re.search(rf"\b{number} {re.escape(kind.title)} .*?\b{page}\b", text)
    source = reader(data)
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(source.pages, start=1)}
    links = [link.get_object() for link in source.pages[1]["/Annots"]]
    assert [numbers[link.raw_get("/Dest")[0].idnum] for link in links] == [
        pages[f"{n} {kind.title}"] for n, kind in enumerate(FIRST_TIME, start=1)
    ]


@pytest.mark.parametrize("name", ["empty", "full"])
def test_contents_fit_on_one_page_of_either_paper(name):
    for paper in PAPERS:
        marks = {title: page for _, title, page in outline(exported(name, paper))}
        assert (marks["Contents"], marks["1 Purpose"]) == (2, 3)


@pytest.mark.parametrize("name", [*PLANS, "draft"])
def test_every_font_is_embedded_and_none_is_the_readers_own(name):
    source = reader(exported(name))
    fonts = [font.get_object() for page in source.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        parts = [part.get_object() for part in font.get("/DescendantFonts", [font])]
        assert all({"/FontFile2", "/FontFile3"} & set(part["/FontDescriptor"]) for part in parts)
    assert b"Helvetica" not in exported(name)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", [*PLANS, "draft"])
def test_nothing_stands_outside_the_margins(name, paper):
    data, sheet = exported(name, paper), PAPERS[paper]
    assert not strays(data, sheet)
    assert all(page.mediabox[2:] == pytest.approx([sheet.width, sheet.height]) for page in reader(data).pages)


def test_the_check_of_margins_sees_what_stands_outside():
    assert strays(exported("example", "Letter"), A4)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", [*PLANS, "draft"])
def test_no_page_is_blank(name, paper):
    for text in page_texts(exported(name, paper)):
        rest = re.sub(
            r"Page \d+ of \d+|Plan fingerprint [0-9A-F-]+|Revision \d+|DRAFT|Weekday guests|Nothing yet",
            "",
            text,
        )
        assert len(rest.strip()) > 10


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", PLANS)
def test_no_heading_and_no_table_head_ends_a_page(name, paper):
    heads = _heads_of_tables(name) | {f" {kind.title}" for kind in CHAPTERS}
    for text in page_texts(exported(name, paper))[2:]:
        assert not any(text.endswith(head) for head in heads)


def _heads_of_tables(name):
    plan = MAKERS[name]()
    report = plan_report(plan, check_plan(plan, DAY), DAY)
    blocks = [block for chapter in report.chapters for block in chapter.blocks]
    tables = [block for block in blocks if hasattr(block, "columns")]
    return {" ".join(column.title for column in table.columns) for table in tables}


def test_a_long_table_repeats_its_head_on_each_page():
    pages = [text for text in page_texts(exported("huge")) if "Tactic Channel Accountable" in text]
    assert len(pages) > 10


def test_every_tactic_of_a_huge_plan_is_there_in_order():
    text = whole_text(exported("huge"))
    assert [
        int(n) for n in re.findall(r"Tactic number (\d+) of a plan that has very many of them Why", text)
    ] == list(range(1, 501))


def test_two_exports_are_the_same_bytes():
    assert export(full_plan()) == export(full_plan())


def test_the_day_is_told_and_no_clock_is_read():
    text = whole_text(exported("full"))
    assert "Checked as of 4 Jan 2027" in text
    assert reader(exported("full")).metadata.creation_date.date() == DAY


def test_the_file_says_what_it_is():
    source = reader(exported("full"))
    assert source.metadata.title == "Weekday guests"
    assert source.metadata.author == "Trattoria on the corner"
    assert fingerprint(full_plan()) in source.metadata.subject
    root = source.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - pypdf's own boolean
    assert root["/PageMode"] == "/UseOutlines"


def test_the_key_figures_stand_on_the_first_page():
    plan = full_plan()
    first = page_texts(exported("full"))[0]
    for text in (
        str(len(plan.objectives)),
        str(len(plan.tactics)),
        "Fixes before the first push 4",
        "EUR 90,000",
    ):
        assert text in first
    assert plan.the_brief.answer in first
    assert plural(13, "warning") in first


def test_accepted_exceptions_stand_above_the_signatures():
    last = page_texts(exported("waived"))
    page = next(text for text in last if "Sign by hand here" in text)
    whole = whole_text(exported("waived"))
    assert "Accepted exceptions" in whole
    assert whole.rindex("we look at it in the first review") < whole.rindex("Sign by hand here")
    assert page.count("Sign by hand here") == 3


def test_a_decision_stands_with_its_moment_and_its_conditions():
    pages = {title: page for _, title, page in outline(exported("signed"))}
    text = page_texts(exported("signed"))[pages["18 Sign-off"] - 1]
    assert "Accept with conditions Signed as Service lead, by typed name 4 Jan 2027, 10:30 UTC" in text
    assert "The second till stands before the letter goes out." in text
    assert "All approvers accepted revision 1" in text


def test_only_the_chosen_chapters_are_printed():
    plan = full_plan()
    data = export(plan, sections=("sign-off", "budget"))
    titles = [title for depth, title, _ in outline(data) if depth == 0]
    assert titles == ["Weekday guests", "Contents", "1 Budget", "2 Sign-off", "Document control"]


def test_reviews_without_any_date_are_no_obstacle():
    plan = full_plan()
    for review in plan.reviews:
        plan = change(plan, review, "on", None).plan
    assert "2 without a date" in whole_text(export(plan, sections=("tactics",)))


def test_today_at_the_very_end_of_the_timeline_stays_on_the_page():
    data = export(full_plan(), sections=("tactics",), day=date(2027, 12, 31))
    assert "today" in whole_text(data)
    assert not strays(data, A4)


def test_heads_that_run_upwards_keep_within_their_table_though_names_run_to_the_left():
    plan = full_plan()
    people = {
        key: msgspec.structs.replace(one, name=f"خدمة العملاء {number}")
        for number, (key, one) in enumerate(plan.people.items())
    }
    data = export(msgspec.structs.replace(plan, people=people), sections=["responsibility"])
    (page,) = (at for at, text in enumerate(page_texts(data)) if "R: responsible, does the work" in text)
    placed = [*texts_at(data, slice(page, page + 1))]
    heading = next(box[1] for box, text in placed if "exactly one accountable" in text)
    names = [box for box, text in placed if "خدمة" in text or "ةمدخ" in text]
    assert len(names) > 2
    assert max(top for _, _, _, top in names) < heading
