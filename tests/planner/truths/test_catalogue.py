"""The catalogue is what was agreed: every id, level and source, and what a declaration owes its reader."""

import re
from string import Formatter

import pytest
from agreed_catalogue import AGREED_QUESTIONS, agreed

from planner.model.kinds import kind_of
from planner.model.records_purpose import Limits
from planner.truths.catalogue import rules
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.findings import PLAN, QUESTION
from planner.truths.questions import QUESTIONS
from planner.truths.registry import RETIRED, Rule, rule
from planner.truths.sources import SOURCES

ABOUT_THE_PLAN_ITSELF = {"people.unused", "waiver.expired", "waiver.unneeded", "plan.dates"}
"""Rules that keep a plan in order and go back to no essay."""

DECLARATIONS = [pytest.param(declaration, id=name) for name, (declaration, _) in rules().items()]


def test_no_rule_of_the_catalogue_is_missing_and_none_is_beside_it():
    assert set(rules()) == set(agreed()) - RETIRED


def test_whatever_is_retired_was_once_agreed():
    assert set(agreed()) >= RETIRED


def test_questions_and_their_sources_are_those_of_the_catalogue():
    rows = [line.split() for line in AGREED_QUESTIONS.strip().splitlines()]
    assert {name: tuple(sources) for name, *sources in rows} == {q.id: q.sources for q in QUESTIONS}
    assert not {name for name, *_ in rows} & (set(rules()) | RETIRED)


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_each_rule_goes_back_to_a_source(declaration):
    assert bool(declaration.sources) != (declaration.id in ABOUT_THE_PLAN_ITSELF)
    assert set(declaration.sources) <= set(SOURCES)


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_level_and_sources_are_those_of_the_catalogue(declaration):
    level, sources = agreed()[declaration.id]
    of_questions = tuple(dict.fromkeys(source for question in QUESTIONS for source in question.sources))
    expected = {("-",): (), ("each",): of_questions}.get(sources, sources)
    assert (declaration.level.value, declaration.sources) == (level, expected)


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_a_declaration_says_what_its_reader_needs(declaration):
    assert declaration.title
    assert not declaration.title.endswith(".")
    assert re.match(r"\S.{30,}\.$", declaration.why)
    assert declaration.applies_to in {PLAN, QUESTION} or kind_of(declaration.applies_to)
    assert set(declaration.options) <= set(Limits.__struct_fields__)
    for example in (declaration.breaks, declaration.keeps):
        assert re.match(r"[A-Z0-9].*\.$", example.text)


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_its_messages_are_whole_sentences(declaration):
    for message in declaration.messages.values():
        assert message.text.rstrip()[-1] in ".}"
        assert message.remedy.endswith(".")
        assert all(name is None or name for _, name, _, _ in Formatter().parse(message.text))


def test_a_taken_or_retired_id_is_refused(monkeypatch):
    taken = rules()["plan.dates"][0]
    with pytest.raises(ValueError, match=r"plan\.dates"):
        rule(taken)
    monkeypatch.setattr("planner.truths.registry.RETIRED", frozenset({"plan.gone"}))
    values = {name: getattr(taken, name) for name in taken.__dataclass_fields__}
    with pytest.raises(ValueError, match=r"plan\.gone"):
        rule(Rule(**{**values, "id": "plan.gone"}))


def test_no_retired_id_is_in_use():
    assert not RETIRED & set(rules())


def found(declaration, example):
    report = check_plan(example.plan(), example.today)
    return [finding for finding in report.findings if finding.rule == declaration.id]


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_the_breaking_example_breaks_it_and_the_keeping_one_does_not(declaration):
    broken = found(declaration, declaration.breaks)
    assert broken
    assert not found(declaration, declaration.keeps)
    for finding in broken:
        assert "{" not in finding.message + finding.remedy
        assert finding.message[0] == finding.message[0].upper()


@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_each_finding_leads_to_a_field_that_is_there(declaration):
    for finding in found(declaration, declaration.breaks):
        key, _, name = (
            finding.field.partition(".") if finding.kind == PLAN else (finding.kind, "", finding.field)
        )
        kind = kind_of("answers" if key == QUESTION else key)
        assert not name or name in kind.record.__struct_fields__


def test_the_example_plan_keeps_every_truth():
    assert check_plan(example_plan(), EXAMPLE_DAY).findings == ()
