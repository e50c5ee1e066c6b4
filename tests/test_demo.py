"""The demo does the whole job: a plan, its document, three signatures in three ways, and a verdict."""

from datetime import date

from planner import demo
from planner.model.vocabulary import SigningWay
from planner.signing.known import KnownSigners
from planner.signing.verify.record import load_record
from planner.signing.verify.verdict import Outcome
from planner.signing.verify.verifying import verify_document
from planner.store.workspace import load_plan


def test_the_demo_ends_with_a_document_that_is_signed_in_three_ways_and_holds(tmp_path, capsys):
    assert demo.run(tmp_path, date(2027, 1, 4)) == 0
    plan = tmp_path / "pizzeria.tcplan"
    ways = {approval.way for approval in load_plan(plan).approvals.values()}
    assert ways == {SigningWay.TYPED, SigningWay.DRAWN, SigningWay.DIGITAL}
    known, record = KnownSigners(tmp_path / "known.json"), load_record(plan)
    verdict = verify_document(tmp_path / "pizzeria signed.pdf", known, record=record)
    assert verdict.outcome is Outcome.UNCHANGED
    assert "Unchanged since Owner signed" in capsys.readouterr().out


def test_on_a_day_on_which_the_sample_can_not_be_signed_the_demo_says_so(tmp_path, capsys):
    assert demo.run(tmp_path, date(2030, 1, 4)) == 0
    assert "Not today" in capsys.readouterr().out
