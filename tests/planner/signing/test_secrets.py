"""A passphrase is asked each time and kept nowhere: a canary is looked for everywhere it could be."""

import gc
import logging
import os
import traceback

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from signing_parts import AT, minimal_document, plan_with_approvers, request_of

from planner.errors import PlanError
from planner.model.vocabulary import ApproverRole
from planner.signing.identity import load_identity, make_identity
from planner.signing.known import KnownSigners
from planner.signing.sign import sign_document
from planner.signing.verify.verifying import verify_document

CANARY = "canary in a brass lantern"
_FORMS = [CANARY.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for variable in (
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "TMPDIR",
    ):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files_with(folder, needles):
    return [
        path for path in folder.rglob("*") if path.is_file() and any(n in path.read_bytes() for n in needles)
    ]


def test_the_passphrase_is_in_no_file_no_log_no_environment_and_no_object(folder, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    (folder / "ana.p12").write_bytes(make_identity("Ana Lima", CANARY, now=AT))
    plan = plan_with_approvers()
    identity = load_identity(folder / "ana.p12", CANARY, now=AT)
    signed = sign_document(minimal_document(plan), request_of(plan, ApproverRole.SPONSOR), identity)
    (folder / "signed.pdf").write_bytes(signed)
    known = KnownSigners()
    known.remember(identity.name, identity.fingerprint, at=AT, where="signed.pdf")
    verify_document(signed, known)
    assert files_with(folder, _FORMS) == []
    assert CANARY not in caplog.text
    assert CANARY not in "".join(capfd.readouterr())
    assert CANARY not in str(dict(os.environ))
    assert not [one for one in gc.get_referrers(CANARY) if one is not globals() and type(one) is not tuple]


def test_the_search_would_find_a_passphrase_that_was_kept(folder):
    """The control: what is never found could also never be looked for."""
    (folder / "settings.ini").write_text(f"passphrase={CANARY}")
    (folder / "cache.bin").write_bytes(CANARY.encode("utf-16-be"))
    assert len(files_with(folder, _FORMS)) == 2


def test_a_refusal_does_not_quote_the_passphrase(folder):
    data = make_identity("Ana Lima", "another passphrase", now=AT)
    with pytest.raises(PlanError) as refused:
        load_identity(data, CANARY, now=AT)
    told = traceback.format_exception(refused.value)
    assert CANARY not in "".join(told)
    assert CANARY not in str(refused.value.__dict__)


def test_the_key_is_in_the_identity_file_only(folder):

    (folder / "ana.p12").write_bytes(make_identity("Ana Lima", CANARY, now=AT))
    identity = load_identity(folder / "ana.p12", CANARY, now=AT)
    plan = plan_with_approvers()
    signed = sign_document(minimal_document(plan), request_of(plan, ApproverRole.SPONSOR), identity)
    (folder / "signed.pdf").write_bytes(signed)
    number = identity.key.private_numbers().private_value.to_bytes(32, "big")
    secrets = [number, identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())]
    assert files_with(folder, secrets) == []
