"""The plan inside its document comes back whole, and a hostile file is refused plainly."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from plan_makers import full_plan, signed_plan, waived_plan
from read_back import export

from planner.errors import PlanError
from planner.exchange.attached_plan import PLAN_NAME, read_attached_plan
from planner.exchange.importing import read_import
from planner.exchange.plan_json import MAX_BYTES, write_json
from planner.paper.tags.finish import Attachment, Meta, finish
from planner.paper.text.canvas import TextCanvas


@pytest.fixture
def written(tmp_path):
    """Return what writes bytes into a file of a PDF's name."""

    def write(data):
        path = tmp_path / "plan.pdf"
        path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("make", [full_plan, signed_plan, waived_plan])
def test_the_whole_plan_comes_back(make, written):
    plan = make()
    assert read_import(written(export(plan))) == plan


def test_chapters_that_are_not_printed_come_back_too(written):
    assert read_import(written(export(full_plan(), sections=("purpose",)))) == full_plan()


def test_the_plan_is_named_as_what_the_document_was_made_from():
    plan = signed_plan()
    with pikepdf.open(BytesIO(export(plan))) as pdf:
        (file,) = pdf.Root.AF
        assert (file.UF, file.AFRelationship, file.EF.F.Subtype) == (
            PLAN_NAME,
            "/Source",
            "/application/json",
        )
        assert file.EF.F.read_bytes() == write_json(plan)


def changed(change, **saving):
    """Return a document after a change to its objects."""
    with pikepdf.open(BytesIO(export(signed_plan(), sections=("purpose",)))) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out, **saving)
    return out.getvalue()


def without_plan(pdf):
    del pdf.attachments[PLAN_NAME]


def with_a_bomb(pdf):
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(MAX_BYTES // (1 << 20) + 1))
    stream = pdf.attachments[PLAN_NAME].obj.EF.F
    stream.write(data + packer.flush(), filter=pikepdf.Name.FlateDecode)


def with_an_odd_filter(pdf):
    stream = pdf.attachments[PLAN_NAME].obj.EF.F
    stream.write(b"\xff\xd8", filter=pikepdf.Name.DCTDecode)


def with_a_broken_stream(pdf):
    pdf.attachments[PLAN_NAME].obj.EF.F.write(b"no deflated data", filter=pikepdf.Name.FlateDecode)


def without_a_file(pdf):
    del pdf.attachments[PLAN_NAME].obj.EF


def with_a_name_for_a_file(pdf):
    pdf.attachments[PLAN_NAME].obj.EF = pikepdf.Name.None_


def with_an_odd_tree(pdf):
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(pikepdf.Dictionary())
    pdf.Root.Names.EmbeddedFiles.Kids = pikepdf.Array([pdf.Root.Names.EmbeddedFiles])


def with_another_json(pdf):
    pdf.attachments[PLAN_NAME].obj.EF.F.write(b'{"format": "something else"}')


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (without_plan, "no plan in “plan.pdf”"),
        (with_a_bomb, "too large to be a plan"),
        (with_an_odd_filter, "can't be read as a PDF with a plan"),
        (without_a_file, "can't be read as a PDF with a plan"),
        (with_a_name_for_a_file, "can't be read as a PDF with a plan"),
        (with_a_broken_stream, "can't be read as a PDF with a plan"),
        (with_an_odd_tree, "plan"),
        (with_another_json, "not a Truecourse plan"),
    ],
)
def test_a_document_without_a_readable_plan_is_refused_plainly(change, sentence, written):
    with pytest.raises(PlanError, match=sentence):
        read_attached_plan(written(changed(change)))


def test_a_locked_document_is_refused_plainly(written):
    lock = pikepdf.Encryption(owner="a", user="b")
    with pytest.raises(PlanError, match="locked by a password"):
        read_attached_plan(written(changed(lambda _: None, encryption=lock)))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", bytes(2_000)])
def test_what_is_no_pdf_is_refused_plainly(data, written):
    with pytest.raises(PlanError, match="can't be read as a PDF"):
        read_attached_plan(written(data))


def test_a_folder_and_a_missing_file_are_told_plainly(tmp_path):
    with pytest.raises(PlanError, match="is a folder"):
        read_attached_plan(tmp_path)
    with pytest.raises(PlanError, match="no file"):
        read_attached_plan(tmp_path / "absent.pdf")


def test_another_ending_is_not_imported(tmp_path):
    with pytest.raises(PlanError, match=r"“\.docx” can't be imported"):
        read_import(tmp_path / "plan.docx")


def test_a_file_inside_may_have_any_name_and_text(written):
    meta = Meta("Title", "", "", signed_plan().the_brief.starts_on)
    files = [
        Attachment(name, b"{}", "application/json", "Größe", "Data") for name in ("größe.json", PLAN_NAME)
    ]
    out = BytesIO()
    canvas = TextCanvas(out)
    canvas.showPage()
    finish(canvas, meta, files)
    canvas.save()
    data = out.getvalue()
    with pikepdf.open(BytesIO(data)) as pdf:
        assert {*pdf.attachments} == {PLAN_NAME, "größe.json"}
