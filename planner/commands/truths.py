"""`truecourse truths`: the catalogue of rules and questions, or one rule explained."""

import textwrap
from collections.abc import Iterable
from typing import Any

import msgspec

from planner.commands.output import Exit, say, say_json
from planner.errors import PlanError
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
        say_json([rule_as_json(declaration, plan) for declaration in catalogue])
    else:
        say(*_catalogue_lines(catalogue, QUESTIONS if plan is None else questions_of(plan)))


def _say_question(question: Question, *, as_json: bool) -> None:
    if as_json:
        say_json(_question_as_json(question))
        return
    say(
        f"{question.id}: {question.text}",
        "Answered by the team in writing: yes, partly or no, with evidence.",
    )
    say(*(f"Source {source_words(key)}." for key in question.sources))


def _say_rule(declaration: Rule, plan: Plan | None, *, as_json: bool) -> None:
    if as_json:
        say_json(rule_as_json(declaration, plan))
    else:
        say(*_rule_lines(declaration))


def manual(rule_id: str | None, plan: Plan | None) -> Exit:
    """Print the reference of all rules and questions in Markdown.

    Raises:
        PlanError: one rule is asked for.
    """
    if rule_id is not None:
        msg = "The manual is about all truths."
        raise PlanError(msg, hint=f"“truecourse truths {rule_id}” explains one.")
    say(manual_text(plan))
    return Exit.OK


def coverage_table(plan: Plan | None, *, as_json: bool) -> Exit:
    """Print each point of the essays with the rules, questions and features that honour it.

    Raises:
        PlanError: a plan is named; the points are about the catalogue.
    """
    if plan is not None:
        msg = "The coverage is about the catalogue, not about a plan."
        raise PlanError(msg, hint="Leave --plan out.")
    if as_json:
        say_json([_cover_as_json(cover) for cover in coverage()])
    else:
        say(*(line for cover in coverage() for line in _cover_lines(cover)))
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
    yield f"{cover.point.key}: {cover.point.gist}"
    for word, names in (
        ("Rules", cover.rules),
        ("Questions", cover.questions),
        ("Features", tuple(map(feature_words, cover.features))),
    ):
        if names:
            yield from textwrap.wrap(
                f"{word}: {', '.join(names)}",
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
        msg = f"There is no truth called “{rule_id}”."
        hint = "“truecourse truths” lists them all; add “--plan PLAN” for the house truths of a plan."
        raise PlanError(msg, hint=hint)
    return found[0]


def _catalogue_lines(catalogue: Iterable[Rule], questions: Iterable[Question]) -> Iterable[str]:
    yield "Rules"
    for declaration in catalogue:
        yield f"  {declaration.id:31} {declaration.level.label:8} {declaration.title}"
    yield ""
    yield "Questions"
    for question in questions:
        yield f"  {question.id:31} {question.text}"


def _rule_lines(declaration: Rule) -> Iterable[str]:
    yield f"{declaration.id}: {declaration.title}"
    yield f"Level: {declaration.level.label}."
    yield from (f"Source {source_words(key)}." for key in declaration.sources)
    yield ""
    if declaration.why:
        yield from textwrap.wrap(f"Why it matters: {declaration.why}", 100)
    for side, text in declaration.examples.items():
        yield from textwrap.wrap(f"{side.capitalize()} it: {text}", 100)
    yield from (f"Threshold: {threshold_words(name)}." for name in declaration.options)
    yield from (f"Fix: {fix.label}{'' if fix.safe else ' (needs a look)'}." for fix in declaration.fixes)
