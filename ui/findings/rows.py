"""Which findings the panel lists, and in which order."""

from dataclasses import dataclass
from enum import StrEnum

from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.engine import of_step
from planner.truths.findings import PLAN, QUESTION, Finding, Report


class Show(StrEnum):
    """What the panel shows."""

    STEP = "step"
    ALL = "all"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: a finding, or the heading of a group.

    Attributes:
        heading: of the group; empty for a finding.
        finding: None for a heading.
    """

    heading: str = ""
    finding: Finding | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """Finds the same row in the next report."""
        return ("", self.heading) if self.finding is None else self.finding.key


@dataclass(frozen=True, slots=True)
class Target:
    """The field that a finding leads to.

    Attributes:
        step: the page.
        kind: key of the kind.
        record: id of the entry; empty: the list of the kind.
        field: name of the field; empty: the entry as a whole.
    """

    step: Step
    kind: str
    record: str
    field: str


def rows_of(report: Report, show: Show, step: Step) -> tuple[Row, ...]:
    """Return the rows to list.

    Args:
        report: the last check.
        show: which findings.
        step: the step that is open.
    """
    if show is Show.STEP:
        return tuple(Row(finding=finding) for finding in of_step(report.standing, step))
    chosen = report.standing if show is Show.ALL else tuple(f for f in report.findings if not f.stands)
    rows: list[Row] = []
    for number, of in enumerate(Step, 1):
        group = [Row(finding=finding) for finding in of_step(chosen, of)]
        if group:
            rows += [Row(heading=f"{number}  {of.heading}"), *group]
    return tuple(rows)


def target_of(finding: Finding, plan: Plan) -> Target:
    """Return where a finding is mended."""
    if finding.kind == QUESTION:
        answers = (answer.id for answer in plan.answers.values() if answer.question == finding.subject)
        return Target(finding.step, "answers", next(answers, finding.subject), finding.field)
    if finding.kind != PLAN:
        return Target(finding.step, finding.kind, finding.subject, finding.field)
    key, _, field = finding.field.partition(".")
    kind = next((kind for kind in KINDS if kind.key == key), None)
    single = kind is not None and kind.single
    return Target(finding.step, key, key if single else "", field)


def counts_line(report: Report) -> str:
    """Return the number of standing findings by weight, in words."""
    counts = report.counts
    stops, warnings, advice = (counts[weight.value] for weight in Weight)
    if not (stops or warnings or advice):
        return "Nothing stands: the plan keeps every truth."
    return " · ".join(
        (
            "1 stop" if stops == 1 else f"{stops} stops",
            "1 warning" if warnings == 1 else f"{warnings} warnings",
            f"{advice} advice",
        )
    )
