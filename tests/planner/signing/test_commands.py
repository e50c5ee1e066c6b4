"""Signing with keys on the command line: the whole way, and where passphrases never go."""

import io
import json
import logging
from pathlib import Path

import pytest

from planner.cli import main
from planner.editing import verbs
from planner.model.vocabulary import ApproverRole, SigningWay
from planner.store.workspace import edit_plan, load_plan, save_new
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

DAY = ["--today", EXAMPLE_DAY.isoformat()]
CANARY = "canary in a brass lantern"


@pytest.fixture
def typed(monkeypatch):
    """Types lines where no terminal is."""

    def give(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return give


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: pytest.fail("the window was opened"))


def name_of(path: Path, role: ApproverRole) -> str:
    plan = load_plan(path)
    return next(plan.name_of(a.person) for a in plan.approvers.values() if a.role is role)


@pytest.fixture
def plan_file(tmp_path) -> Path:
    """A plan of which the sponsor signs with a key."""
    path = tmp_path / "plan.tcplan"
    save_new(path, example_plan())
    edit_plan(path, lambda plan: verbs.change(plan, "sign-sponsor", "way", SigningWay.DIGITAL))
    return path


def signed_by_all(plan_file: Path, typed, tmp_path: Path) -> Path:
    sponsor, key, pdf = name_of(plan_file, ApproverRole.SPONSOR), tmp_path / "a.p12", tmp_path / "signed.pdf"
    typed(CANARY)
    assert call("identity", sponsor, key, "--email", "ana@example.org") == 0
    for role in (ApproverRole.EXPERIENCE_OWNER, ApproverRole.BUDGET_HOLDER):
        assert call("sign", plan_file, "--role", role.value, "--name", name_of(plan_file, role), *DAY) == 0
    typed(CANARY)
    words = ("--role", "sponsor", "--name", sponsor, "--key", key, "--out", pdf)
    assert call("sign", plan_file, *words, *DAY) == 0
    return pdf


def test_a_plan_is_signed_and_verified_with_a_key(plan_file, typed, tmp_path, capsys):
    pdf = signed_by_all(plan_file, typed, tmp_path)
    assert "Revision 1 is signed." in capsys.readouterr().out
    assert call("verify", pdf, "--plan", plan_file) == 0
    assert capsys.readouterr().out.startswith("Unchanged since ")


def test_the_log_tells_each_decision_and_what_was_filed(plan_file, typed, tmp_path, capsys):
    signed_by_all(plan_file, typed, tmp_path)
    capsys.readouterr()
    assert call("log", plan_file, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["broken_at"] is None
    assert [entry["number"] for entry in told["entries"]] == [1, 2, 3, 4]
    assert "by digital signature; revision 1 is signed" in told["entries"][2]["what"]
    assert "could write the whole log anew" in told["caveat"]


def test_a_passphrase_is_in_no_file_no_log_and_no_output(plan_file, typed, tmp_path, capsys, caplog):
    caplog.set_level(logging.DEBUG)
    signed_by_all(plan_file, typed, tmp_path)
    typed(CANARY + " not quite")
    words = ("--role", "sponsor", "--name", "x", "--key", tmp_path / "a.p12")
    assert call("sign", plan_file, *words, *DAY) == 2
    told = capsys.readouterr()
    texts = [told.out, told.err, caplog.text]
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 3
    for form in (CANARY, CANARY.encode("utf-16-be").decode("latin-1")):
        assert not any(form in text for text in texts)
        assert not any(form.encode("latin-1") in content for content in files)


@pytest.mark.parametrize(
    ("lines", "why"), [(["wrong one entirely"], "does not open"), ([], "No passphrase"), ([""], "No pass")]
)
def test_without_the_right_passphrase_nothing_is_signed(plan_file, typed, tmp_path, capsys, lines, why):
    sponsor, key = name_of(plan_file, ApproverRole.SPONSOR), tmp_path / "a.p12"
    typed(CANARY)
    call("identity", sponsor, key)
    before = plan_file.read_bytes()
    typed(*lines)
    assert call("sign", plan_file, "--role", "sponsor", "--name", sponsor, "--key", key, *DAY) == 2
    assert why in capsys.readouterr().err
    assert plan_file.read_bytes() == before


def test_a_weak_passphrase_makes_no_key(typed, tmp_path, capsys):
    typed("short")
    assert call("identity", "Ana Lima", tmp_path / "a.p12") == 2
    assert "too short" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_not_written_over_another(typed, tmp_path, capsys):
    key = tmp_path / "a.p12"
    key.write_bytes(b"precious")
    typed(CANARY)
    assert call("identity", "Ana Lima", key) == 2
    assert key.read_bytes() == b"precious"
    assert capsys.readouterr().err


def test_a_plan_in_json_has_no_place_for_keys_nor_a_log(typed, tmp_path, capsys):
    plan, key = tmp_path / "plan.json", tmp_path / "a.p12"
    save_new(plan, example_plan())
    typed(CANARY)
    call("identity", "Ana Lima", key)
    typed(CANARY)
    assert call("sign", plan, "--role", "sponsor", "--name", "x", "--key", key, *DAY) == 2
    assert "no place for the document" in capsys.readouterr().err
    assert call("log", plan) == 2
