"""The child process: it says what reading says, and no file harms more than that process."""

import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import hostile_pdfs
import msgspec
import pikepdf
import pytest
from pikepdf import Dictionary
from signing_parts import judged, minimal_document, signed_by_all

from planner.errors import PlanError
from planner.signing.verify import sandbox
from planner.signing.verify.limits import Limits
from planner.signing.verify.sandbox import CostlyError, read_confined
from planner.signing.verify.verdict import Outcome
from planner.signing.verify.verifying import verify_document

STRICT = Limits(cpu_seconds=20, memory=1024**3)
ROOT = Path(__file__).parents[3]


def test_the_child_says_what_reading_says_and_tells_how_far_it_is(signed, known):
    told = []
    verdict = verify_document(signed, known, progress=told.append)
    assert verdict == judged(signed, known)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_file_is_verified_by_its_path(signed, known, tmp_path):
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    assert verify_document(path, known).outcome is Outcome.UNCHANGED


REFUSED = {
    "nothing": lambda: b"",
    "words": lambda: b"no PDF at all",
    "a table that leads to itself": hostile_pdfs.xref_loop,
    "ten thousand pages": hostile_pdfs.many_pages,
    "thousands of fields": hostile_pdfs.many_fields,
    "deep nesting": hostile_pdfs.deep_nesting,
    "names that lead to themselves": hostile_pdfs.deep_names,
    "a table of thousands of millions of rows": hostile_pdfs.xref_bomb,
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_file_is_refused_in_plain_words_and_in_time(what):
    begun = time.monotonic()
    with pytest.raises(PlanError) as refused:
        read_confined(REFUSED[what](), STRICT)
    assert time.monotonic() - begun < STRICT.wall_seconds
    assert refused.value.message.startswith("This ")
    assert "Error" not in refused.value.message


def test_of_a_plan_of_gigabytes_no_more_is_read_than_a_plan_can_have(nobody_known):
    verdict = verify_document(hostile_pdfs.attachment_bomb(), nobody_known, limits=STRICT)
    assert "What lies inside this PDF as the plan is larger than any plan." in verdict.failures


@pytest.mark.parametrize(
    "make", [hostile_pdfs.attachment_bomb, hostile_pdfs.page_bomb, hostile_pdfs.page_loop]
)
def test_a_file_that_blows_up_is_refused_or_found_wanting(make, nobody_known):
    try:
        verdict = verify_document(make(), nobody_known, limits=STRICT)
    except PlanError:
        return
    assert not verdict.holds


@pytest.mark.parametrize(
    "limits", [Limits(cpu_seconds=0), Limits(memory=64 * 1024**2), Limits(wall_seconds=0.2)], ids=str
)
def test_each_limit_ends_the_child(limits, signed):
    if sys.platform == "win32" and limits.wall_seconds > 1:
        pytest.skip("Windows has no limits on memory and computing; the deadline holds there")
    with pytest.raises(CostlyError, match="too much time or memory"):
        read_confined(signed, limits)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{}\n" * 10,
        b"not json\n",
        b'{"facts": {"pages": -1}}\n',
        b'{"facts": {"pages": 1, "more": 2}}\n',
        b'{"facts": null, "code": "import os"}\n',
        b'{"progress": ' + b"1" * 20_000_000,
    ],
)
def test_an_answer_that_is_none_is_not_believed(answer, signed, monkeypatch, tmp_path):
    said = tmp_path / "answer"
    said.write_bytes(answer)
    script = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(open({str(said)!r}, 'rb').read())"
    popen = subprocess.Popen
    monkeypatch.setattr(
        sandbox.subprocess, "Popen", lambda _words, **more: popen([sys.executable, "-c", script], **more)
    )
    with pytest.raises(CostlyError):
        read_confined(signed, Limits())


def test_the_child_can_neither_write_nor_connect_nor_start_programs(tmp_path):
    script = (
        "import socket, subprocess, sys\n"
        "from planner.signing.verify.child import _refuse\n"
        "from planner.signing.verify.limits import Limits, confine\n"
        "confine(Limits()); sys.addaudithook(_refuse)\n"
        "for attempt in (\n"
        f"    lambda: open({str(tmp_path / 'x')!r}, 'w'),\n"
        "    lambda: socket.create_connection(('127.0.0.1', 9)),\n"
        "    lambda: subprocess.run([sys.executable]),\n"
        "):\n"
        "    try:\n"
        "        attempt()\n"
        "    except PermissionError:\n"
        "        print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.split() == ["refused"] * 3
    assert not (tmp_path / "x").exists()


def test_the_facts_have_a_form_that_can_be_checked(signed):
    facts = read_confined(signed, Limits())
    again = msgspec.json.decode(msgspec.json.encode(facts), type=type(facts))
    assert again == facts


def test_a_long_document_whose_parts_lead_to_one_another_is_read(plan, identities, known):
    """Outlines and structure are chains of objects, in a document of 400 pages a thousand long."""
    with pikepdf.open(BytesIO(minimal_document(plan))) as pdf:
        link = pdf.make_indirect(Dictionary(Last=True))
        for _ in range(1200):
            link = pdf.make_indirect(Dictionary(Next=link))
        pdf.Root.Chain = link
        out = BytesIO()
        pdf.save(out)
    signed = signed_by_all(out.getvalue(), plan, identities)
    assert verify_document(signed, known).failures == ()
