"""The catalogue is what was agreed: every id, level and source, and what a declaration owes its reader."""

import re
from string import Formatter

import pytest

from planner.model.kinds import kind_of
from planner.model.records_purpose import Limits
from planner.truths.catalogue import rules
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.findings import PLAN, QUESTION
from planner.truths.questions import QUESTIONS
from planner.truths.registry import RETIRED, Rule, rule
from planner.truths.sources import SOURCES

AGREED = """
purpose.unanswered stop Q
purpose.tactic-adrift stop Q R2
purpose.objective-idle warn R8 V3
purpose.tool-as-objective stop R2 R8
purpose.idle-channel warn R2 B
purpose.old-tools-unused advice V0
measure.objective-incomplete stop R8 SL
measure.no-change stop R8
measure.due-outside-plan warn R8
measure.tactic-unmeasured warn R8
measure.metric-incomplete warn R8
measure.no-mechanism warn SL
measure.not-from-leadership warn SL R6
ladder.vanity-only stop S8 SL
ladder.dead-end warn SL
ladder.loop stop SL
ladder.falls-short warn SL
ladder.leak-unnamed advice SL
ladder.all-assumed advice SL
ladder.volume-as-success advice V7
experience.no-baseline stop R9
experience.push-before-fix stop R9
experience.critical-unowned stop R9 R3
experience.weak-unfixed stop R9
experience.fix-overdue warn R9 R3
experience.rating-unproven advice R9 R4
experience.no-customer-benefit warn S9 Q
experience.no-improvement warn R4
cost.free-lunch stop R1
cost.no-budget warn R1
cost.over-budget stop R1
cost.worth-less warn R1
cost.tools-over-people warn S7
owner.none stop R6 V3
owner.intern-only stop R6
owner.external-only stop R6
owner.relationship-outsourced stop S2 SO
owner.no-sponsor stop R6
owner.sponsor-absent warn R6
owner.no-senior warn R6
owner.one-function warn S8 B
owner.service-unheard warn S8 B
owner.overloaded warn V7 B
owner.single-point warn B R7
help.unvetted warn R10 S10
help.one-trick warn R10
help.talk-no-work warn R10
help.miracle warn S10
ready.no-promise stop R7
ready.no-escalation stop R7 B
ready.policy-late stop R7
ready.no-crisis-plan warn R7
ready.untrained warn R7 R10
promise.beyond-capacity stop R3 R7
promise.uneven warn B
promise.does-not-scale warn B
promise.unequal advice B
open.no-boundary warn R5
open.undisclosed-voice stop S5 B
open.no-disclosure-policy warn S5
open.stands-for-nothing advice V5 R3
listen.none stop S9 V0
listen.too-little warn S9
listen.dead-end warn B V0
listen.only-our-own advice S9
listen.nothing-done warn V0
social.only-marketing warn S4 S1
social.publishing-magic warn S3
change.none warn S6 S1
change.tools-first advice S7
ideas.one-origin advice V1
ideas.undecided warn V2
ideas.unexplained advice V2
adapt.no-review warn V6
adapt.no-stop-rule warn V6 V7
adapt.impatient warn V6
adapt.no-pilot advice V0 V6
focus.too-many-objectives warn V7
focus.spread-thin warn V7 Q
focus.launch-crowd warn V7 V6
people.unused advice -
waiver.expired warn -
waiver.unneeded advice -
plan.dates stop -
ask.unanswered warn each
"""
"""Id, level and sources of each rule; "-" stands for none, "each" for those of all questions.

A row is for life: the id of a rule that goes stays here, and is added to `RETIRED`.
"""

AGREED_QUESTIONS = """
ask.as-good-as-elsewhere B
ask.more-than-brochures B
ask.know-customers B
ask.better-candidates B
ask.neighbour-helped B
ask.ten-times B
ask.accounts-known B
ask.made-better Q R4
ask.leaders-take-part R6
ask.without-tools S1
ask.inconvenient S5 R5
ask.say-and-do V3
ask.stop-doing V7
ask.heard-last-quarter S9 V0
"""
"""Id and sources of each question; for life as well, since answers name them."""

ABOUT_THE_PLAN_ITSELF = {"people.unused", "waiver.expired", "waiver.unneeded", "plan.dates"}
"""Rules that keep a plan in order and go back to no essay."""

DECLARATIONS = [pytest.param(declaration, id=name) for name, (declaration, _) in rules().items()]


def agreed():
    rows = [line.split() for line in AGREED.strip().splitlines()]
    return {name: (level, tuple(sources)) for name, level, *sources in rows}


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
