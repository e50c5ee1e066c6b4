"""`truecourse verify`: what it prints, what it returns, and whom it remembers."""

import json

import pytest
from signing_parts import minimal_document, plan_with_approvers, signed_by_all, signed_revision

from planner.cli import main
from planner.editing.filing import Filing, Purpose
from planner.editing.verbs import Edit
from planner.model.fingerprint import fingerprint
from planner.signing.known import KnownSigners
from planner.store.workspace import edit_plan, save_new


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def signed_file(signed, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    return path


def call(*words):
    return main(["verify", *map(str, words)], lambda _path: pytest.fail("the window was opened"))


def test_signers_are_remembered_on_demand_and_known_from_then_on(signed_file, capsys):
    assert call(signed_file) == 1
    assert capsys.readouterr().out.startswith("Signature unchanged, signer not known here\n")
    assert call(signed_file, "--remember") == 0
    assert call(signed_file) == 0
    assert capsys.readouterr().out.count("Unchanged since Ana Lima signed on 12 March 2027") == 2


def test_a_changed_key_is_not_remembered_unasked(
    signed_file, plan, unsigned, identity_of, identities, tmp_path, capsys
):
    call(signed_file, "--remember")
    forged = tmp_path / "forged.pdf"
    forged.write_bytes(
        signed_by_all(unsigned, plan, {role: identity_of(i.name) for role, i in identities.items()})
    )
    assert call(forged, "--remember") == 1
    assert capsys.readouterr().out.count("CHANGED KEY") == 3
    assert len(KnownSigners().keys) == 3


def test_keys_on_a_changed_document_are_not_remembered(signed_file, signed):
    signed_file.write_bytes(signed.replace(b"/MediaBox", b"/MediaBoy", 1))
    assert call(signed_file, "--remember") == 1
    assert KnownSigners().keys == ()


def test_json_says_all_that_the_words_say(signed_file, capsys):
    call(signed_file, "--remember", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "unchanged"
    assert told["holds"] is True
    assert [check["result"] for check in told["checks"]] == ["yes"] * 5 + ["not-checked"] + ["yes"] * 2
    assert {signature["key_is"] for signature in told["signatures"]} == {"known"}
    assert told["signatures"][0]["signer_clock"] == "2027-03-12T10:15:00+00:00"
    assert len(told["sha256"]) == 64
    assert told["plan"]["title"] == "Full tables on quiet evenings"


def test_a_document_is_held_against_a_plan(signed_file, plan, tmp_path, capsys):
    path = tmp_path / "plan.tcplan"
    save_new(path, plan)
    assert call(signed_file, "--plan", path) == 1
    assert "has no signed revision 1 with this fingerprint" in " ".join(capsys.readouterr().out.split())


def test_a_plan_is_judged_by_its_record(plan, tmp_path, capsys):
    path = tmp_path / "plan.json"
    save_new(path, plan)
    assert call(path) == 1
    assert capsys.readouterr().out.startswith("Not signed by all: ")
    assert call(path, "--plan", path) == 2


@pytest.mark.parametrize("content", [None, b"", b"words"])
def test_what_can_not_be_read_ends_with_two(tmp_path, content, capsys):
    path = tmp_path / "file.pdf"
    if content is not None:
        path.write_bytes(content)
    assert call(path) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("truecourse: ")


def test_an_unsigned_document_is_called_not_signed(tmp_path, capsys):
    path = tmp_path / "unsigned.pdf"
    path.write_bytes(minimal_document(plan_with_approvers()))
    assert call(path) == 1
    assert capsys.readouterr().out.startswith("Not signed by all: sponsor, customer-experience owner, budget")


def test_no_forbidden_word_is_said(signed_file, capsys):
    """The words that a signature without an authority can't bear (notes on sign-off, section 4)."""
    call(signed_file, "--remember")
    said = capsys.readouterr().out.lower()
    for word in (
        "legally binding",
        "qualified",
        "advanced",
        "verified identity",
        "tamper-proof",
        "trusted time",
    ):
        assert word not in said
    assert "non-repudiable" not in said
    assert "\nvalid" not in said


def test_a_plan_that_keeps_its_signed_document_is_judged_with_it(signed, plan, identities, tmp_path, capsys):
    path = tmp_path / "plan.tcplan"
    save_new(path, plan)
    kept = Filing(fingerprint(plan), Purpose.SIGNED_COPY, "signed.pdf", signed)
    edit_plan(path, lambda now: Edit(signed_revision(now, identities), "Sign", lasting=True, files=(kept,)))
    assert call(path, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["verdict"], told["document"]["verdict"]) == ("unchanged", "unchanged")
    assert any("byte for byte" in note for note in told["document"]["notes"])
    assert call(path) == 0
    assert "The signed document that this plan keeps\nUnchanged since Ana Lima" in capsys.readouterr().out


def test_a_meddled_document_in_a_plan_is_told_though_the_record_says_signed(
    signed, plan, identities, tmp_path, capsys
):
    path = tmp_path / "plan.tcplan"
    save_new(path, plan)
    kept = Filing(fingerprint(plan), Purpose.SIGNED_COPY, "signed.pdf", signed + b"\n")
    edit_plan(path, lambda now: Edit(signed_revision(now, identities), "Sign", lasting=True, files=(kept,)))
    assert call(path) == 1
    assert "Changed after signing" in capsys.readouterr().out
