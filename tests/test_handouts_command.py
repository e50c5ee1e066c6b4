"""Poster, worksheets and typed answers from the command line."""

import pypdfium2 as pdfium
import pytest

from planner.cli import main
from planner.store.workspace import load_plan

DAY = ("--today", "2027-01-04")


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: 9)


@pytest.fixture
def plan(tmp_path, capsys):
    path = tmp_path / "plan.tcplan"
    assert call("new", path, "--sample", "pizzeria") == 0
    capsys.readouterr()
    return path


def text_of(pdf):
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


@pytest.mark.parametrize(("paper", "width"), [((), 1190), (("--paper", "Letter"), 792)])
def test_the_poster_is_one_page(plan, tmp_path, capsys, paper, width):
    out = tmp_path / "poster.pdf"
    assert call("export", plan, out, "--as", "poster", *paper, *DAY) == 0
    document = pdfium.PdfDocument(out)
    assert len(document) == 1
    assert document[0].get_size()[0] == pytest.approx(width, abs=1)
    assert f"Wrote {out}, 1 page" in capsys.readouterr().out


def test_worksheets_of_some_steps(plan, tmp_path):
    out = tmp_path / "sheets.pdf"
    assert call("export", plan, out, "--as", "worksheets", "--steps", "3,Tactics", "--rows", 1, *DAY) == 0
    text = text_of(out)
    assert "Worksheet 3 of 9" in text
    assert "Worksheet 5 of 9" in text
    assert "Worksheet 4 of 9" not in text


def test_worksheets_that_the_plan_began(plan, tmp_path):
    out = tmp_path / "sheets.pdf"
    words = ("--steps", "people", "--prefilled", "--paper", "Letter")
    assert call("export", plan, out, "--as", "worksheets", *words) == 0
    assert "Floor manager" in text_of(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "worksheets", "--paper", "A3"), "There is no paper “A3”."),
        (("--as", "worksheets", "--steps", "nowhere"), "There is no step “nowhere”."),
        (("--as", "worksheets", "--rows", "99"), "99 blank entries"),
        (("--as", "pdf", "--paper", "Tabloid"), "There is no paper “Tabloid”."),
    ],
)
def test_what_can_not_be_is_said_and_nothing_is_written(plan, tmp_path, capsys, words, said):
    assert call("export", plan, tmp_path / "out.pdf", *words) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.tcplan"]


def typed(tmp_path, text):
    path = tmp_path / "typed.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_typed_answers_go_into_the_plan(plan, tmp_path, capsys):
    assert (
        call(
            "answers",
            plan,
            typed(
                tmp_path,
                "6.1z: Bo\n6.5z: 4\nQ8.2: More",
            ),
            "--replace",
        )
        == 0
    )
    assert "Took 3 answers" in capsys.readouterr().out
    people = list(load_plan(plan).people.values())
    assert (people[-1].name, people[-1].hours) == ("Bo", 4)


def test_all_answers_are_taken_or_none(plan, tmp_path, capsys):
    before = load_plan(plan)
    source = typed(tmp_path, "6.1z: Bo\n6.5z: many\nhello 6")
    assert call("answers", plan, source) == 2
    told = capsys.readouterr().err
    assert "Line 2, 6.5z: “many hello 6” is not a number." in told
    assert load_plan(plan) == before
    assert call("answers", plan, source, "--partly") == 2
    assert list(load_plan(plan).people.values())[-1].name == "Bo"


@pytest.mark.parametrize(("data", "said"), [(b"\xff\xfe1", "no text in UTF-8"), (None, "no such file")])
def test_a_file_that_can_not_be_read_is_told(plan, tmp_path, capsys, data, said):
    path = tmp_path / "typed.txt"
    if data is not None:
        path.write_bytes(data)
    assert call("answers", plan, path) == 2
    assert said in capsys.readouterr().err
