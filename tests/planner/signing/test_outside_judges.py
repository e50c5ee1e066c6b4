"""The real document, signed by three people, before judges that are not ours: poppler and veraPDF."""

import re
import shutil
import subprocess
from datetime import UTC, date, datetime

import pytest
from signing_parts import PASSPHRASE, judged

from planner.document.pdf import PdfOptions, pdf_bytes
from planner.editing import verbs
from planner.model.vocabulary import ApproverRole, SigningWay
from planner.samples import load_sample
from planner.signing.identity import load_identity, make_identity
from planner.signing.known import KnownSigners
from planner.signing.sign import SigningRequest, sign_document
from planner.signing.verify.verdict import Outcome
from planner.signing.verify.verifying import verify_document
from planner.signoff.field_names import signature_field_name
from planner.truths.engine import check_plan

DAY = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
"""In the past: poppler judges certificates by the clock of this computer."""


@pytest.fixture(scope="module")
def signed_plan():
    plan = load_sample("pizzeria")
    for approver in plan.approvers.values():
        plan = verbs.change(plan, approver.id, "way", SigningWay.DIGITAL).plan
    return plan


@pytest.fixture(scope="module")
def stages(signed_plan, tmp_path_factory):
    """The document before it was signed and after each signature, and the keys by approver's name."""
    pdf = pdf_bytes(signed_plan, check_plan(signed_plan, DAY), PdfOptions(), today=DAY)
    made, keys = [pdf], {}
    in_order = sorted(signed_plan.approvers.values(), key=lambda one: one.role is not ApproverRole.SPONSOR)
    for approver in in_order:
        name = signed_plan.name_of(approver.person)
        identity = load_identity(make_identity(name, PASSPHRASE, now=NOW), PASSPHRASE, now=NOW)
        keys[name] = identity.fingerprint
        request = SigningRequest(
            field=signature_field_name(approver.id), role=approver.role.label, at=NOW,
            statement=f"I approve revision {signed_plan.revision} of this plan", certify=len(made) == 1,
        )  # fmt: skip
        made.append(sign_document(made[-1], request, identity))
    folder = tmp_path_factory.mktemp("stages")
    paths = [folder / f"signed-{number}.pdf" for number in range(len(made))]
    for path, data in zip(paths, made, strict=True):
        path.write_bytes(data)
    return paths, keys


@pytest.fixture
def acquainted(stages, tmp_path):
    known = KnownSigners(tmp_path / "known.json")
    for name, key in stages[1].items():
        known.remember(name, key, at=NOW, where="")
    return known


def test_the_real_document_holds(stages, acquainted):
    verdict = verify_document(stages[0][-1], acquainted)
    assert verdict.failures == ()
    assert verdict.outcome is Outcome.UNCHANGED
    assert len(verdict.signatures) == 3


def test_the_real_document_meddled_with_does_not_hold(stages, acquainted):
    data = stages[0][-1].read_bytes()
    place = data.index(b"/MediaBox") + 12
    assert judged(data[:place] + b"9" + data[place + 1 :], acquainted).outcome is Outcome.CHANGED


def test_signing_keeps_the_document_archival_and_open_to_everyone(stages, judge):
    assert [judge.failures(path) for path in (stages[0][1], stages[0][-1])] == [{}, {}]


def test_poppler_finds_the_same_signatures_valid(stages):
    told = pdfsig(stages[0][-1])
    assert re.findall(r"Signature Validation: (.+)", told) == ["Signature is Valid."] * 3
    assert re.findall(r"Signature Type: (.+)", told) == ["ETSI.CAdES.detached"] * 3
    assert told.count("Total document signed") == 1
    assert re.findall(r"Common Name: (.+)", told) == list(stages[1])


def test_poppler_finds_a_changed_byte_too(stages, tmp_path):
    """The control: a judge that finds everything valid judges nothing."""
    data = stages[0][-1].read_bytes()
    place = data.index(b"/MediaBox") + 12
    path = tmp_path / "changed.pdf"
    path.write_bytes(data[:place] + b"9" + data[place + 1 :])
    assert "Digest Mismatch" in pdfsig(path)


def pdfsig(path):
    program = shutil.which("pdfsig")
    if program is None:
        pytest.skip("pdfsig is not installed (package poppler-utils): its judgement is missing from this run")
    return subprocess.run([program, str(path)], capture_output=True, text=True, check=True).stdout
