"""What sign-off leaves in the plan file: archive, log and kept files."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk import Desk

from planner.editing import revision, verbs
from planner.editing.filing import Filing, Purpose
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.files.errors import FileError
from planner.model.fingerprint import canonical_json, fingerprint
from planner.model.records_signoff import SignedRevision
from planner.model.vocabulary import Verdict
from planner.signoff.approvals import Decision, decide
from planner.store.creating import create_plan_file
from planner.store.log import first_break, log_text
from planner.store.plan_file import PlanFile
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan


def _sign(desk: Desk) -> SignedRevision:
    at = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    signed = SignedRevision(id="s1", number=desk.plan.revision, fingerprint=fingerprint(desk.plan), at=at)
    after = revision.with_tables(desk.plan, {"signed_revisions": {"s1": signed}})
    desk.do(Edit(after, "Sign revision 1", lasting=True))
    return signed


def test_signing_archives_the_content_and_is_logged_but_is_no_step(desk: Desk) -> None:
    desk.rename("Ada")
    signed = _sign(desk)
    content = canonical_json(desk.plan)
    desk.rename("Ben", at=100)
    desk.reopen()
    (archived,) = desk.file.revisions()
    assert archived.canonical_json == content
    assert (archived.number, archived.fingerprint, archived.at) == (1, signed.fingerprint, signed.at)
    assert [step.label for step in desk.history.done] == ["Change name of “Ada”", "Change name of “Ben”"]
    assert [entry.what for entry in desk.file.log_entries()] == [
        "Sign revision 1",
        "Revision 2 was begun; revision 1 stays signed as it is",
    ]
    assert desk.plan.revision == 2


def test_a_new_file_of_a_signed_plan_archives_it(desk: Desk, tmp_path: Path) -> None:
    _sign(desk)
    with PlanFile.create(tmp_path / "b.tcplan", desk.plan) as file:
        assert [revision.number for revision in file.revisions()] == [1]


def test_the_log_is_a_chain_in_which_every_change_shows(desk: Desk) -> None:
    desk.file.log("Opened in a workshop")
    desk.file.log("Closed")
    desk.reopen()
    entries = list(desk.file.log_entries())
    told = [(entry.number, entry.edits, entry.what) for entry in entries]
    assert told == [(1, 1, "Opened in a workshop"), (2, 2, "Closed")]
    assert first_break(entries) is None
    assert first_break(entries[1:]) == 1
    other = {"edits": 99, "at": datetime(2026, 1, 1, tzinfo=UTC), "who": "x", "what": "x", "chain": "x"}
    for place in (1, 2):
        for name, value in other.items():
            changed = entries.copy()
            changed[place - 1] = replace(entries[place - 1], **{name: value})
            assert first_break(changed) == place
            assert f"broken at entry {place}" in log_text("Plan", changed)
    assert "The chain is whole." in log_text("Plan", entries)


def test_an_edit_that_withdraws_an_approval_is_logged(tmp_path: Path) -> None:
    plan = example_plan()
    create_plan_file(tmp_path / "plan.tcplan", plan)
    desk = Desk(tmp_path / "plan.tcplan")
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    decision = Decision("sign-sponsor", Verdict.ACCEPT, name, datetime(2027, 1, 4, tzinfo=UTC))
    desk.do(decide(plan, check_plan(plan, EXAMPLE_DAY), decision))
    desk.do(verbs.change(desk.plan, "brief", "stands_for", "Patience."))
    desk.undo()
    desk.redo()
    told = [entry.what for entry in desk.file.log_entries()]
    assert told[0].startswith(f"{name} accepted revision 1 (")
    assert told[1:] == [f"An edit withdrew what was decided by {name} (sponsor)"] * 2
    desk.file.close()


def filing(desk: Desk, purpose: Purpose, name: str, content: bytes) -> Edit:
    return Edit(desk.plan, "Filed", lasting=True, files=(Filing("ab" * 32, purpose, name, content),))


def test_a_file_is_kept_with_its_revision(desk: Desk, tmp_path: Path) -> None:
    desk.do(filing(desk, Purpose.SCAN, "../scans/page 1.png", b"ink"))
    desk.do(filing(desk, Purpose.SIGNED_COPY, "plan.pdf", b"one signature"))
    desk.do(filing(desk, Purpose.SIGNED_COPY, "plan.pdf", b"two signatures"))
    copy = tmp_path / "copy.tcplan"
    desk.file.save_copy(copy)
    with PlanFile.open(copy) as file:
        scan, signed = file.filed()
        assert (scan.name, scan.purpose, scan.size) == ("page 1.png", Purpose.SCAN, 3)
        assert file.content_of(signed.number) == b"two signatures"
        assert [entry.what.split(" (")[0] for entry in file.log_entries()][:2] == [
            "Filed",
            "“page 1.png” was filed with ABAB-ABAB-ABAB-ABAB",
        ]
        with pytest.raises(FileError, match="no longer kept"):
            file.content_of(9)


def test_what_is_too_large_is_not_kept(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr("planner.editing.filing.MAX_BYTES", 3)
    with pytest.raises(PlanError, match="too large"):
        desk.do(filing(desk, Purpose.SCAN, "scan.png", b"four"))
    assert desk.file.filed() == ()
    assert desk.file.log_entries() == ()
