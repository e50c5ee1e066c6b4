"""Known signers: remembered, told apart, forgotten, and never silently lost."""

import pytest
from signing_parts import AT

from planner.errors import PlanError
from planner.signing.fingerprints import grouped
from planner.signing.known import KnownSigners, Meeting, known_signers_file

ONE, TWO = "ab" * 32, "cd" * 32


@pytest.fixture
def signers(tmp_path):
    return KnownSigners(tmp_path / "data" / "known.json")


def test_the_first_meeting_is_no_acquaintance(signers):
    assert signers.meeting("Ana Lima", ONE) is Meeting.FIRST


def test_a_key_that_was_remembered_is_known_also_after_a_restart(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="plan.pdf")
    again = KnownSigners(signers.path)
    assert again.meeting("Ana Lima", ONE) is Meeting.KNOWN
    (key,) = again.keys_of("ana  LIMA")
    assert (key.first_met, key.where) == (AT, "plan.pdf")


def test_another_key_under_a_known_name_is_a_changed_key(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="")
    assert signers.meeting("ana lima ", TWO) is Meeting.CHANGED


def test_a_known_key_under_another_name_is_told_apart(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="")
    assert signers.meeting("Bo Chen", ONE) is Meeting.OTHER_NAME
    assert signers.names_of(ONE) == ("Ana Lima",)


def test_a_second_key_is_known_once_it_was_remembered_too(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="")
    signers.remember("Ana Lima", TWO, at=AT, where="new laptop")
    assert signers.meeting("Ana Lima", ONE) is Meeting.KNOWN
    assert signers.meeting("Ana Lima", TWO) is Meeting.KNOWN


def test_remembering_again_keeps_the_first_meeting(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="first")
    signers.remember("ANA LIMA", ONE, at=AT.replace(year=2030), where="second")
    assert [key.where for key in signers.keys] == ["first"]


def test_a_forgotten_key_is_met_anew(signers):
    signers.remember("Ana Lima", ONE, at=AT, where="")
    signers.remember("Ana Lima", TWO, at=AT, where="")
    signers.forget("Ana Lima", ONE)
    assert KnownSigners(signers.path).meeting("Ana Lima", ONE) is Meeting.CHANGED
    signers.forget("Ana Lima", TWO)
    assert signers.meeting("Ana Lima", TWO) is Meeting.FIRST


def test_two_windows_do_not_overwrite_each_other(signers):
    other = KnownSigners(signers.path)
    signers.remember("Ana Lima", ONE, at=AT, where="")
    other.remember("Bo Chen", TWO, at=AT, where="")
    assert len(KnownSigners(signers.path).keys) == 2


def test_a_signer_without_a_name_is_not_remembered(signers):
    with pytest.raises(PlanError, match="without its signer's name"):
        signers.remember(" ", ONE, at=AT, where="")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": "other"}', b'{"format": "truecourse-known-signers", "version": 99}'],
)
def test_a_damaged_list_is_told_and_does_not_pass_as_empty(tmp_path, content):
    path = tmp_path / "known.json"
    path.write_bytes(content)
    with pytest.raises(PlanError, match="can't be read, so no signer is known"):
        KnownSigners(path)
    assert path.read_bytes() == content


def test_the_list_lies_beside_the_backups(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert known_signers_file().name == "known_signers.json"
    assert known_signers_file().parent.name == "truecourse"


def test_a_fingerprint_is_shown_in_groups_of_four():
    assert grouped("ab12cd34ef") == "AB12 CD34 EF"
