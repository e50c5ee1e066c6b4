"""What will not print well is told by character, entry and field, and fast."""

import time

import msgspec
import pytest
from plan_makers import full_plan, huge_plan, plan_with_text

from planner.editing.verbs import change
from planner.signoff.printable import print_problems, told_character

NOWHERE = "\ue123"


def test_the_samples_scripts_can_all_be_printed():
    text = "Ag Жж Ωω שלום سلم नि ไทย 我們 あア 한글 🚀 👍🏽 👨‍👩‍👧 🇵🇹 1️⃣\nsecond line\t☐"
    assert print_problems(plan_with_text(text)) == ()


def test_a_missing_character_is_told_with_its_entry_and_its_field():
    plan = change(full_plan(), "tactic-3", "success", f"Many {NOWHERE} and {NOWHERE} orders").plan
    (problem,) = print_problems(plan)
    assert (problem.kind, problem.record, problem.field) == ("tactics", "tactic-3", "success")
    assert problem.characters == (NOWHERE,)
    name = plan.tactics["tactic-3"].name
    assert f"in the tactic “{name}”" in problem.message
    assert "U+E123" in problem.message


@pytest.mark.parametrize(
    ("char", "told"),
    [("\U00013000", "U+13000 (Egyptian hieroglyph a001)"), (NOWHERE, "U+E123 (a sign without a name)")],
)
def test_characters_are_told_by_number_and_name(char, told):
    assert told_character(char) == told


def test_many_missing_characters_are_counted_and_long_names_cut():
    plan = change(full_plan(), "tactic-3", "name", "".join(map(chr, range(0xE100, 0xE200)))).plan
    (problem,) = print_problems(plan)
    assert len(problem.characters) == 256
    assert "and 251 more" in problem.message
    assert len(problem.message) < 500


def test_ten_thousand_tactics_in_another_script_are_looked_through_at_once():
    plan = huge_plan(10_000)
    table = {
        key: msgspec.structs.replace(tactic, benefit=f"Ответ на каждый вопрос, номер {key}")
        for key, tactic in plan.tactics.items()
    }
    plan = msgspec.structs.replace(plan, tactics=table)
    print_problems(plan)
    begun = time.process_time()
    assert print_problems(plan) == ()
    assert time.process_time() - begun < 1
