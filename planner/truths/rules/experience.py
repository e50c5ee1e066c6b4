"""Experience first: what is broken is mended before anybody is called in (truths R9, R3, R4, S9, Q)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from planner.analysis.fixes import fixes_in_front, open_criticals
from planner.language import phrase, say
from planner.model.format import day, format_number, listing, plural, quoted
from planner.model.plan import display_name
from planner.model.records_experience import ExperienceIssue
from planner.model.vocabulary import Severity, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.mends import starts
from planner.truths.mends.starts import day_after
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_BEFORE_ONE = phrase("“{name}” starts on {start}, before this critical issue is mended: {issues}.")
_BEFORE_SEVERAL = phrase("“{name}” starts on {start}, before these critical issues are mended: {issues}.")
_START_AFTER = phrase("Start it after {last}, bring the fix forward, or keep it away from that touchpoint.")
_DATE_IT = phrase("Give the fix a date and start the tactic after it.")
_OF_FIX = {"fix_owner": phrase("an owner"), "fix_due": phrase("a date")}


@rule(
    Rule(
        id="experience.no-baseline",
        level=Weight.STOP,
        claim="The plan knows how good the experience is today",
        reason=(
            "Attention makes a good experience better known, and a bad one too. Without an honest look at "
            "what customers meet today, nobody knows which of the two the plan will do."
        ),
        sources=("R9",),
        applies_to=PLAN,
        messages={
            "none": Message(
                "The plan does not say where customers meet you, nor how good it is there.",
                "List the touchpoints along the customer's journey, and rate each from 0 to 10.",
            ),
            "unrated": Message(
                "The plan lists {touchpoints}, and none is rated.",
                "Rate each from 0 to 10, with evidence from customers: surveys, complaints, test purchases.",
            ),
        },
        breaks=Example(
            "The touchpoints are listed, but none is rated.",
            lambda: example_with(("evening", "rating", None), ("complaint", "rating", None)),
        ),
        keeps=Example("Evening and complaint are rated, with evidence.", example_plan),
    )
)
def no_baseline(look: Look) -> Iterator[Hit]:
    """Yield a hit where no touchpoint has a rating."""
    touchpoints = look.plan.touchpoints.values()
    if not any(touchpoint.rating is not None for touchpoint in touchpoints):
        params = {"touchpoints": plural(len(touchpoints), "touchpoint")}
        yield Hit(field="touchpoints", message="unrated" if touchpoints else "none", params=params)


@rule(
    Rule(
        id="experience.push-before-fix",
        level=Weight.STOP,
        claim="What is broken is mended before anybody is called in",
        reason=(
            "To bring people to something that fails them costs twice: the money for the push, and the "
            "trust of those who came. Mend first, then invite."
        ),
        sources=("R9",),
        applies_to="tactics",
        messages={
            "finding": Message(_BEFORE_ONE, _START_AFTER),
            "several": Message(_BEFORE_SEVERAL, _START_AFTER),
            "no-date": Message(
                "“{name}” starts on {start}, and nobody knows whether this critical issue is mended by then: "
                "{issues}.",
                _DATE_IT,
            ),
            "several-no-date": Message(
                "“{name}” starts on {start}, and nobody knows whether these critical issues are mended by "
                "then: {issues}.",
                _DATE_IT,
            ),
            "several-some-dates": Message(
                _BEFORE_SEVERAL, "Give every fix a date and start the tactic after the last of them."
            ),
        },
        breaks=Example(
            "The letter goes out in February, and the slow bill is mended in the middle of it.",
            lambda: example_with(("weekday-letter", "starts_on", date(2027, 2, 1))),
        ),
        keeps=Example("The letter starts two weeks after the slow bill is mended.", example_plan),
        fixes=(Fix("Move the start behind the fix", starts.behind_fix),),
    )
)
def push_before_fix(look: Look) -> Iterator[Hit]:
    """Yield a hit for each push tactic that starts before open critical issues in its way are mended.

    `planner.analysis.fixes.fixes_in_front` says which are. One hit names them all.
    """
    plan, criticals = look.plan, open_criticals(look.plan)
    last = max((issue.fix_due or date.max for issue in criticals), default=date.min)
    for tactic in plan.tactics.values():
        start = look.start_of(tactic)
        if start is not None and start < last:
            issues = list(fixes_in_front(plan, tactic, criticals))
            if issues:
                yield _push_hit(tactic.id, issues, start)


def _push_hit(tactic_id: str, issues: list[ExperienceIssue], start: date) -> Hit:
    behind = day_after(issues)
    params = {
        "start": day(start),
        "issues": listing((_with_date(issue) for issue in issues), most=3),
        "last": "" if behind is None else day(behind - timedelta(days=1)),
    }
    return Hit(tactic_id, "starts_on", _push_message(issues), params)


def _push_message(issues: Sequence[ExperienceIssue]) -> str:
    dated = [issue.fix_due is not None for issue in issues]
    if len(issues) == 1:
        return "finding" if all(dated) else "no-date"
    return "several" if all(dated) else "several-some-dates" if any(dated) else "several-no-date"


def _with_date(issue: ExperienceIssue) -> str:
    name = quoted(display_name(issue))
    if issue.fix_due is None:
        return say("{issue} (no date)", issue=name)
    return say("{issue} ({date})", issue=name, date=day(issue.fix_due))


@rule(
    Rule(
        id="experience.critical-unowned",
        level=Weight.STOP,
        claim="Every critical issue has an owner and a date",
        reason=(
            "What drives customers away mends itself as little as a leaking roof. A name and a day turn a "
            "known grievance into work."
        ),
        sources=("R9", "R3"),
        applies_to="issues",
        messages={
            "finding": Message(
                "The fix of “{name}” lacks {missing}, and the issue is critical.",
                "Give the fix {missing}; the owner should be somebody who can have it mended.",
            )
        },
        breaks=Example("Nobody owns the slow bill.", lambda: example_with(("slow-bill", "fix_owner", None))),
        keeps=Example("The service lead has the slow bill mended by 15 February.", example_plan),
        fixes=(Fix("Date the fix before the first push", starts.fixed_before_push),),
    )
)
def critical_unowned(look: Look) -> Iterator[Hit]:
    """Yield a hit for each open critical issue whose fix lacks an owner or a date."""
    for issue in open_criticals(look.plan):
        missing = lacking(issue, _OF_FIX)
        if missing:
            params = {"missing": listing(say(_OF_FIX[name]) for name in missing)}
            yield Hit(issue.id, missing[0], params=params, fixable=len(missing) == 1)


@rule(
    Rule(
        id="experience.weak-unfixed",
        level=Weight.STOP,
        claim="Where the experience is weak, somebody mends it",
        reason=(
            "A touchpoint that customers find poor undoes what is said anywhere else. Whoever knows of it "
            "and plans nothing has decided to leave it so."
        ),
        sources=("R9",),
        applies_to="touchpoints",
        options=("rating_floor",),
        messages={
            "no-issue": Message(
                "“{name}” is rated {rating}, below {floor}, and nothing is planned to mend it.",
                "Add the issue behind the rating, with a fix, an owner and a date.",
            ),
            "unowned": Message(
                "“{name}” is rated {rating}, below {floor}, and no issue there has both an owner and a date.",
                "Give the fix of {issue} an owner and a date.",
            ),
        },
        breaks=Example(
            "Getting an answer to a complaint is rated 3, and nothing is planned.",
            lambda: example_with(("complaint", "rating", Decimal(3))),
        ),
        keeps=Example(
            "The evening is rated 3, and the slow bill behind it has an owner and a date.",
            lambda: example_with(("evening", "rating", Decimal(3))),
        ),
    )
)
def weak_unfixed(look: Look) -> Iterator[Hit]:
    """Yield a hit for each touchpoint below the floor without an open issue that is owned and dated.

    Where an open critical issue there lacks either, experience.critical-unowned says so.
    """
    plan, floor = look.plan, look.plan.the_limits.rating_floor
    for touchpoint in plan.touchpoints.values():
        if touchpoint.rating is None or touchpoint.rating >= floor:
            continue
        issues = look.open_issues.get(touchpoint.id, ())
        if any(not lacking(issue, _OF_FIX) or issue.severity is Severity.CRITICAL for issue in issues):
            continue
        params = {
            "rating": format_number(touchpoint.rating),
            "floor": format_number(floor),
            "issue": quoted(display_name(issues[0])) if issues else "",
        }
        yield Hit(touchpoint.id, "rating", "unowned" if issues else "no-issue", params)
