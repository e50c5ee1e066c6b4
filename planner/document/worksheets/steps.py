"""What each step of the walk asks in a workshop: its headline question, its truths, its open questions."""

from collections.abc import Mapping
from types import MappingProxyType

from planner.language import phrase
from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan
from planner.truths.catalogue import rules
from planner.truths.findings import PLAN
from planner.truths.house.rules import house_rules
from planner.truths.questions import QUESTIONS, Question, questions_of
from planner.truths.registry import Rule

HEADLINES: Mapping[Step, str] = MappingProxyType(
    {
        Step.PURPOSE: phrase("How will these activities improve the business?"),
        Step.EXPERIENCE: phrase(
            "Where do customers meet us, how good is it there today, and what do we mend first?"
        ),
        Step.OBJECTIVES: phrase(
            "Which results does the business want, by when, and how does each come about?"
        ),
        Step.CHANNELS: phrase("Where do we listen, where can people expect an answer, and by when?"),
        Step.TACTICS: phrase("What do we do, for which result, what do customers gain, and when do we stop?"),
        Step.PEOPLE: phrase("Who does it, with how many hours, and what changes in how we work?"),
        Step.METRICS: phrase(
            "Which figures lead from what we do to the business result, and who reads them?"
        ),
        Step.BUDGET: phrase("What does it cost, and when do we look at it together?"),
        Step.SIGN_OFF: phrase("What do we accept, and who stands behind this plan?"),
    }
)

_GROUPS: Mapping[str, Step] = MappingProxyType(
    {
        "purpose": Step.PURPOSE,
        "open": Step.PURPOSE,
        "experience": Step.EXPERIENCE,
        "measure": Step.OBJECTIVES,
        "ladder": Step.METRICS,
        "focus": Step.OBJECTIVES,
        "listen": Step.CHANNELS,
        "promise": Step.CHANNELS,
        "ready": Step.CHANNELS,
        "social": Step.TACTICS,
        "ideas": Step.TACTICS,
        "owner": Step.PEOPLE,
        "help": Step.PEOPLE,
        "change": Step.PEOPLE,
        "cost": Step.BUDGET,
        "adapt": Step.BUDGET,
    }
)
"""Where truths about the plan as a whole are raised, by the group of their ids."""

_ASKED: Mapping[str, Step] = MappingProxyType(
    {
        "ask.made-better": Step.PURPOSE,
        "ask.stop-doing": Step.PURPOSE,
        "ask.inconvenient": Step.PURPOSE,
        "ask.as-good-as-elsewhere": Step.EXPERIENCE,
        "ask.neighbour-helped": Step.EXPERIENCE,
        "ask.heard-last-quarter": Step.CHANNELS,
        "ask.accounts-known": Step.CHANNELS,
        "ask.ten-times": Step.CHANNELS,
        "ask.more-than-brochures": Step.TACTICS,
        "ask.without-tools": Step.TACTICS,
        "ask.say-and-do": Step.TACTICS,
        "ask.know-customers": Step.PEOPLE,
        "ask.better-candidates": Step.PEOPLE,
        "ask.leaders-take-part": Step.PEOPLE,
    }
)
"""The step at which a question of the catalogue comes up by itself; others are asked at the last."""


def truths_of(step: Step, plan: Plan | None = None) -> tuple[Rule, ...]:
    """Return the truths to raise at a step, in the order of the catalogue; then those of a plan's house."""
    known = [*rules().values(), *(house_rules(plan).values() if plan else ())]
    return tuple(declaration for declaration, _ in known if _step_of(declaration) is step)


def asked_at(step: Step, plan: Plan | None = None) -> tuple[Question, ...]:
    """Return the questions to answer at a step: the catalogue's, then those of a plan's house."""
    known = questions_of(plan) if plan else QUESTIONS
    return tuple(question for question in known if _ASKED.get(question.id, Step.SIGN_OFF) is step)


def _step_of(declaration: Rule) -> Step:
    if declaration.step is not None:
        return declaration.step
    if declaration.applies_to == PLAN:
        return _GROUPS.get(declaration.id.partition(".")[0], Step.SIGN_OFF)
    return next((kind.step for kind in KINDS if kind.key == declaration.applies_to), Step.SIGN_OFF)
