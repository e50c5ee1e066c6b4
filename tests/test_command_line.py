"""The command line end to end: real files, real exit codes, the document read back."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2
import pytest

from planner.cli import COMMANDS, main
from planner.exchange.plan_json import read_json, to_builtins
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.vocabulary import Weight
from planner.samples import sample_names
from planner.store.workspace import load_plan
from planner.truths.catalogue import rules
from planner.truths.example_plan import example_plan
from planner.truths.manual import manual_text

DAY = ["--today", "2027-01-04"]
GOOD = [sample.name for sample in sample_names() if sample.name != "what-not-to-do"]


def no_window(_path):
    pytest.fail("the window was opened")


def call(*words) -> int:
    return main([str(word) for word in words], no_window)


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() if path.is_file() else b"" for path in folder.iterdir()}


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
    assert set(report) == {"can_sign", "counts", "findings", "plan", "thresholds"}
    assert set(report["counts"]) == {"stop", "warn", "advice", "waived"}
    shape = {"rule", "level", "subject", "field", "message", "remedy", "citation", "fixable", "waived"}
    shape |= {"fixes"}
    assert all(set(finding) == shape for finding in report["findings"])
    assert all(set(finding["subject"]) == {"kind", "id", "name"} for finding in report["findings"])
    assert set(report["plan"]) == {"title", "revision", "fingerprint"}


def test_the_catalogue_as_json(said):
    assert call("truths", "--json") == 0
    listed = json.loads(said())
    shape = {"rule", "level", "title", "why", "citation", "applies_to", "options", "fixable"}
    shape |= {"fixes", "examples"}
    assert all(set(entry) - {"questions"} == shape for entry in listed)
    assert [entry["rule"] for entry in listed] == list(rules())


def test_one_rule_explained(said):
    assert call("truths", "owner.intern-only") == 0
    text = said()
    for part in ("Why it matters", "Breaks it", "Keeps it", "R6"):
        assert part in text


def test_thresholds_and_sources_of_one_rule_are_spelled_out(said):
    assert call("truths", "promise.does-not-scale") == 0
    text = said()
    assert "Source B: “Social Media Boots Are Made For Running”" in text
    assert "Threshold: Occupancy: 85 % by default." in text


def test_a_rule_without_a_source_names_none(said):
    assert call("truths", "plan.dates") == 0
    assert "Source" not in said()


def test_the_manual_is_printed_whole(said):
    assert call("truths", "--manual") == 0
    assert said() == manual_text() + "\n"


def test_the_manual_is_no_json(capsys):
    with pytest.raises(SystemExit, match="2"):
        call("truths", "--manual", "--json")
    assert "not allowed with" in capsys.readouterr().err


def test_one_question_told_with_its_sources(said):
    assert call("truths", "ask.made-better") == 0
    text = said()
    assert "What do we make better" in text
    assert "Source Q" in text
    assert call("truths", "ask.made-better", "--json") == 0
    assert json.loads(said())["citation"] == "Q R4"


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
        (["truths", "owner.none", "--manual"], "about all truths"),
        (["import", "plan.docx", "x.tcplan"], "can't be imported"),
        (["export", "good.json", "out.odt"], "can't be exported"),
        (["export", "good.json", "out.svg"], "can't be exported"),
        (["export", "good.json", "charts", "--as", "png", "--dpi", "9"], "pixels an inch"),
        (["export", "good.json", "absent/out.pdf"], "absent"),
        (["export", "good.json", "out.pdf", "--sections", "nothing"], "nothing"),
        (["sign", "good.json", "--role", "sponsor", "--name", "A stranger"], "not A stranger"),
        (["check", "broken.json"], "not valid JSON"),
        (["check", "broken.json"], "Mend it at that place"),
        (["check", "latin.json"], "no text in UTF-8"),
        (["check", "latin.json"], "Save it as plain text in UTF-8."),
        (["check", "folder.json"], "“folder.json” is a folder."),
        (["import", "folder.json", "x.tcplan"], "“folder.json” is a folder."),
        (["answers", "good.json", "folder.json"], "“folder.json” is a folder."),
        (["import", "plan.tcplan", "x.tcplan"], "It is a plan already"),
        (["import", "plan.ods", "x.tcplan"], "Save it as .xlsx or .csv in your spreadsheet program."),
        (["import", "plan.doc", "x.tcplan"], "or a spreadsheet (.xlsx or .csv)"),
        (["import", "heads.csv", "x.tcplan"], "no row below them has a name"),
        (
            ["export", "good.json", "broken.json", "--as", "svg"],
            "is a file; charts are written into a folder",
        ),
        (["diff", "good.json"], "never signed"),
        (["import", "absent.json", "x.tcplan"], "no file “absent.json”"),
        (["chekc", "good.json"], "neither a command nor a plan"),
        (["good.json", "plan.tcplan"], "opens with one plan"),
        (["new", "good.json"], "good.json"),
    ],
)
def test_what_can_not_be_done_is_said_plainly_and_changes_nothing(
    tmp_path, monkeypatch, capsys, words, sentence
):
    monkeypatch.chdir(tmp_path)
    call("new", "good.json", "--sample", GOOD[0])
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("latin.json").write_text('{"é": 1}', encoding="latin-1")
    Path("folder.json").mkdir()
    Path("heads.csv").write_text("Tactic,Start\n,\n", encoding="utf-8")
    before = files_in(tmp_path)
    capsys.readouterr()
    assert call(*words) == 2
    error = capsys.readouterr().err
    assert sentence in error
    assert "Traceback" not in error
    assert files_in(tmp_path) == before


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


def test_chapters_are_named_in_any_case_of_letters(tmp_path):
    plan, pdf = tmp_path / "plan.json", tmp_path / "plan.pdf"
    call("new", plan, "--sample", GOOD[0])
    assert call("export", plan, pdf, "--sections", "Tactics, ,PEOPLE", *DAY) == 0
    text = " ".join(pages_of(pdf))
    assert "Tactics" in text
    assert "Budget lines" not in text


@pytest.mark.parametrize("form", ["svg", "png"])
def test_charts_are_written_into_a_folder_one_file_each(tmp_path, said, form):
    plan, folder = tmp_path / "plan.json", tmp_path / "charts"
    call("new", plan, "--sample", GOOD[0])
    assert call("export", plan, folder, "--as", form, *DAY) == 0
    names = sorted(path.name for path in folder.iterdir())
    assert f"Timeline.{form}" in names
    assert all(str(folder / name) in said() for name in names[:1])


def test_the_document_is_written_for_word_too(tmp_path, said):
    plan, out = tmp_path / "plan.json", tmp_path / "plan.docx"
    call("new", plan, "--sample", GOOD[0])
    assert call("export", plan, out, "--sections", "people", *DAY) == 0
    assert str(out) in said()
    texts = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert "1  People and load" in texts
    assert not any("Partners" in text for text in texts)


def test_the_form_that_is_named_goes_before_the_ending(tmp_path):
    plan, out = tmp_path / "plan.json", tmp_path / "copy.txt"
    call("new", plan, "--sample", GOOD[0])
    assert call("export", plan, out, "--as", "json") == 0
    assert read_json(out.read_bytes()) == load_plan(plan)


def test_what_can_not_be_printed_is_told_before_the_document_is_written(tmp_path, capsys):
    plan, pdf = tmp_path / "plan.json", tmp_path / "plan.pdf"
    call("new", plan, "--sample", GOOD[0])
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("Full tables", "Full \ue123 tables"), encoding="utf-8"
    )
    assert call("export", plan, pdf, *DAY) == 0
    told = capsys.readouterr().err
    assert "Note: No font on this computer has this character of “Plan title” in the brief: U+E123" in told
    assert "\ue123" in pages_of(pdf)[0]


def test_a_file_of_another_ending_is_opened_in_the_window_and_left_to_it(tmp_path):
    path = tmp_path / "plan.tcplan.bak"
    path.write_bytes(b"")
    assert main([str(path)], lambda opened: 7 if opened == path else 8) == 7


def program(*words, **options) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ui", *map(str, words)]
    return subprocess.run(command, check=False, timeout=300, stderr=subprocess.PIPE, **options)


@pytest.mark.parametrize(
    "words", [[name] for name in COMMANDS] + [["workshop", "agenda"], ["workshop", "minutes"]], ids=" ".join
)
def test_the_help_of_each_command_begins_with_what_it_does(words, said):
    with pytest.raises(SystemExit):
        call(*words[:-1], "--help")
    (line,) = re.findall(rf"^    {words[-1]} +(\S.*(?:\n {{6,}}\S.*)*)", said(), re.MULTILINE)
    with pytest.raises(SystemExit):
        call(*words, "--help")
    _, does, *_ = said().split("\n\n")
    assert does.split() == line.split()


def test_ctrl_c_while_the_program_starts_ends_it_quietly():
    code = (
        "import runpy, sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'planner.commands.words': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "runpy.run_module('ui', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=300, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_while_the_words_are_read_is_told(monkeypatch, capsys):
    def stop():
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.cli.parser", stop)
    assert call("samples") == 130
    assert "nothing was left half done" in capsys.readouterr().err


def test_of_many_like_problems_in_a_spreadsheet_the_first_are_told_and_the_rest_counted(tmp_path, capsys):
    many = tmp_path / "many.csv"
    rows = [f"Same {n},-5\n" for n in range(120)] + [f"Other {n},-{n + 10}\n" for n in range(30)]
    many.write_text("Tactic,Hours a week\n" + "".join(rows), encoding="utf-8")
    assert call("import", many, tmp_path / "x.tcplan") == 0
    told = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("Note: ")]
    assert told[0] == "truecourse: Hours a week: 150 cells left empty"
    assert told[1].startswith("  Rows 2, 3, 4, 5, ")
    assert "and 100 more: Hours a week: -5 is out of range" in told[1]
    assert told[-1] == "  and 21 more"
    assert len(told) == 12


def test_charts_for_which_there_is_no_room_leave_nothing(tmp_path, monkeypatch):
    plan, folder = tmp_path / "plan.json", tmp_path / "charts"
    call("new", plan, "--sample", GOOD[0])
    flushes, sync = [], os.fsync

    def full(handle):
        flushes.append(handle)
        if len(flushes) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert call("export", plan, folder, "--as", "svg", *DAY) == 2
    assert not folder.exists()


def test_the_version_is_told():
    result = program("--version", stdout=subprocess.PIPE)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(b"Truecourse ")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_terminal_of_few_characters_gets_all_and_whole_json(tmp_path, encoding, said):
    plan = tmp_path / "план “計画”.json"
    call("new", plan, "--sample", "what-not-to-do")
    said()
    call("check", plan, "--json", *DAY)
    expected = json.loads(said())
    few = {"env": os.environ | {"PYTHONIOENCODING": encoding}, "stdout": subprocess.PIPE}
    told = program("check", plan, "--json", *DAY, **few)
    assert (told.returncode, told.stderr) == (1, b"")
    assert json.loads(told.stdout.decode(encoding)) == expected
    in_words = program("check", plan, *DAY, **few)
    assert (in_words.returncode, in_words.stderr) == (1, b"")
    made = program("new", plan.with_name("план.tcplan"), **few)
    assert (made.returncode, made.stderr) == (0, b"")


@pytest.mark.parametrize("words", [["schema"], ["--help"], ["check", "--help"], ["--version"]])
def test_output_without_room_is_told(words):
    with Path("/dev/full").open("wb") as full:
        result = program(*words, stdout=full)
    assert result.returncode == 2
    assert result.stderr.startswith(b"truecourse: The output could not be written")
    assert b"Traceback" not in result.stderr


def test_a_reader_that_goes_away_ends_the_program_quietly():
    there, here = os.pipe()
    os.close(there)
    try:
        result = program("schema", stdout=here)
    finally:
        os.close(here)
    assert (result.returncode, result.stderr) == (141, b"")


def test_the_program_itself_answers(tmp_path):
    result = program("new", tmp_path / "p.tcplan", "--sample", GOOD[0])
    assert (result.returncode, result.stderr) == (0, b"")
    assert (tmp_path / "p.tcplan").stat().st_size > 0
