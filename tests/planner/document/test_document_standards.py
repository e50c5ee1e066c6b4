"""Every document is a PDF/A-3a and a PDF/UA-1 file, by the verdict of veraPDF."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from plan_makers import DAY, draft_plan, full_plan, plan_with_text, signed_plan
from read_back import export

from planner.document.pdf import PdfOptions, pdf_bytes
from planner.editing.verbs import change
from planner.model.plan import empty_plan
from planner.model.text import clean_text
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan
from planner.truths.findings import Report
from tests.text_samples import LEFT_TO_RIGHT, RIGHT_TO_LEFT

SCRIPTS = "\n".join([*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT])
HOSTILE = (
    "<b>unclosed & R&D </rdf:li> ]]> (\\) <</S/P>> BDC EMC ET Q {0}\n"
    "nul\x00 bell\x07 mark\ufeff half\ud800 turned\u202e private\ue123\U000f1234 missing\U00013000\n"
    "\n  blank lines and " + "W" * 300
)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("sample", [sample.name for sample in sample_names()])
def test_every_sample_keeps_both_standards(sample, paper, failures):
    assert failures(export(load_sample(sample), paper, day=date(2026, 11, 22))) == {}


@pytest.mark.parametrize(
    "plan", [empty_plan(""), draft_plan(), signed_plan()], ids=["empty", "draft", "signed"]
)
def test_a_plan_keeps_both_standards_wherever_it_stands(plan, failures):
    assert failures(export(plan)) == {}


def logo(mode):
    picture = BytesIO()
    Image.new(mode, (300, 200), "#0B4F7D80" if mode == "RGBA" else "#0B4F7D").save(picture, "PNG")
    return picture.getvalue()


@pytest.mark.parametrize(
    "options",
    [
        PdfOptions("A4", two_sided=True, large_print=True, accent="#801650", logo=logo("RGBA")),
        PdfOptions("Letter", grey=True, logo=logo("RGB")),
    ],
    ids=["large and coloured", "grey"],
)
def test_no_choice_of_look_breaks_either_standard(options, failures):
    plan = full_plan()
    assert failures(pdf_bytes(plan, check_plan(plan, DAY), options, today=DAY)) == {}


def test_every_script_keeps_both_standards(failures):
    plan = change(full_plan(), "brief", "answer", SCRIPTS).plan
    plan = change(plan, "answer-1", "evidence", SCRIPTS).plan
    assert failures(export(plan, sections=("purpose", "questions"))) == {}


def test_no_text_breaks_either_standard(failures):
    plan = plan_with_text(clean_text(HOSTILE))
    options = PdfOptions(sections=("purpose", "experience", "people", "metrics", "questions", "sign-off"))
    assert failures(pdf_bytes(plan, Report(), options, today=DAY)) == {}


def test_characters_without_a_meaning_break_neither_standard_in_charts_and_headers(failures):
    plan = plan_with_text("\ue123 \U000f1234\U00013000")
    options = PdfOptions(sections=("tactics", "metrics"))
    assert failures(pdf_bytes(plan, Report(), options, today=DAY)) == {}


def broken(breaks, data):
    """Return a document with something taken out of it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        breaks(pdf)
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()


def without_intent(pdf):
    del pdf.Root.OutputIntents


def without_alternative(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure":
            del thing.Alt


def without_language(pdf):
    del pdf.Root.Lang


def without_structure(pdf):
    del pdf.Root.StructTreeRoot


def without_relation(pdf):
    del pdf.Root.AF[0].AFRelationship


@pytest.mark.parametrize(
    ("breaks", "standards"),
    [
        (without_intent, {"PDFA_3_A"}),
        (without_relation, {"PDFA_3_A"}),
        (without_alternative, {"PDFUA_1"}),
        (without_language, {"PDFUA_1"}),
        (without_structure, {"PDFA_3_A", "PDFUA_1"}),
    ],
)
def test_the_judge_sees_what_was_broken(breaks, standards, failures):
    data = export(full_plan(), sections=("tactics",))
    assert failures(data) == {}
    found = failures(broken(breaks, data))
    assert found.keys() == standards
    assert all(found.values())


def test_the_judge_never_passes_what_it_can_not_read(judge, tmp_path):
    path = tmp_path / "no.pdf"
    path.write_bytes(b"not a PDF")
    with pytest.raises(RuntimeError):
        judge.failures(path)
