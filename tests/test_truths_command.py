"""The truths on the command line: the catalogue, each example, fixes, thresholds, and no way round a stop."""

import json
import sqlite3
from datetime import date
from decimal import Decimal

import pytest
from agreed_catalogue import AGREED_QUESTIONS, agreed

from planner.cli import main
from planner.editing.verbs import add
from planner.exchange.plan_json import read_json, to_builtins
from planner.model.records_purpose import Limits
from planner.model.records_signoff import Waiver
from planner.model.records_work import Tactic
from planner.store.plan_file import PlanFile
from planner.store.workspace import load_plan, save_new
from planner.truths.catalogue import rules
from planner.truths.coverage import POINTS
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.questions import QUESTIONS
from planner.truths.registry import RETIRED

DAY = ["--today", "2027-01-04"]
EXAMPLES = [pytest.param(name, side, id=f"{name}-{side}") for name in rules() for side in ("breaks", "keeps")]
MENDABLE = (("letter-clicks", "due", None), ("spring-review", "heard", []))
NO_SPONSOR = ("brief", "sponsor", None)
EXCUSE = Waiver(id="excuse", rule="owner.no-sponsor", reason="We know.", by="boss")


def call(*words) -> int:
    return main([str(word) for word in words], lambda _path: pytest.fail("the window was opened"))


@pytest.fixture
def said(capsys):
    def text() -> str:
        return capsys.readouterr().out

    return text


@pytest.fixture
def written(tmp_path):
    """Return what writes a plan to a file."""

    def write(plan, name="plan.json"):
        save_new(tmp_path / name, plan)
        return tmp_path / name

    return write


def checked(path, said, *words):
    said()
    code = call("check", path, "--json", *words)
    return code, json.loads(said())


class TestCatalogue:
    def test_it_is_the_agreed_one(self, said):
        assert call("truths", "--json") == 0
        listed = {entry["rule"]: entry for entry in json.loads(said())}
        assert set(listed) == set(agreed()) - RETIRED
        for name, (level, sources) in agreed().items():
            assert listed[name]["level"] == level
            if sources not in {("-",), ("each",)}:
                assert listed[name]["citation"] == " ".join(sources)

    def test_it_brings_every_question_with_its_sources(self, said):
        call("truths", "--json")
        (asked,) = [entry["questions"] for entry in json.loads(said()) if "questions" in entry]
        rows = [line.split() for line in AGREED_QUESTIONS.strip().splitlines()]
        assert [(q["question"], q["citation"]) for q in asked] == [
            (row[0], " ".join(row[1:])) for row in rows
        ]
        assert [q["text"] for q in asked] == [question.text for question in QUESTIONS]

    def test_each_rule_tells_its_reason_its_examples_and_its_fixes(self, said):
        call("truths", "--json")
        for entry in json.loads(said()):
            assert entry["why"]
            assert set(entry["examples"]) == {"breaks", "keeps"}
            assert entry["fixable"] == bool(entry["fixes"])
            assert all(set(fix) == {"label", "safe"} for fix in entry["fixes"])

    def test_every_threshold_is_told_with_default_and_bounds(self, said):
        call("truths", "--json")
        options = {option["name"]: option for entry in json.loads(said()) for option in entry["options"]}
        assert set(options) == set(Limits.__struct_fields__) - {"id"}
        assert all(option["low"] is not None and option["high"] is not None for option in options.values())

    def test_a_plan_tells_the_thresholds_that_it_changed(self, said, written):
        path = written(example_with(("limits", "occupancy", Decimal("0.9"))))
        said()
        call("truths", "promise.beyond-capacity", "--plan", path, "--json")
        options = {option["name"]: option for option in json.loads(said())["options"]}
        assert (options["occupancy"]["value"], options["occupancy"]["changed"]) == ("0.9", True)
        assert options["presence"]["changed"] is False

    def test_coverage_lists_every_point_of_the_sources(self, said):
        assert call("truths", "--coverage", "--json") == 0
        table = json.loads(said())
        assert [row["point"] for row in table] == [point.key for point in POINTS]
        assert all(row["rules"] or row["questions"] or row["features"] for row in table)
        assert call("truths", "--coverage") == 0
        assert "S2: Relationships are never handed to an agency" in said()


@pytest.mark.parametrize(("name", "side"), EXAMPLES)
def test_each_example_breaks_or_keeps_its_rule_in_a_plan_file(name, side, said, written):
    example = getattr(rules()[name][0], side)
    _, report = checked(written(example.plan()), said, "--today", example.today.isoformat())
    assert (name in {finding["rule"] for finding in report["findings"]}) == (side == "breaks")


class TestFixes:
    def test_safe_fixes_are_told_first_and_then_done_as_one_step(self, said, written):
        path = written(example_with(*MENDABLE), "plan.tcplan")
        said()
        before = path.read_bytes()
        call("check", path, "--fix-safe", "--dry-run", *DAY)
        told = said()
        assert "Would fix 2 findings:" in told
        assert "“Clicks on the booking link in the letter”: Due: nothing → 31 December 2027" in told
        assert path.read_bytes() == before
        assert call("check", path, "--fix-safe", *DAY) == 0
        assert "Fixed 2 findings:" in said()
        with PlanFile.open(path) as file:
            assert [change.label for change in file.history.done] == ["Fix 2 findings by machine"]
        assert checked(path, said, *DAY)[1]["findings"] == []

    def test_a_plan_in_json_is_fixed_too(self, said, written):
        path = written(example_with(*MENDABLE))
        call("check", path, "--fix-safe", *DAY)
        assert read_json(path.read_bytes()) == load_plan(path)
        assert checked(path, said, *DAY)[1]["findings"] == []

    def test_where_nothing_is_safe_the_file_stays_as_it_is(self, said, written):
        path = written(example_with(NO_SPONSOR))
        before = path.read_bytes()
        assert call("check", path, "--fix-safe", *DAY) == 1
        assert "No finding can be fixed safely" in said()
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        ("words", "told"), [(["--dry-run"], "--dry-run"), (["--fix-safe", "--json"], "--json")]
    )
    def test_words_that_do_not_go_together_are_refused(self, words, told, written, capsys):
        assert call("check", written(example_plan()), *words) == 2
        assert told in capsys.readouterr().err

    def test_a_finding_tells_its_fixes_and_whether_they_are_safe(self, said, written):
        path = written(example_with(("letter-clicks", "due", None)))
        (finding,) = checked(path, said, *DAY)[1]["findings"]
        assert finding["fixes"] == [{"label": "Let it fall due with its objective", "safe": True}]


class TestReport:
    def test_changed_thresholds_are_listed(self, said, written):
        path = written(example_with(("limits", "voice_channels", 7)))
        _, report = checked(path, said, *DAY)
        assert report["thresholds"] == [
            {"name": "voice_channels", "title": "Channels a voice can serve", "value": 7, "default": 3}
        ]
        call("check", path, *DAY)
        assert "Channels a voice can serve: 7, usually 3" in said()

    def test_many_of_a_kind_are_counted_and_listed_on_request(self, said, written):
        path = written(example_with(*(Tactic(id=f"t{n}", name=f"Tactic {n}") for n in range(9))))
        said()
        call("check", path, *DAY)
        short = said()
        assert "and 6 more [purpose.tactic-adrift]; --all lists them" in short
        assert short.count("serves no objective.") == 3
        call("check", path, "--all", *DAY)
        assert said().count("serves no objective.") == 9


class TestNoWayRoundAStop:
    """Whatever brings a waiver of a stop into a plan, the stop stands and the plan can't be signed."""

    def stands(self, path, said, capsys):
        code, report = checked(path, said, *DAY)
        (stop,) = [finding for finding in report["findings"] if finding["rule"] == "owner.no-sponsor"]
        assert (code, report["can_sign"], stop["waived"]) == (1, False, False)
        assert "waiver.unneeded" in {finding["rule"] for finding in report["findings"]}
        assert call("sign", path, "--role", "budget-holder", "--name", "Managing director", *DAY) == 2
        assert "stop" in capsys.readouterr().err

    def test_not_the_verbs(self, said, written, capsys):
        self.stands(written(add(example_with(NO_SPONSOR), EXCUSE).plan), said, capsys)

    def test_not_the_json(self, said, tmp_path, capsys):
        content = to_builtins(example_with(NO_SPONSOR))
        content["waivers"] = [
            {"id": "excuse", "rule": "owner.no-sponsor", "reason": "We know.", "by": "boss"}
        ]
        path = tmp_path / "plan.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        self.stands(path, said, capsys)

    def test_not_an_imported_json(self, said, tmp_path, written, capsys):
        source = written(example_with(NO_SPONSOR, EXCUSE))
        path = tmp_path / "imported.tcplan"
        assert call("import", source, path) == 0
        self.stands(path, said, capsys)

    def test_not_a_plan_file_that_was_forged_seal_and_all(self, said, written, capsys):
        self.stands(written(example_with(NO_SPONSOR, EXCUSE), "plan.tcplan"), said, capsys)

    def test_not_a_plan_file_changed_behind_the_programs_back(self, written, capsys):
        harmless = Waiver(id="excuse", rule="adapt.no-review", reason="We know.", by="boss")
        path = written(example_with(NO_SPONSOR, harmless), "plan.tcplan")
        with sqlite3.connect(path) as connection:
            changed = connection.execute("UPDATE waivers SET rule = 'owner.no-sponsor'").rowcount
        connection.close()
        assert changed == 1
        assert call("check", path, *DAY) == 2
        assert "damaged" in capsys.readouterr().err

    def test_control_a_warning_is_excused_in_the_same_way(self, said, written):
        late = ("spring-review", "on", date(2027, 6, 1))
        excuse = Waiver(id="excuse", rule="adapt.no-review", reason="We know.", by="boss")
        code, report = checked(written(example_with(late, excuse)), said, *DAY)
        assert (code, report["can_sign"]) == (0, True)
        assert [finding["waived"] for finding in report["findings"]] == [True]
