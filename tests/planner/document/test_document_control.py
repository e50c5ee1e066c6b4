"""What the document says of itself: changes since a signature, verdicts, and which document it is."""

import pytest
from plan_makers import DAY, draft_plan, full_plan, signed_plan

from planner.cli import main
from planner.document.blocks import Facts, Marked, Named, Table
from planner.document.report import plan_report
from planner.editing.verbs import add, change, remove
from planner.exchange.plan_json import write_json
from planner.model.fingerprint import fingerprint
from planner.model.plan import empty_plan
from planner.model.records_house import HouseTruth
from planner.model.records_work import Idea
from planner.model.vocabulary import TruthSort
from planner.truths.engine import check_plan


def report_of(plan, signed=None):
    return plan_report(plan, check_plan(plan, DAY), DAY, signed=signed)


def chapter(report, key):
    return next((found for found in report.chapters if found.key == key), None)


def words(cell):
    return cell.name if isinstance(cell, Named) else cell.text if isinstance(cell, Marked) else cell


def control(report):
    (facts,) = (block for block in report.control.blocks if isinstance(block, Facts))
    return {label: words(cell) for label, cell in facts.rows}


def test_a_plan_that_was_never_signed_says_nothing_about_changes():
    assert chapter(report_of(full_plan()), "revision") is None


def test_the_very_revision_that_was_signed_has_no_changes_to_tell():
    assert chapter(report_of(signed_plan()), "revision") is None


def test_each_change_since_the_signature_stands_with_before_and_after():
    signed = signed_plan()
    tactic = next(iter(signed.tactics.values()))
    plan = change(signed, tactic.id, "name", "Another name").plan
    plan = add(plan, Idea(id="idea-new", name="A new idea")).plan
    review = next(iter(signed.reviews.values()))
    plan = remove(plan, (review.id,)).plan
    found = chapter(report_of(plan, signed), "revision")
    assert "changed since revision 1 was signed" in found.finding
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    rows = [[words(cell) for cell in row] for row in table.rows]
    assert ["Another name", "Tactic", tactic.name, "Another name"] in rows
    assert ["A new idea", "Added", "–", "–"] in rows
    assert [review.name, "Removed", "–", "–"] in rows


def test_without_what_was_signed_the_chapter_says_so():
    plan = change(signed_plan(), "brief", "title", "Another name").plan
    assert chapter(report_of(plan), "revision").finding == "Revision 1 was signed before"


def test_the_control_block_tells_plan_revision_status_and_fingerprint():
    plan = signed_plan()
    found = control(report_of(plan))
    assert found["Plan id"] == plan.plan_id
    assert (found["Revision"], found["Plan fingerprint"]) == ("1", fingerprint(plan))
    assert found["Status"] == "Signed"
    assert found["As of"] == "4 Jan 2027"
    assert "accept" in found["Approvers"]
    assert control(report_of(draft_plan()))["Status"].startswith("DRAFT")


def test_the_control_block_of_an_empty_plan_names_nobody():
    found = control(report_of(empty_plan("")))
    assert found["Approvers"] == found["Distribution"] == "Nobody is named yet."


def test_every_theme_has_a_verdict_that_agrees_with_the_findings():
    plan = draft_plan()
    report = check_plan(plan, DAY)
    table = next(b for b in chapter(report_of(plan), "truths").blocks if isinstance(b, Table))
    verdicts = [words(row[2]) for row in table.rows]
    assert len(verdicts) == len(table.rows) > 10
    assert sum(int(v.split()[0]) for v in verdicts if "stop" in v) == report.counts["stop"]
    assert "Holds" in verdicts


def test_truths_of_the_house_are_listed():
    plan = add(full_plan(), HouseTruth(id="house-1", name="Every tactic has a friend")).plan
    tables = [b for b in chapter(report_of(plan), "truths").blocks if isinstance(b, Table)]
    assert any("Every tactic has a friend" in words(table.rows[0][0]) for table in tables)


def test_a_question_of_the_house_looks_at_nothing_and_has_no_level():
    rule = HouseTruth(id="house-1", name="Every tactic has a friend")
    asked = HouseTruth(id="house-10", name="Who is our friend?", sort=TruthSort.QUESTION)
    plan = add(add(full_plan(), rule).plan, asked).plan
    tables = (b for b in chapter(report_of(plan), "truths").blocks if isinstance(b, Table))
    rows = next(table.rows for table in tables if "friend" in words(table.rows[0][0]))
    assert [[words(cell) for cell in row[1:]] for row in rows] == [
        ["Rule", "Tactics", "Warning", "1 warning"],
        ["Question", "–", "–", "Asked of the team"],
    ]


@pytest.fixture
def stored(tmp_path):
    path = tmp_path / "plan.json"
    plan = change(full_plan(), "layout", "large_print", True).plan
    path.write_bytes(write_json(plan))
    return path


def test_the_command_line_prints_as_the_plan_says_unless_told_otherwise(stored, tmp_path, capfd):
    day = f"--today={DAY}"
    sizes = []
    for flags in ([], ["--no-large-print"], ["--grey", "--two-sided", "--accent", "#803010"]):
        assert main(["export", str(stored), str(tmp_path / "out.pdf"), day, *flags], lambda _path: 1) == 0
        sizes.append(int(capfd.readouterr().out.split()[-2]))
    assert sizes[0] > sizes[1]
    assert sizes[2] == sizes[0]


@pytest.mark.parametrize("flags", [["--accent", "reddish"], ["--logo", "/nowhere/logo.png"]])
def test_a_look_that_can_not_be_is_refused_and_no_file_is_left(stored, tmp_path, capfd, flags):
    out = tmp_path / "out.pdf"
    assert main(["export", str(stored), str(out), *flags], lambda _path: 1) == 2
    assert not out.exists()
    assert "Traceback" not in capfd.readouterr().err
