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
        _say_rule(_must_find(plan, truth_id), as_json=as_json)
    return Exit.OK


def _question(plan: Plan | None, truth_id: str) -> Question | None:
    return question_by_id(truth_id) if plan is None else question_of(plan, truth_id)


def _say_catalogue(plan: Plan | None, *, as_json: bool) -> None:
    known = rules() if plan is None else rules_of(plan)
    catalogue = [declaration for declaration, _ in known.values()]
    if as_json:
        say_json([rule_as_json(declaration) for declaration in catalogue])
    else:
        say(*_catalogue_lines(catalogue, QUESTIONS if plan is None else questions_of(plan)))


def _say_question(question: Question, *, as_json: bool) -> None:
    if as_json:
        say_json({"question": question.id, "text": question.text, "citation": question.citation})
        return
    say(
        f"{question.id}: {question.text}",
        "Answered by the team in writing: yes, partly or no, with evidence.",
    )
    say(*(f"Source {source_words(key)}." for key in question.sources))


def _say_rule(declaration: Rule, *, as_json: bool) -> None:
    if as_json:
        say_json({**rule_as_json(declaration), "examples": dict(declaration.examples)})
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


def rule_as_json(declaration: Rule) -> dict[str, Any]:
    """Return a rule in the shape that scripts rely on."""
    return {
        "rule": declaration.id,
        "level": declaration.level.value,
        "title": declaration.title,
        "why": declaration.why,
        "citation": declaration.citation,
        "applies_to": declaration.applies_to,
        "options": [_option(name) for name in declaration.options],
        "fixable": bool(declaration.fixes),
    }


def _option(name: str) -> dict[str, Any]:
    spec = field("limits", name)
    return {"name": name, "title": spec.title, "default": msgspec.to_builtins(spec.default)}


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
        if declaration.why:
        yield from textwrap.wrap(f"Why it matters: {declaration.why}", 100)
    for side, text in declaration.examples.items():
        yield from textwrap.wrap(f"{side.capitalize()} it: {text}", 100)
    yield from (f"Threshold: {threshold_words(name)}." for name in declaration.options)
    yield from (f"Fix: {fix.label}{'' if fix.safe else ' (needs a look)'}." for fix in declaration.fixes)
