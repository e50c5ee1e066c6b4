"""Experience kept up: fixes are done, ratings are fresh, something gets better (truths R9, R3, R4, S9, Q)."""

from collections.abc import Iterator
from datetime import date

from planner.model.format import day, format_number, plural
from planner.model.records_experience import ExperienceIssue
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import is_blank, lacking
from planner.truths.look import Look
from planner.truths.mends import days, starts
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule


@rule(
    Rule(
        id="experience.fix-overdue",
        level=Weight.WARN,
        claim="Fixes are done by their date",
        reason=(
            "A fix that is late keeps hurting customers, and shows them and the team that dates here mean "
            "little."
        ),
        sources=("R9", "R3"),
        applies_to="issues",
        messages={
            "finding": Message(
                "“{name}” was to be mended by {due}, {late} ago, and is not done.",
                "Have it mended and mark it done, or agree on a new date that will hold.",
            )
        },
        breaks=Example(
            "The slow bill was to be mended before Christmas.",
            lambda: example_with(("slow-bill", "fix_due", date(2026, 12, 24))),
        ),
        keeps=Example("The slow bill is to be mended by 15 February, which is still to come.", example_plan),
        fixes=(Fix("Mark it as done", starts.fix_done),),
    )
)
def fix_overdue(look: Look) -> Iterator[Hit]:
    """Yield a hit for each issue that is not done and whose date has passed."""
    for issue in look.plan.issues.values():
        if issue.fix_due is not None and issue.fix_due < look.today and issue.status is not FixStatus.DONE:
            late = plural((look.today - issue.fix_due).days, "day")
            yield Hit(issue.id, "fix_due", params={"due": day(issue.fix_due), "late": late})


@rule(
    Rule(
        id="experience.rating-unproven",
        level=Weight.ADVICE,
        claim="Ratings are fresh and rest on evidence",
        reason=(
            "What a team believes about itself is kinder than what customers say. A rating counts as far "
            "as somebody can show where it comes from, and when."
        ),
        sources=("R9", "R4"),
        applies_to="touchpoints",
        options=("rating_months",),
        messages={
            "no-evidence": Message(
                "“{name}” is rated {rating} without evidence.",
                "Say how you know: a survey, complaints, test purchases.",
            ),
            "undated": Message(
                "“{name}” is rated {rating}, and nobody says when.", "Enter the day of the rating."
            ),
            "old": Message(
                "“{name}” was rated {rating} on {when}, more than {months} ago.",
                "Ask customers again, and rate it anew.",
            ),
        },
        breaks=Example(
            "The evening's rating has no evidence.", lambda: example_with(("evening", "evidence", ""))
        ),
        keeps=Example("The evening's rating rests on cards at 140 tables in November.", example_plan),
        fixes=(Fix("Date the rating today", days.rated_today, mends=("undated",)),),
    )
)
def rating_unproven(look: Look) -> Iterator[Hit]:
    """Yield a hit for each rating without evidence, without a date, or that is too old, in this order."""
    months = look.plan.the_limits.rating_months
    for touchpoint in look.plan.touchpoints.values():
        if touchpoint.rating is None:
            continue
        params = {"rating": format_number(touchpoint.rating), "months": plural(months, "month")}
        if is_blank(touchpoint.evidence):
            yield Hit(touchpoint.id, "evidence", "no-evidence", params)
        elif touchpoint.rated_on is None:
            yield Hit(touchpoint.id, "rated_on", "undated", params)
        elif _is_old(touchpoint.rated_on, look.today, months):
            yield Hit(touchpoint.id, "rated_on", "old", {**params, "when": day(touchpoint.rated_on)})


def _is_old(rated: date, today: date, months: int) -> bool:
    """Whether more than so many calendar months lie between two days."""
    passed = (today.year - rated.year) * 12 + today.month - rated.month
    return passed > months or (passed == months and today.day > rated.day)


@rule(
    Rule(
        id="experience.no-customer-benefit",
        level=Weight.WARN,
        claim="Whoever pushes says what customers gain",
        reason=(
            "Messages that serve the sender only are noise to everybody else. If the team can't say what "
            "people gain from one, they will not find it out by themselves."
        ),
        sources=("S9", "Q"),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” does not say what customers gain from it.",
                "Write down what people can do, know or save because of it, or leave it out.",
            )
        },
        breaks=Example(
            "Nobody says what guests gain from the letter.",
            lambda: example_with(("weekday-letter", "benefit", "")),
        ),
        keeps=Example("Readers of the letter hear of the menu, and of a free table, first.", example_plan),
    )
)
def no_customer_benefit(look: Look) -> Iterator[Hit]:
    """Yield a hit for each push tactic without a customer benefit."""
    for tactic in look.plan.tactics.values():
        if tactic.kind in PUSH_KINDS and is_blank(tactic.benefit):
            yield Hit(tactic.id, "benefit")


@rule(
    Rule(
        id="experience.no-improvement",
        level=Weight.WARN,
        claim="The plan makes something better",
        reason=(
            "To be open about a mediocre thing leaves it mediocre. People come back to those who keep "
            "getting better, and tell others."
        ),
        sources=("R4",),
        applies_to=PLAN,
        messages={
            "none": Message(
                "The plan improves nothing for customers: it has no experience issue with a fix.",
                "Ask customers and those who serve them what goes wrong most, and plan at least one fix.",
            ),
            "no-fix": Message(
                "The plan improves nothing for customers: it lists {issues}, and plans to fix none.",
                "Choose at least one of them, and give it a fix, an owner and a date.",
            ),
        },
        breaks=Example("The slow bill is left as it is.", lambda: example_with("slow-bill")),
        keeps=Example("The slow bill is mended.", example_plan),
    )
)
def no_improvement(look: Look) -> Iterator[Hit]:
    """Yield a hit where no issue has anything of a fix: words, owner, date, or being done."""
    issues = look.plan.issues.values()
    if not any(_has_fix(issue) for issue in issues):
        message = "no-fix" if issues else "none"
        yield Hit(field="issues", message=message, params={"issues": plural(len(issues), "issue")})


def _has_fix(issue: ExperienceIssue) -> bool:
    return issue.status is not FixStatus.OPEN or len(lacking(issue, ("fix", "fix_owner", "fix_due"))) < 3
