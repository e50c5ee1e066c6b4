"""The first page: the answer to the business question, key figures, what is decided and what is open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from planner.document.chapters.still_open import open_points
from planner.document.source import Source
from planner.document.wording import (
    NOTHING,
    in_words,
    rounded,
    shortened,
    shown,
    span,
)
from planner.editing.revision import is_signed
from planner.language import phrase, say, say_count
from planner.model.format import money
from planner.model.records_signoff import Approval
from planner.model.vocabulary import Decision, Verdict

_LEAD = 600
"""Characters of the answer on the first page; the whole stands in the first chapter."""

_NAME = 120
"""Characters of an objective's name on the first page."""
_RESULTS = 5
"""Objectives on the first page at most."""
_IN_SHORT: Mapping[str, str] = {
    "experience": phrase("Experience"),
    "channels": phrase("Promises"),
    "people": phrase("People"),
    "budget": phrase("Money"),
    "truths": phrase("Truths"),
    "tactics": phrase("Tactics"),
    "metrics": phrase("Metrics"),
}
"""Chapters whose findings stand on the first page, each with the word before it; the weightiest first."""


@dataclass(frozen=True, slots=True)
class _State:
    """How a plan stands.

    Attributes:
        alone: the message for it.
        numbered: the same behind the revision's number.
        mark: how that is to be taken.
    """

    alone: str
    numbered: str
    mark: Mark


_DRAFT = _State(
    phrase("DRAFT, not to be signed yet"),
    phrase("Revision {revision}: DRAFT, not to be signed yet"),
    Mark.LATE,
)
_SIGNED = _State(phrase("Signed"), phrase("Revision {revision}: signed"), Mark.DONE)
_READY = _State(phrase("For sign-off"), phrase("Revision {revision}: for sign-off"), Mark.ON_TRACK)
_WITH_WARNINGS = _State(
    phrase("For sign-off once its warnings are mended or accepted"),
    phrase("Revision {revision}: for sign-off once its warnings are mended or accepted"),
    Mark.AT_RISK,
)


def _result_columns() -> tuple[Column, ...]:
    return (
        Column(say("Business result")),
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
        subtitle=say("Plan for social media and customer experience"),
        status=standing(source),
        blocks=(
            *_answer(brief.answer),
            _figures(source),
            *_in_short(chapters),
            *_results(source),
            Beside(_decided(source), open_points(source)),
        ),
    )


def standing(source: Source) -> Marked:
    """Return revision and status with the mark of how the plan stands."""
    found = _state(source)
    return Marked(say(found.numbered, revision=str(source.plan.revision)), found.mark)


def state(source: Source) -> Marked:
    """Return how the plan stands, with its mark."""
    found = _state(source)
    return Marked(say(found.alone), found.mark)


def _state(source: Source) -> _State:
    found = status(source)
    if found is Status.DRAFT:
        return _DRAFT
    if found is Status.SIGNED:
        return _SIGNED
    return _READY if source.findings.can_sign else _WITH_WARNINGS


def _answer(answer: str) -> Iterator[Block]:
    if not answer.strip():
        yield quiet(
            say("The business question has no answer yet: how will these activities improve the business?")
        )
        return
    lead = shortened(answer, _LEAD)
    yield Paragraph(lead, Tone.LEAD)
    if len(lead) < len(" ".join(answer.split())):
        yield quiet(say("The answer goes on in the first chapter."))


def _figures(source: Source) -> Figures:
    cost, plan = planned_cost(source.plan), source.plan
    return Figures(
        (
            Figure(shown(len(plan.objectives)), say("Objectives")),
            Figure(shown(len(plan.tactics)), say("Tactics")),
            Figure(shown(len(source.early_fixes)), say("Fixes before the first push")),
            Figure(money(rounded(cost.total)), say("Planned cost")),
            Figure(NOTHING if cost.approved is None else money(cost.approved), say("Approved budget")),
            Figure(shown(len(source.findings.standing)), say("Findings that stand")),
        )
    )


def _in_short(chapters: Sequence[Chapter]) -> Iterator[Block]:
    findings = {chapter.key: chapter.finding for chapter in chapters}
    told = tuple(key for key in _IN_SHORT if key in findings)
    rows = tuple((say(_IN_SHORT[key]), findings[key]) for key in told)
    if rows:
        yield Together((Subheading(say("In short")), Facts(rows, targets=told)))


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
        yield Table(_result_columns(), rows)
    if len(found) > _RESULTS:
        yield quiet(
            say(
                "The other objectives stand in the chapter on them; they are {count} in all.",
                count=len(found),
            )
        )


def _decided(source: Source) -> Points:
    points = tuple(Marked(text, Mark.DONE) for text in _decisions(source))
    return Points(say("Decided"), points or (Marked(say("Nothing yet"), Mark.NOT_STARTED),))


def _decisions(source: Source) -> Iterator[str]:
    plan, brief = source.plan, source.plan.the_brief
    if brief.starts_on or brief.ends_on:
        yield say("Period: {days}", days=span(brief.starts_on, brief.ends_on))
    if brief.sponsor:
        yield say("Sponsor: {name}", name=shortened(source.name(brief.sponsor), _NAME))
    if plan.the_budget.approved:
        name = shortened(source.name(plan.the_budget.approved_by), _NAME)
        yield say("Budget approved by {name}", name=name) if name else say("Budget approved")
    adopted = sum(idea.decision is Decision.ADOPT for idea in plan.ideas.values())
    if adopted:
        yield say_count("{count} idea adopted", "{count} ideas adopted", adopted, count=in_words(adopted))
    held = source.findings.counts["waived"]
    if held:
        yield say_count(
            "{count} exception accepted", "{count} exceptions accepted", held, count=in_words(held)
        )
    given = sum(1 for _ in _accepted(source))
    if given:
        yield say_count("{count} approval given", "{count} approvals given", given, count=in_words(given))


def _accepted(source: Source) -> Iterator[Approval]:
    for approver in source.plan.approvers:
        approval = source.approval(approver)
        if approval is not None and approval.verdict is not Verdict.REJECT:
            yield approval
