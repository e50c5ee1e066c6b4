"""What holds for the plan as a whole: dates in their order, and questions answered."""

from collections.abc import Iterator
from datetime import date

from planner.language import phrase, say
from planner.model.format import OR, day, listing
from planner.model.kinds import Step
from planner.model.records_work import Tactic
from planner.model.vocabulary import Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN, QUESTION
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.mends import days, entries
from planner.truths.questions import QUESTIONS, answers_by_question, questions_of
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_PARTS = {
    "reply": phrase("yes, partly or no"),
    "evidence": phrase("evidence"),
    "by": phrase("a name"),
    "on": phrase("a date"),
}
_MOVE = phrase("Move it into the plan's period, or change that period on the Purpose page.")
_OUTSIDE = {
    "starts-early": Message(
        "The tactic “{name}” starts on {start}, before the plan starts on {plan_start}.", _MOVE
    ),
    "ends-early": Message(
        "The tactic “{name}” ends on {end}, before the plan starts on {plan_start}.", _MOVE
    ),
    "early": Message(
        "The tactic “{name}” starts on {start} and ends on {end}, before the plan starts on {plan_start}.",
        _MOVE,
    ),
    "starts-late": Message(
        "The tactic “{name}” starts on {start}, after the plan ends on {plan_end}.", _MOVE
    ),
    "ends-late": Message("The tactic “{name}” ends on {end}, after the plan ends on {plan_end}.", _MOVE),
    "late": Message(
        "The tactic “{name}” starts on {start} and ends on {end}, after the plan ends on {plan_end}.", _MOVE
    ),
    "around": Message(
        "The tactic “{name}” starts on {start}, before the plan starts on {plan_start}, and ends on {end}, "
        "after the plan ends on {plan_end}.",
        _MOVE,
    ),
}
"""Where a tactic lies that is not within the plan."""


@rule(
    Rule(
        id="plan.dates",
        level=Weight.STOP,
        claim="Dates come in their order, and tactics lie within the plan",
        reason="A schedule that can't happen as written hides what will really happen, and when.",
        sources=(),
        applies_to="tactics",
        messages={
            "period": Message(
                "The plan ends on {end}, before it starts on {start}.", "Correct the first or the last day."
            ),
            "tactic": Message(
                "The tactic “{name}” ends on {end}, before it starts on {start}.",
                "Correct its first or its last day.",
            ),
            "policy": Message(
                "The policy “{name}” is in force until {end}, which is before {start}, its first day.",
                "Correct its first or its last day.",
            ),
            **_OUTSIDE,
        },
        breaks=Example(
            "The letter goes on after the plan has ended.",
            lambda: example_with(("weekday-letter", "ends_on", date(2028, 1, 1))),
        ),
        keeps=Example(
            "The letter ends on the plan's last day.",
            lambda: example_with(("weekday-letter", "ends_on", date(2027, 12, 31))),
        ),
        fixes=(
            Fix("Swap the two days", days.swapped, mends=("period", "tactic", "policy")),
            Fix("Cut the tactic to the plan", days.within_plan, mends=tuple(_OUTSIDE)),
            Fix("Stretch the plan around it", days.plan_around, mends=tuple(_OUTSIDE)),
        ),
    )
)
def dates(look: Look) -> Iterator[Hit]:
    """Yield a hit for a period, tactic or policy turned round, and for tactics outside the plan."""
    first, last = look.plan.the_brief.starts_on, look.plan.the_brief.ends_on
    turned_round = _turned_round(PLAN, "brief.ends_on", "period", first, last)
    yield from turned_round
    for tactic in look.plan.tactics.values():
        own = _turned_round(tactic.id, "ends_on", "tactic", tactic.starts_on, tactic.ends_on)
        yield from own
        if not (own or turned_round):
            yield from _outside(tactic, first or date.min, last or date.max)
    for policy in look.plan.policies.values():
        yield from _turned_round(
            policy.id, "in_force_until", "policy", policy.in_force_from, policy.in_force_until
        )


@rule(
    Rule(
        id="ask.unanswered",
        level=Weight.WARN,
        claim="Every question is answered in writing",
        reason=(
            "Some things no program can check. Writing the answer down makes the team find out what it does "
            "not know yet, and lets others hold it to its word."
        ),
        sources=tuple(dict.fromkeys(source for question in QUESTIONS for source in question.sources)),
        applies_to=QUESTION,
        step=Step.SIGN_OFF,
        messages={
            "finding": Message(
                "Nobody has answered yet: {name}",
                "Answer yes, partly or no, and write down the evidence, who answers and when.",
            ),
            "incomplete": Message(
                "Answered without {missing}: {name}",
                "Complete the answer: yes, partly or no, the evidence, who answers and when.",
            ),
        },
        breaks=Example(
            "Nobody says what the plan will stop doing.",
            lambda: example_with("answer-13"),
        ),
        keeps=Example("All fourteen questions are answered.", example_plan),
        fixes=(Fix("Date the answer today", entries.answered_today),),
    )
)
def unanswered(look: Look) -> Iterator[Hit]:
    """Yield a hit, about the question itself, for each one without a complete answer."""
    answers = answers_by_question(look.plan)
    for question in questions_of(look.plan):
        answer = answers.get(question.id)
        missing = list(_PARTS) if answer is None else lacking(answer, _PARTS)
        if missing:
            begun = len(missing) < len(_PARTS)
            words = listing((say(_PARTS[name]) for name in missing), OR)
            message, params = ("incomplete", {"missing": words}) if begun else ("finding", {})
            yield Hit(
                question.id,
                missing[0],
                message,
                params,
                fixable=len(missing) == 1,
                sources=question.sources,
            )


def _turned_round(subject: str, field: str, message: str, first: date | None, last: date | None) -> list[Hit]:
    """Return a hit where the last day comes before the first."""
    if first is None or last is None or first <= last:
        return []
    return [Hit(subject, field, message, {"start": day(first), "end": day(last)})]


def _outside(tactic: Tactic, first: date, last: date) -> Iterator[Hit]:
    """Yield a hit where a tactic starts or ends outside the plan's first and last day."""
    start, end = tactic.starts_on, tactic.ends_on
    days = {"start": start, "end": end, "plan_start": first, "plan_end": last}
    params = {name: day(when) for name, when in days.items() if when is not None}
    match _side(start, first, last), _side(end, first, last):
        case "early", "early":
            yield Hit(tactic.id, "starts_on", "early", params)
        case "late", "late":
            yield Hit(tactic.id, "starts_on", "late", params)
        case "early", "late":
            yield Hit(tactic.id, "starts_on", "around", params)
        case ("early" | "late") as side, _:
            yield Hit(tactic.id, "starts_on", f"starts-{side}", params)
        case _, ("early" | "late") as side:
            yield Hit(tactic.id, "ends_on", f"ends-{side}", params)


def _side(on: date | None, first: date, last: date) -> str:
    """Return on which side of a period a day lies; empty where it lies within, or is not known."""
    if on is None or first <= on <= last:
        return ""
    return "early" if on < first else "late"
