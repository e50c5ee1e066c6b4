"""The first page: the answer to the business question, key figures, what is decided and what is open."""

from collections.abc import Iterator, Mapping, Sequence

from planner.analysis.budget import planned_cost
from planner.document.blocks import (
    Beside,
    Block,
    Chapter,
    Column,
    Facts,
    Figure,
    Figures,
    FirstPage,
    Mark,
    Marked,
    Named,
    Paragraph,
    Points,
    Status,
    Subheading,
    Table,
    Together,
    Tone,
)
from planner.document.chapters.common import column, quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, rounded, short_day, shortened, shown, span, verb
from planner.editing.verbs import is_signed
from planner.model.format import money
from planner.model.records_signoff import Approval
from planner.model.vocabulary import Decision, PolicyStatus, Verdict, Weight

_LEAD = 600
"""Characters of the answer on the first page; the whole stands in the first chapter."""

_NAME = 120
"""Characters of an objective's name on the first page."""
_RESULTS = 5
"""Objectives on the first page at most."""
_IN_SHORT: Mapping[str, str] = {
    "experience": "Experience",
    "channels": "Promises",
    "people": "People",
    "budget": "Money",
    "truths": "Truths",
    "tactics": "Tactics",
    "metrics": "Metrics",
}
"""Chapters whose findings stand on the first page, each with the word before it; the weightiest first."""
_RESULT_COLUMNS = (
    Column("Business result"),
    column("objectives", "baseline", number=True),
    column("objectives", "target", number=True),
    column("objectives", "unit"),
    column("objectives", "due", whole=True),
)


def status(source: Source) -> Status:
    """Return where the plan as a whole stands."""
    if source.findings.has_stop:
        return Status.DRAFT
    return Status.SIGNED if is_signed(source.plan) else Status.FOR_SIGN_OFF


def first_page(source: Source, chapters: Sequence[Chapter]) -> FirstPage:
    """Write the first page.

    Args:
        source: the plan.
        chapters: those that follow; what the weightiest of them found is repeated here.
    """
    brief = source.plan.the_brief
    return FirstPage(
        organisation=brief.organisation,
        title=source.plan.title,
        subtitle="Plan for social media and customer experience",
        status=standing(source),
        blocks=(
            *_answer(brief.answer),
            _figures(source),
            *_in_short(chapters),
            *_results(source),
            Beside(_decided(source), _open(source)),
        ),
    )


def standing(source: Source) -> Marked:
    """Return revision and status with the mark of how the plan stands."""
    found = state(source)
    words = found.text if status(source) is Status.DRAFT else found.text[:1].lower() + found.text[1:]
    return Marked(f"Revision {source.plan.revision}: {words}", found.mark)


def state(source: Source) -> Marked:
    """Return how the plan stands, with its mark."""
    found = status(source)
    if found is Status.DRAFT:
        return Marked(f"{found}, not to be signed yet", Mark.LATE)
    if found is Status.SIGNED:
        return Marked(found, Mark.DONE)
    if source.findings.can_sign:
        return Marked(found, Mark.ON_TRACK)
    return Marked(f"{found} once its warnings are mended or accepted", Mark.AT_RISK)


def _answer(answer: str) -> Iterator[Block]:
    if not answer.strip():
        yield quiet(
            "The business question has no answer yet: how will these activities improve the business?"
        )
        return
    lead = shortened(answer, _LEAD)
    yield Paragraph(lead, Tone.LEAD)
    if len(lead) < len(" ".join(answer.split())):
        yield quiet("The answer goes on in the first chapter.")


def _figures(source: Source) -> Figures:
    cost, plan = planned_cost(source.plan), source.plan
    return Figures(
        (
            Figure(shown(len(plan.objectives)), "Objectives"),
            Figure(shown(len(plan.tactics)), "Tactics"),
            Figure(shown(len(source.early_fixes)), "Fixes before the first push"),
            Figure(money(rounded(cost.total)), "Planned cost"),
            Figure(NOTHING if cost.approved is None else money(cost.approved), "Approved budget"),
            Figure(shown(len(source.findings.standing)), "Findings that stand"),
        )
    )


def _in_short(chapters: Sequence[Chapter]) -> Iterator[Block]:
    findings = {chapter.key: chapter.finding for chapter in chapters}
    rows = tuple((word, findings[key]) for key, word in _IN_SHORT.items() if key in findings)
    if rows:
        yield Together((Subheading("In short"), Facts(rows)))


def _results(source: Source) -> Iterator[Block]:
    found = list(source.plan.objectives.values())
    rows = tuple(
        (
            Named(shortened(source.name(objective.id), _NAME)),
            shown(objective.baseline),
            shown(objective.target),
            shown(shortened(objective.unit, _NAME)),
            shown(objective.due),
        )
        for objective in found[:_RESULTS]
    )
    if rows:
        yield Table(_RESULT_COLUMNS, rows)
    if len(found) > _RESULTS:
        yield quiet(f"The other objectives stand in the chapter on them; they are {len(found)} in all.")


def _decided(source: Source) -> Points:
    points = tuple(Marked(text, Mark.DONE) for text in _decisions(source))
    return Points("Decided", points or (Marked("Nothing yet", Mark.NOT_STARTED),))


def _decisions(source: Source) -> Iterator[str]:
    plan, brief = source.plan, source.plan.the_brief
    if brief.starts_on or brief.ends_on:
        yield f"Period: {span(brief.starts_on, brief.ends_on)}"
    if brief.sponsor:
        yield f"Sponsor: {shortened(source.name(brief.sponsor), _NAME)}"
    if plan.the_budget.approved:
        name = shortened(source.name(plan.the_budget.approved_by), _NAME)
        by = f" by {name}" if name else ""
        yield f"Budget approved{by}"
    adopted = sum(idea.decision is Decision.ADOPT for idea in plan.ideas.values())
    if adopted:
        yield f"{counted(adopted, 'idea')} adopted"
    held = source.findings.counts["waived"]
    if held:
        yield f"{counted(held, 'exception')} accepted"
    given = sum(1 for _ in _accepted(source))
    if given:
        yield f"{counted(given, 'approval')} given"


def _accepted(source: Source) -> Iterator[Approval]:
    for approver in source.plan.approvers:
        approval = source.approval(approver)
        if approval is not None and approval.verdict is not Verdict.REJECT:
            yield approval


def _open(source: Source) -> Points:
    points = tuple(_still_open(source))
    return Points("Still open", points or (Marked("Nothing", Mark.DONE),))


def _still_open(source: Source) -> Iterator[Marked]:
    counts, plan = source.findings.counts, source.plan
    if counts[Weight.STOP]:
        stops = counts[Weight.STOP]
        yield Marked(f"{counted(stops, 'stop')} {verb(stops, 'stands', 'stand')} against the plan", Mark.LATE)
    if counts[Weight.WARN]:
        warnings = counts[Weight.WARN]
        yield Marked(f"{counted(warnings, 'warning')} to mend or to accept", Mark.AT_RISK)
    fixes = source.open_issues
    if fixes:
        due = [issue.fix_due for issue in fixes if issue.fix_due]
        until = f" by {short_day(max(due))}" if due else ""
        yield Marked(f"{counted(len(fixes), 'fix', 'fixes')} to be made{until}", Mark.NOT_STARTED)
    drafts = sum(policy.status is PolicyStatus.DRAFT for policy in plan.policies.values())
    if drafts:
        yield Marked(f"{counted(drafts, 'policy', 'policies')} to be approved", Mark.NOT_STARTED)
    waiting = sum(idea.decision is None for idea in plan.ideas.values())
    if waiting:
        yield Marked(f"{counted(waiting, 'idea')} without a decision", Mark.NOT_STARTED)
    yield from _approvals(source)


def _approvals(source: Source) -> Iterator[Marked]:
    decisions = [source.approval(approver) for approver in source.plan.approvers]
    rejected = sum(d is not None and d.verdict is Verdict.REJECT for d in decisions)
    missing = sum(decision is None for decision in decisions)
    if rejected:
        yield Marked(f"{counted(rejected, 'approver')} rejected this revision", Mark.LATE)
    if missing:
        yield Marked(f"{counted(missing, 'approval')} to be given", Mark.NOT_STARTED)
    elif not decisions:
        yield Marked("Nobody is named to approve it", Mark.NOT_STARTED)
