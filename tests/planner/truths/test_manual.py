"""The manual says all that a declaration says, once, and in Markdown that reads as meant."""

import dataclasses
import re

import pytest

from planner.truths import manual
from planner.truths.catalogue import rules
from planner.truths.coverage import POINTS
from planner.truths.manual import by_theme, manual_text
from planner.truths.questions import QUESTIONS
from planner.truths.sources import source_title
from planner.truths.thresholds import threshold_words

DECLARATIONS = [pytest.param(declaration, id=name) for name, (declaration, _) in rules().items()]


def reference_and_coverage():
    reference, _, table = manual_text().partition("\n## Coverage of the sources\n")
    return reference, table


def section_of(name):
    """Return what stands under the heading above an id."""
    sections = re.split(r"^(?=##)", reference_and_coverage()[0], flags=re.MULTILINE)
    (found,) = (section for section in sections if f"`{name}`" in section)
    return found.replace("\\", "")


def test_every_rule_and_question_is_named_once_in_the_order_of_the_catalogue():
    named = re.findall(r"^`([^`]+)`", reference_and_coverage()[0], flags=re.MULTILINE)
    assert named[: len(rules())] == [rule.id for declarations in by_theme().values() for rule in declarations]
    assert named[len(rules()) :] == [question.id for question in QUESTIONS]
    assert sorted(named[: len(rules())]) == sorted(rules())
    assert len(set(named)) == len(named)


def test_the_themes_keep_the_order_of_the_catalogue():
    by_name = list(rules())
    order = [by_name.index(declarations[0].id) for declarations in by_theme().values()]
    assert order == sorted(order)


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_a_rule_says_all_that_it_declares(declaration):
    section = section_of(declaration.id)
    assert section.startswith(f"### {declaration.title}\n")
    parts = [declaration.level.label.lower(), declaration.why]
    parts += [f"Breaks it: {declaration.breaks.text}", f"Keeps it: {declaration.keeps.text}"]
    parts += [source_title(key) for key in declaration.sources]
    parts += [threshold_words(name) for name in declaration.options]
    parts += [fix.label for fix in declaration.fixes]
    assert [part for part in parts if part not in section] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_question_stands_with_its_sources(question):
    section = section_of(question.id)
    assert section.startswith(f"### {question.text}\n")
    assert all(source_title(key) in section for key in question.sources)


def test_a_threshold_has_its_default_and_unit():
    assert "- Threshold: A rating stays fresh for: 12 months by default" in manual_text()
    assert "- Threshold: Occupancy: 85 % by default" in manual_text()


def test_the_coverage_has_one_row_for_each_point():
    rows = [row.split(" | ") for row in reference_and_coverage()[1].splitlines() if row.startswith("| ")]
    assert [first.removeprefix("| ") for first, *_ in rows[1:]] == [point.key for point in POINTS]
    assert all(len(row) == 3 and row[-1].removesuffix(" |") for row in rows)


def test_text_of_a_rule_is_no_markup(monkeypatch):
    declaration, check = rules()["plan.dates"]
    odd = dataclasses.replace(declaration, reason="1 < 2 | *never* [here](x) &amp; `there`_.")
    monkeypatch.setattr(manual, "rules", lambda: {odd.id: (odd, check)})
    assert r"1 \< 2 \| \*never\* \[here\](x) \&amp; \`there\`\_." in manual_text()


def test_a_rule_without_a_theme_is_not_passed_over(monkeypatch):
    declaration, check = rules()["plan.dates"]
    lost = dataclasses.replace(declaration, id="nowhere.rule")
    monkeypatch.setattr(manual, "rules", lambda: {lost.id: (lost, check)})
    with pytest.raises(KeyError, match="nowhere"):
        manual_text()


def test_a_fix_that_needs_a_look_says_so(monkeypatch):
    declaration, check = rules()["experience.push-before-fix"]
    (fix,) = declaration.fixes
    assert f"- Fix: {fix.label} (needs a look)" in manual_text()
    safe = dataclasses.replace(declaration, fixes=(dataclasses.replace(fix, safe=True),))
    monkeypatch.setattr(manual, "rules", lambda: {safe.id: (safe, check)})
    assert f"- Fix: {fix.label}\n" in manual_text()
