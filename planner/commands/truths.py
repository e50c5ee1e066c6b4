"""`truecourse truths`: the catalogue of rules and questions, or one rule explained."""

import textwrap
from collections.abc import Iterable
from typing import Any

import msgspec

from planner.commands.output import Exit, tell, tell_json
from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.plan import Plan
from planner.model.schema import field
from planner.truths.catalogue import rules
from planner.truths.coverage import Cover, coverage, feature_words
from planner.truths.findings import QUESTION
from planner.truths.manual import manual_text
from planner.truths.of_plan import rules_of
from planner.truths.questions import QUESTIONS, Question, question_by_id, question_of, questions_of
from planner.truths.registry import Rule
from planner.truths.sources import source_words
from planner.truths.thresholds import threshold_words


def truths(truth_id: str | None, plan: Plan | None, *, as_json: bool) -> Exit:
    """Print the catalogue, one rule with why, examples and source, or one question.

    Args:
        truth_id: which truth; None for all.
        plan: the plan whose house truths stand beside the catalogue's.
        as_json: print JSON in place of sentences.

    Raises:
        PlanError: there is no such rule or question.
    """
    question = _question(plan, truth_id or "")
    if truth_id is None:
        _say_catalogue(plan, as_json=as_json)
    elif question is not None:
        _say_question(question, as_json=as_json)
    else:
        _say_rule(_must_find(plan, truth_id), plan, as_json=as_json)
    return Exit.OK


def _question(plan: Plan | None, truth_id: str) -> Question | None:
    return question_by_id(truth_id) if plan is None else question_of(plan, truth_id)


def _say_catalogue(plan: Plan | None, *, as_json: bool) -> None:
    known = rules() if plan is None else rules_of(plan)
    catalogue = [declaration for declaration, _ in known.values()]
    if as_json:
        tell_json([rule_as_json(declaration, plan) for declaration in catalogue])
    else:
        tell(*_catalogue_lines(catalogue, QUESTIONS if plan is None else questions_of(plan)))


def _say_question(question: Question, *, as_json: bool) -> None:
    if as_json:
        tell_json(_question_as_json(question))
        return
    tell(
        say("{id}: {text}", id=question.id, text=question.text),
        say("Answered by the team in writing: yes, partly or no, with evidence."),
    )
    tell(*(say("Source {source}.", source=source_words(key)) for key in question.sources))


def _say_rule(declaration: Rule, plan: Plan | None, *, as_json: bool) -> None:
    if as_json:
        tell_json(rule_as_json(declaration, plan))
    else:
        tell(*_rule_lines(declaration))


def manual(rule_id: str | None, plan: Plan | None) -> Exit:
    """Print the reference of all rules and questions in Markdown.

    Raises:
        PlanError: one rule is asked for.
    """
    if rule_id is not None:
        msg = say("The manual is about all truths.")
        raise PlanError(msg, hint=say("“truecourse truths {rule}” explains one.", rule=rule_id))
    tell(manual_text(plan))
    return Exit.OK


def coverage_table(plan: Plan | None, *, as_json: bool) -> Exit:
    """Print each point of the essays with the rules, questions and features that honour it.

    Raises:
        PlanError: a plan is named; the points are about the catalogue.
    """
    if plan is not None:
        msg = say("The coverage is about the catalogue, not about a plan.")
        raise PlanError(msg, hint=say("Leave --plan out."))
    if as_json:
        tell_json([_cover_as_json(cover) for cover in coverage()])
    else:
        tell(*(line for cover in coverage() for line in _cover_lines(cover)))
    return Exit.OK


def _cover_as_json(cover: Cover) -> dict[str, Any]:
    return {
        "point": cover.point.key,
        "asks_for": cover.point.gist,
        "rules": list(cover.rules),
        "questions": list(cover.questions),
        "features": [feature.does for feature in cover.features],
    }


def _cover_lines(cover: Cover) -> Iterable[str]:
    yield say("{id}: {text}", id=cover.point.key, text=cover.point.gist)
    for message, names in (
        (phrase("Rules: {names}"), cover.rules),
        (phrase("Questions: {names}"), cover.questions),
        (phrase("Features: {names}"), tuple(map(feature_words, cover.features))),
    ):
        if names:
            yield from textwrap.wrap(
                say(message, names=say(", ").join(names)),
                100,
                initial_indent="  ",
                subsequent_indent="    ",
                break_on_hyphens=False,
            )


def rule_as_json(declaration: Rule, plan: Plan | None = None) -> dict[str, Any]:
    """Return a rule in the shape that scripts rely on.

    Args:
        declaration: the rule; the one on questions brings them all.
        plan: the plan whose thresholds and questions are told; None for the usual ones.
    """
    told = {
        "rule": declaration.id,
        "level": declaration.level.value,
        "title": declaration.title,
        "why": declaration.why,
        "citation": declaration.citation,
        "applies_to": declaration.applies_to,
        "options": [_option(name, plan) for name in declaration.options],
        "fixable": bool(declaration.fixes),
        "fixes": [{"label": fix.label, "safe": fix.safe} for fix in declaration.fixes],
        "examples": dict(declaration.examples),
    }
    if declaration.applies_to != QUESTION:
        return told
    asked = QUESTIONS if plan is None else questions_of(plan)
    return {**told, "questions": [_question_as_json(question) for question in asked]}


def _question_as_json(question: Question) -> dict[str, str]:
    return {"question": question.id, "text": question.text, "citation": question.citation}


def _option(name: str, plan: Plan | None) -> dict[str, Any]:
    spec = field("limits", name)
    bounds = {
        "low": msgspec.to_builtins(spec.low),
        "high": msgspec.to_builtins(spec.high),
        "unit": spec.unit,
    }
    told = {"name": name, "title": spec.title, "default": msgspec.to_builtins(spec.default), **bounds}
    if plan is None:
        return told
    value = getattr(plan.the_limits, name)
    return {**told, "value": msgspec.to_builtins(value), "changed": value != spec.default}


def _must_find(plan: Plan | None, rule_id: str) -> Rule:
    known = rules() if plan is None else rules_of(plan)
    found = known.get(rule_id)
    if found is None:
        msg = say("There is no truth called “{name}”.", name=rule_id)
        hint = say("“truecourse truths” lists them all; add “--plan PLAN” for the house truths of a plan.")
        raise PlanError(msg, hint=hint)
    return found[0]


def _catalogue_lines(catalogue: Iterable[Rule], questions: Iterable[Question]) -> Iterable[str]:
    yield say("Rules")
    for declaration in catalogue:
        yield f"  {declaration.id:31} {declaration.level.label:8} {declaration.title}"
    yield ""
    yield say("Questions")
    for question in questions:
        yield f"  {question.id:31} {question.text}"


def _rule_lines(declaration: Rule) -> Iterable[str]:
    yield say("{id}: {text}", id=declaration.id, text=declaration.title)
    yield say("Level: {level}.", level=declaration.level.label)
    yield from (say("Source {source}.", source=source_words(key)) for key in declaration.sources)
    yield ""
    if declaration.why:
        yield from textwrap.wrap(say("Why it matters: {reason}", reason=declaration.why), 100)
    for side, text in declaration.examples.items():
        yield from textwrap.wrap(say(_SIDES[side], example=text), 100)
    for name in declaration.options:
        yield say("Threshold: {threshold}.", threshold=threshold_words(name))
    for fix in declaration.fixes:
        yield say("Fix: {fix}." if fix.safe else "Fix: {fix} (needs a look).", fix=fix.label)


_SIDES = {"breaks": phrase("Breaks it: {example}"), "keeps": phrase("Keeps it: {example}")}
