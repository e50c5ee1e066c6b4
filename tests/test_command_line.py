"""The command line end to end: real files, real exit codes, the document read back."""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from planner.samples import sample_names

from planner.cli import main
from planner.exchange.plan_json import read_json, to_builtins
from planner.signoff.fingerprint import fingerprint, short_fingerprint
from planner.store.workspace import load_plan
from planner.truths.catalogue import rules
from planner.truths.example_plan import example_plan
from planner.truths.findings import Weight

DAY = ["--today", "2027-01-04"]
GOOD = [sample.name for sample in sample_names() if sample.name != "what-not-to-do"]


def no_window(_path):
    pytest.fail("the window was opened")


def call(*words) -> int:
    return main([str(word) for word in words], no_window)


@pytest.fixture
def said(capsys):
    def text() -> str:
        return capsys.readouterr().out

    return text


def pages_of(pdf: Path) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_from_an_empty_plan_to_a_signed_document(tmp_path, said):
    plan, filled, done = tmp_path / "empty.tcplan", tmp_path / "filled.json", tmp_path / "plan.tcplan"
    assert call("new", plan) == 0
    assert call("check", plan, *DAY) == 1
    assert "experience.no-baseline" in said()

    content = to_builtins(example_plan()) | {"plan_id": load_plan(plan).plan_id}
    filled.write_text(json.dumps(content), encoding="utf-8")
    assert call("import", filled, done) == 0
    assert call("check", done, *DAY) == 0

    for approver in example_plan().approvers.values():
        name = example_plan().people[approver.person].name
        assert call("sign", done, "--role", approver.role, "--name", name, *DAY) == 0
    assert "Revision 1 is signed" in said()

    pdf = tmp_path / "plan.pdf"
    assert call("export", done, pdf, *DAY) == 0
    pages = pages_of(pdf)
    printed = short_fingerprint(fingerprint(load_plan(done)))
    assert all(printed in page for page in pages)
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert not any("DRAFT" in page for page in pages)
    text = " ".join(" ".join(pages).split())
    for record in (*example_plan().objectives.values(), *example_plan().tactics.values()):
        assert record.name in text


def test_a_draft_says_so_on_each_page(tmp_path):
    plan, pdf = tmp_path / "bad.tcplan", tmp_path / "bad.pdf"
    call("new", plan, "--sample", "what-not-to-do")
    assert call("export", plan, pdf, "--paper", "Letter", *DAY) == 0
    assert all("DRAFT" in page for page in pages_of(pdf))


@pytest.mark.parametrize("name", GOOD)
def test_each_good_sample_can_be_signed(tmp_path, said, name):
    path = tmp_path / "plan.tcplan"
    call("new", path, "--sample", name)
    said()
    assert call("check", path, "--json", *DAY) == 0
    report = json.loads(said())
    assert report["can_sign"] is True
    assert report["counts"]["stop"] == report["counts"]["warn"] == 0
    assert report["plan"]["fingerprint"] == fingerprint(load_plan(path))


def test_the_bad_sample_breaks_every_stop_that_can_stand_beside_the_others(tmp_path, said):
    path = tmp_path / "plan.json"
    call("new", path, "--sample", "what-not-to-do")
    said()
    assert call("check", path, "--json", *DAY) == 1
    report = json.loads(said())
    found = {finding["rule"] for finding in report["findings"] if finding["level"] == "stop"}
    stops = {rule.id for rule, _ in rules().values() if rule.level is Weight.STOP}
    assert found == stops - {"experience.no-baseline"}
    assert report["can_sign"] is False


def test_findings_have_the_shape_that_scripts_rely_on(tmp_path, said):
    path = tmp_path / "plan.json"
    call("new", path)
    said()
    call("check", path, "--json")
    report = json.loads(said())
    assert set(report) == {"can_sign", "counts", "findings", "plan"}
    assert set(report["counts"]) == {"stop", "warn", "advice", "waived"}
    shape = {"rule", "level", "subject", "field", "message", "remedy", "citation", "fixable", "waived"}
    assert all(set(finding) == shape for finding in report["findings"])
    assert all(set(finding["subject"]) == {"kind", "id", "name"} for finding in report["findings"])
    assert set(report["plan"]) == {"title", "revision", "fingerprint"}


def test_the_catalogue_as_json(said):
    assert call("truths", "--json") == 0
    listed = json.loads(said())
    shape = {"rule", "level", "title", "why", "citation", "applies_to", "options", "fixable"}
    assert [set(entry) for entry in listed] == [shape] * len(rules())
    assert [entry["rule"] for entry in listed] == list(rules())


def test_one_rule_explained(said):
    assert call("truths", "owner.intern-only") == 0
    text = said()
    for part in ("Why it matters", "Breaks it", "Keeps it", "R6"):
        assert part in text


def test_json_leaves_and_comes_back_equal(tmp_path):
    first, out, second = tmp_path / "a.tcplan", tmp_path / "a.json", tmp_path / "b.tcplan"
    call("new", first, "--sample", GOOD[0])
    assert call("export", first, out) == 0
    assert call("import", out, second) == 0
    assert load_plan(first) == load_plan(second) == read_json(out.read_bytes())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "absent.tcplan"], "absent.tcplan"),
        (["new", "x.tcplan", "--sample", "nothing"], "no sample called"),
        (["truths", "owner.nothing"], "no truth called"),
        (["import", "plan.docx", "x.tcplan"], "can't be imported"),
        (["export", "good.json", "out.odt"], "can't be exported"),
        (["export", "good.json", "absent/out.pdf"], "absent"),
        (["export", "good.json", "out.pdf", "--sections", "nothing"], "nothing"),
        (["sign", "good.json", "--role", "sponsor", "--name", "A stranger"], "not A stranger"),
        (["check", "broken.json"], "not valid JSON"),
        (["new", "good.json"], "good.json"),
    ],
)
def test_what_can_not_be_done_is_said_plainly_and_changes_nothing(
    tmp_path, monkeypatch, capsys, words, sentence
):
    monkeypatch.chdir(tmp_path)
    call("new", "good.json", "--sample", GOOD[0])
    Path("broken.json").write_text("{", encoding="utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    capsys.readouterr()
    assert call(*words) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "Traceback" not in error
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_rejection_is_recorded_with_its_reason(tmp_path, said):
    path = tmp_path / "plan.tcplan"
    call("new", path, "--sample", GOOD[0])
    plan = load_plan(path)
    sponsor = next(a for a in plan.approvers.values() if a.role == "sponsor")
    words = ["sign", path, "--role", "sponsor", "--name", plan.people[sponsor.person].name, *DAY]
    assert call(*words, "--verdict", "reject") == 2
    assert call(*words, "--verdict", "reject", "--reason", "Too dear.") == 0
    (approval,) = load_plan(path).approvals.values()
    assert (approval.verdict.value, approval.reason) == ("reject", "Too dear.")


def test_the_schema_accepts_a_sample_and_names_every_kind(tmp_path, said):
    assert call("schema") == 0
    schema = json.loads(said())
    properties = schema["$defs"]["PlanDocument"]["properties"]
    assert set(to_builtins(example_plan())) == set(properties)


def test_a_plan_as_the_only_word_opens_the_window():
    opened = []
    assert main(["my plan.tcplan"], lambda path: opened.append(path) or 0) == 0
    assert main([], lambda path: opened.append(path) or 0) == 0
    assert opened == [Path("my plan.tcplan"), None]


def test_the_program_itself_answers(tmp_path):
    words = [sys.executable, "-m", "ui", "new", str(tmp_path / "p.tcplan"), "--sample", GOOD[0]]
    result = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "p.tcplan").stat().st_size > 0
