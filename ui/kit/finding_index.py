"""The findings of a report by the record and field that they lead to."""

from collections.abc import Sequence

from planner.model.kinds import kind_of
from planner.model.vocabulary import Weight
from planner.truths.findings import PLAN, QUESTION, Finding, Report

_WEIGHTS = list(Weight)
Place = tuple[str, str, str]
"""Key of a kind, id of a record or empty, name of a field or empty."""


def place_of(finding: Finding) -> Place:
    """Return where a finding is mended: kind, record and field, each as far as it is known.

    A finding about the plan leads to a field of its one brief, budget or thresholds, or to the list
    of a kind; its record is empty then. One about a question leads to the answer, under the id of
    the question, for there may be no answer yet.
    """
    if finding.kind == QUESTION:
        return ("answers", finding.subject, finding.field)
    if finding.kind != PLAN:
        return (finding.kind, finding.subject, finding.field)
    kind_key, _, field = finding.field.partition(".")
    if not kind_key:
        return ("", "", "")
    return (kind_key, kind_key if kind_of(kind_key).single else "", field)


class FindingIndex:
    """The standing findings of one report, looked up by place."""

    def __init__(self, report: Report) -> None:
        """Sort the findings of a report."""
        self._by_record: dict[tuple[str, str], list[Finding]] = {}
        for finding in report.standing:
            kind_key, record_id, _ = place_of(finding)
            self._by_record.setdefault((kind_key, record_id), []).append(finding)

    def of_record(self, kind_key: str, record_id: str) -> Sequence[Finding]:
        """Return a record's findings, whatever their field."""
        return self._by_record.get((kind_key, record_id), ())

    def of_field(self, kind_key: str, record_id: str, field: str) -> Sequence[Finding]:
        """Return the findings that lead to one field; an empty one stands for the record as a whole."""
        return [f for f in self.of_record(kind_key, record_id) if place_of(f)[2] == field]

    def worst(self, kind_key: str, record_id: str) -> Weight | None:
        """Return the heaviest level among a record's findings, or None where there is none."""
        levels = [finding.level for finding in self.of_record(kind_key, record_id)]
        return min(levels, key=_WEIGHTS.index) if levels else None
