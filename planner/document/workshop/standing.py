"""What stands against the plan as people leave the room: its stops, warnings and unanswered questions."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Mark, Marked, Named, Table
from planner.document.workshop.source import Source
from planner.language import say, say_count
from planner.model.vocabulary import Weight
from planner.truths.findings import QUESTION, Finding
from planner.workshop.breaks import open_findings

MOST = 12
"""Findings that are told one by one; the others are counted."""
_TOLD_ABOVE = frozenset({"ideas.undecided"})
"""Rules whose findings stand among what is undecided."""


def standing(source: Source) -> Iterator[Block]:
    """Yield the table of what stands, stops first; nothing where nothing does, or no workshop began."""
    if source.beginning is None:
        return
    found = [one for one in open_findings(source.reports[1]) if one.rule not in _TOLD_ABOVE]
    if found:
        columns = (Column(say("What stands")), Column(say("Weight"), whole=True))
        yield Table(columns, tuple(map(_row, found[:MOST])), note=_others(len(found) - MOST))


def _row(finding: Finding) -> tuple[Cell, ...]:
    return Named(finding.message, finding.remedy, sentence=True), _weight(finding)


def _weight(finding: Finding) -> Marked:
    if finding.level is Weight.STOP:
        return Marked(finding.level.label, Mark.LATE)
    label = say("Unanswered") if finding.kind == QUESTION else finding.level.label
    return Marked(label, Mark.AT_RISK)


def _others(count: int) -> str:
    return say_count("{count} more stands", "{count} more stand", count) if count > 0 else ""
