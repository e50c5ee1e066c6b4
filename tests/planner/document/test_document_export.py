"""Writing the document's file: whole or not at all."""

import pytest
from plan_makers import DAY, full_plan
from read_back import export

from planner.document.pdf import ExportCancelledError, PdfOptions, export_pdf
from planner.errors import PlanError
from planner.truths.engine import check_plan


def exporting(out, **more):
    plan = full_plan()
    return export_pdf(plan, check_plan(plan, DAY), out, more.pop("options", PdfOptions()), today=DAY, **more)


def test_the_file_is_what_the_preview_shows(tmp_path):
    out = tmp_path / "plan.pdf"
    result = exporting(out)
    assert out.read_bytes() == export(full_plan())
    assert (result.path, result.pages > 20) == (out, True)


def test_progress_runs_from_nothing_to_all_and_never_back(tmp_path):
    told = []
    exporting(tmp_path / "plan.pdf", progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 50


@pytest.mark.parametrize("stops_at", [0, 0.3, 0.8, 0.98])
def test_a_stopped_export_leaves_the_old_file_whole_and_nothing_else(tmp_path, stops_at):
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"the old one")
    told = [-1.0]
    with pytest.raises(ExportCancelledError):
        exporting(out, progress=told.append, cancelled=lambda: told[-1] >= stops_at or stops_at == 0)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_a_stopped_export_makes_no_file(tmp_path):
    with pytest.raises(ExportCancelledError, match="no file was written"):
        exporting(tmp_path / "plan.pdf", cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_an_export_that_nobody_stops_is_asked_and_goes_on(tmp_path):
    asked = []
    exporting(tmp_path / "plan.pdf", cancelled=lambda: bool(asked.append(1)))
    assert len(asked) > 50
    assert (tmp_path / "plan.pdf").exists()


def test_an_error_on_the_way_leaves_the_old_file_whole(tmp_path):
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"the old one")

    def fail(part):
        if part > 0.8:
            raise MemoryError

    with pytest.raises(MemoryError):
        exporting(out, progress=fail)
    assert out.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_is_told_plainly(tmp_path):
    with pytest.raises(PlanError, match="folder"):
        exporting(tmp_path / "nowhere" / "plan.pdf")


def test_paper_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PlanError, match="no paper “A5”") as caught:
        exporting(tmp_path / "plan.pdf", options=PdfOptions("A5"))
    assert caught.value.hint == "Choose A4 or Letter."
    assert not list(tmp_path.iterdir())
