"""Adapting: look at it early, know when to stop, give it time, try it small (truths V0, V6, V7)."""

from collections.abc import Iterator
from datetime import date, timedelta

from planner.analysis.feeding import FirstStart, first_starts
from planner.language import phrase, say
from planner.model.format import OR, day, listing, plural
from planner.model.plan import display_name
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Level, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.mends import days, entries, rhythm
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_RESULTS = frozenset({Level.OUTCOME, Level.BUSINESS})
_CRITERIA = {"success": phrase("when it is a success"), "stop": phrase("when you will stop it")}
_EARLIEST = phrase("Move the due date to {earliest} or later, or start earlier.")
_NEW_CHANNEL = (("letter", "existing", False), ("letter", "opens_on", date(2027, 3, 1)))


@rule(
    Rule(
        id="adapt.no-review",
        level=Weight.WARN,
        claim="The plan is reviewed soon after it starts",
        reason=(
            "No plan survives its first weeks unchanged. A review that is in the diary is the moment to "
            "change course while that is still cheap."
        ),
        sources=("V6",),
        applies_to=PLAN,
        options=("first_review_days",),
        messages={
            "finding": Message(
                "The plan has no review.", "Add a review within {limit} of the start, and say who takes part."
            ),
            "undated": Message(
                "No review has a date.", "Give the first review a date within {limit} of the start."
            ),
            "past": Message(
                "Every review lies before the plan starts on {start}.",
                "Add a review within {limit} of the start.",
            ),
            "late": Message(
                "The first review, “{review}” on {on}, comes {wait} after the plan starts on {start}; it "
                "should come within {limit}.",
                "Move it forward, or add an earlier one.",
            ),
        },
        breaks=Example(
            "The first review is in May, four months after the start.",
            lambda: example_with(("spring-review", "on", date(2027, 5, 3))),
        ),
        keeps=Example(
            "The first review is on the ninetieth day after the start.",
            lambda: example_with(("spring-review", "on", date(2027, 4, 4))),
        ),
        fixes=(
            Fix("Add a first review", rhythm.review_added, mends=("finding", "past")),
            Fix("Hold it on the last day allowed", rhythm.review_in_time, mends=("undated", "late")),
        ),
    )
)
def no_review(look: Look) -> Iterator[Hit]:
    """Yield a hit where no review comes, or the first comes too late after the start."""
    limit = look.plan.the_limits.first_review_days
    start = look.period[0] if look.period else None
    params = {"limit": plural(limit, "day"), "start": "" if start is None else day(start)}
    reviews = look.plan.reviews.values()
    dated = [(review.on, review.id) for review in reviews if review.on is not None]
    to_come = [(on, review_id) for on, review_id in dated if start is None or on >= start]
    if not to_come:
        message = "past" if dated else "undated" if reviews else "finding"
        yield Hit(field="reviews", message=message, params=params)
        return
    on, first = min(to_come)
    if start is not None and (on - start).days > limit:
        wait = {"wait": plural((on - start).days, "day"), "on": day(on), "review": look.plan.name_of(first)}
        yield Hit(field="reviews", message="late", params={**params, **wait})


@rule(
    Rule(
        id="adapt.no-stop-rule",
        level=Weight.WARN,
        claim="Every tactic says when it has succeeded and when it ends",
        reason=(
            "Once the work has begun, every figure looks like a reason to go on. Decide beforehand what you "
            "will call success, and at what point you will stop."
        ),
        sources=("V6", "V7"),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” does not say {missing}.",
                "Write it as something that can be seen on a day: a figure of results, and a date.",
            )
        },
        breaks=Example(
            "Nobody said when the letter would be stopped.",
            lambda: example_with(("weekday-letter", "stop", "")),
        ),
        keeps=Example("The letter has both criteria.", example_plan),
    )
)
def no_stop_rule(look: Look) -> Iterator[Hit]:
    """Yield a hit for each tactic without a success or a stop criterion."""
    for tactic in look.plan.tactics.values():
        missing = lacking(tactic, _CRITERIA)
        if missing:
            words = listing((say(_CRITERIA[name]) for name in missing), OR)
            yield Hit(tactic.id, missing[0], params={"missing": words})


@rule(
    Rule(
        id="adapt.impatient",
        level=Weight.WARN,
        claim="Results get the time that they need",
        reason=(
            "The tools are instant; trust and habits are not. A result that falls due too early is missed, "
            "and a good tactic is dropped for it."
        ),
        sources=("V6",),
        applies_to="objectives",
        options=("patience_weeks",),
        messages={
            "finding": Message(
                "“{name}” falls due on {due}, {wait} after “{tactic}”, the first tactic that feeds it, "
                "starts on {start}; it needs at least {limit}.",
                _EARLIEST,
            ),
            "same-day": Message(
                "“{name}” falls due on {due}, on the very day on which “{tactic}”, the first tactic that "
                "feeds it, starts on {start}; it needs at least {limit}.",
                _EARLIEST,
            ),
            "before": Message(
                "“{name}” falls due on {due}, {wait} before “{tactic}”, the first tactic that feeds it, "
                "starts on {start}; it needs at least {limit}.",
                _EARLIEST,
            ),
        },
        breaks=Example(
            "More guests are due in February, a month after the first answer to a review.",
            lambda: example_with(("weekday-guests", "due", date(2027, 2, 11))),
        ),
        keeps=Example(
            "They are due exactly eight weeks after the first answer.",
            lambda: example_with(("weekday-guests", "due", date(2027, 3, 8))),
        ),
        fixes=(Fix("Let it fall due when results are ripe", days.due_when_ripe),),
    )
)
def impatient(look: Look) -> Iterator[Hit]:
    """Yield a hit for each outcome or objective that is due too soon after its first tactic starts."""
    days = look.plan.the_limits.patience_weeks * 7
    starts = first_starts(look.plan, look.period[0] if look.period else None)
    results: list[Metric | Objective] = [m for m in look.plan.metrics.values() if m.level in _RESULTS]
    for result in [*results, *look.plan.objectives.values()]:
        first = starts.get(result.id)
        if first is not None and result.due is not None and (result.due - first.day).days < days:
            yield _impatience(look, result.id, result.due, first)


@rule(
    Rule(
        id="adapt.no-pilot",
        level=Weight.ADVICE,
        claim="A new channel starts with a pilot",
        reason=(
            "A small trial shows what people there want, before money, promises and pride hang on it. What "
            "it teaches is cheap, even if the answer is no."
        ),
        sources=("V0", "V6"),
        applies_to="tactics",
        messages={
            "finding": Message(
                "The new channel “{channel}” starts with “{name}” at full size; no tactic there is a pilot.",
                "Make it a pilot: fewer people, a few weeks, and a criterion for going on.",
            )
        },
        breaks=Example(
            "The letter is a new channel, and goes to everybody at once.", lambda: example_with(*_NEW_CHANNEL)
        ),
        keeps=Example(
            "The letter is a new channel, and is tried out first.",
            lambda: example_with(*_NEW_CHANNEL, ("weekday-letter", "pilot", True)),
        ),
        fixes=(Fix("Make it a pilot", entries.made_pilot),),
    )
)
def no_pilot(look: Look) -> Iterator[Hit]:
    """Yield a hit, at the first tactic, for each new channel that has tactics and no pilot among them."""
    for channel in look.plan.channels.values():
        tactics = look.tactics_by_channel.get(channel.id, ())
        if not channel.existing and tactics and not any(tactic.pilot for tactic in tactics):
            first = min(tactics, key=lambda tactic: tactic.starts_on or date.min)
            yield Hit(first.id, "pilot", params={"channel": display_name(channel)})


def _impatience(look: Look, result: str, due: date, first: FirstStart) -> Hit:
    limit = look.plan.the_limits.patience_weeks
    wait = (due - first.day).days
    message = "finding" if wait > 0 else "before" if wait < 0 else "same-day"
    params = {
        "due": day(due),
        "wait": plural(abs(wait), "day"),
        "tactic": look.plan.name_of(first.tactic),
        "start": day(first.day),
        "limit": plural(limit, "week"),
        "earliest": day(first.day + timedelta(weeks=limit)),
    }
    return Hit(result, "due", message, params)
