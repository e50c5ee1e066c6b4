"""Accepted exceptions: they end when they said, and none is kept that excuses nothing."""

from collections.abc import Iterator
from datetime import date

from planner.language import phrase
from planner.model.format import day, quoted
from planner.model.plan import Plan
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Weight
from planner.truths.example_edits import example_with
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import entries
from planner.truths.naming import subject_name
from planner.truths.of_plan import rule_of, title_of
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule
from planner.truths.waivers import holds, valid_waivers

_ACCEPT_ANEW = phrase("Mend that, or have the exception accepted anew with a later date.")
_REMOVE = phrase("Remove it.")
_REMOVE_AND_MEND = phrase("Remove it, and mend what stops the plan.")
_REMOVE_AND_DISMISS = phrase("Remove it; dismiss the advice if you do not want to see it.")

_KNOWN = {
    "finding": Message("The exception to {rule} for {about} is no longer needed.", _REMOVE),
    "finding-plan": Message("The exception to {rule} is no longer needed.", _REMOVE),
    "stop": Message(
        "The exception to {rule} for {about} has no effect: that finding is a stop, and nobody can waive a "
        "stop.",
        _REMOVE_AND_MEND,
    ),
    "stop-plan": Message(
        "The exception to {rule} has no effect: that finding is a stop, and nobody can waive a stop.",
        _REMOVE_AND_MEND,
    ),
    "advice": Message(
        "The exception to {rule} for {about} has no effect: advice blocks nothing.", _REMOVE_AND_DISMISS
    ),
    "advice-plan": Message(
        "The exception to {rule} has no effect: advice blocks nothing.", _REMOVE_AND_DISMISS
    ),
}
_UNKNOWN = {
    "unknown": Message(
        "The exception for {about} names the truth {rule}, which this version does not know.", _REMOVE
    ),
    "unknown-plan": Message(
        "The exception names the truth {rule}, which this version does not know.", _REMOVE
    ),
}
"""What is said of an exception that excuses nothing, by why; about the plan as a whole, or one entry."""


def _late_review(until: date | None) -> Plan:
    """Return the example with its first review too late, and a waiver for that."""
    return example_with(("spring-review", "on", date(2027, 6, 1)), _waiver(until))


def _waiver(until: date | None = None) -> Waiver:
    return Waiver(
        id="late-review",
        rule="adapt.no-review",
        reason="The dining room is rebuilt until May.",
        by="boss",
        until=until,
    )


@rule(
    Rule(
        id="waiver.expired",
        level=Weight.WARN,
        claim="Accepted exceptions are within their date",
        reason=(
            "An exception with a date was accepted for that long and no longer. After it, somebody has to "
            "decide again."
        ),
        sources=(),
        applies_to="waivers",
        late=True,
        messages={
            "finding": Message(
                "The exception to {rule} for {about} held until {until}, and what it excused still stands.",
                _ACCEPT_ANEW,
            ),
            "plan": Message(
                "The exception to {rule} held until {until}, and what it excused still stands.", _ACCEPT_ANEW
            ),
        },
        breaks=Example(
            "The late first review was accepted until the day before.",
            lambda: _late_review(date(2027, 1, 3)),
        ),
        keeps=Example(
            "The late first review is accepted until this very day.", lambda: _late_review(date(2027, 1, 4))
        ),
        fixes=(Fix("Take the exception out", entries.taken_out),),
    )
)
def expired(look: Look) -> Iterator[Hit]:
    """Yield a hit for each waiver past its date whose finding is still there, and excused by no other."""
    standing = _found(look) - _excused(look)
    for waiver in look.plan.waivers.values():
        until = waiver.until
        if until is not None and until < look.today and (waiver.rule, waiver.subject) in standing:
            message = "plan" if waiver.subject == PLAN else "finding"
            yield Hit(waiver.id, "until", message, {**_about(look.plan, waiver), "until": day(until)})


@rule(
    Rule(
        id="waiver.unneeded",
        level=Weight.ADVICE,
        claim="Every accepted exception excuses something",
        reason=(
            "Exceptions are printed above the signatures. One that excuses nothing makes the plan look worse "
            "than it is, and would hide the same fault if it came back."
        ),
        sources=(),
        applies_to="waivers",
        late=True,
        messages={
            **_KNOWN,
            **_UNKNOWN,
        },
        breaks=Example(
            "The late first review was accepted, and the review has been moved forward since.",
            lambda: example_with(_waiver()),
        ),
        keeps=Example("The first review is late, and that is accepted.", lambda: _late_review(None)),
        fixes=(
            Fix("Take the exception out", entries.taken_out, safe=True, mends=tuple(_KNOWN)),
            Fix("Take out what is unknown", entries.taken_out, mends=tuple(_UNKNOWN)),
        ),
    )
)
def unneeded(look: Look) -> Iterator[Hit]:
    """Yield a hit for each waiver that excuses no warning of this check."""
    found, excused = _found(look), _excused(look)
    for waiver in look.plan.waivers.values():
        about = (waiver.rule, waiver.subject)
        replaced = about in excused and not holds(look.plan, waiver, look.today)
        needless = "finding" if about not in found or replaced else None
        message = _powerless(look.plan, waiver.rule) or needless
        if message is not None:
            of_plan = "-plan" if waiver.subject == PLAN else ""
            yield Hit(waiver.id, "", f"{message}{of_plan}", _about(look.plan, waiver))


def _found(look: Look) -> set[tuple[str, str]]:
    return {(finding.rule, finding.subject) for finding in look.findings}


def _excused(look: Look) -> set[tuple[str, str]]:
    return {(waiver.rule, waiver.subject) for waiver in valid_waivers(look.plan, look.today)}


def _powerless(plan: Plan, rule_id: str) -> str | None:
    """Return the message for a waiver of a truth that nobody can waive; None where it can be waived."""
    known = rule_of(plan, rule_id)
    if known is None:
        return "unknown"
    return None if known.level is Weight.WARN else known.level.value


def _about(plan: Plan, waiver: Waiver) -> dict[str, str]:
    about = quoted(subject_name(plan, waiver.subject))
    return {"about": about, "rule": quoted(title_of(plan, waiver.rule))}
