"""Which findings the panel lists, and in which order; many of a kind fold into one row that opens."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from planner.language import say
from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.engine import of_step
from planner.truths.findings import PLAN, QUESTION, Finding, Report
from ui.checking import is_checked
from ui.kit.level_label import counted_level


class Show(StrEnum):
    """What the panel shows."""

    STEP = "step"
    ALL = "all"
    ASIDE = "aside"


FOLD_FROM = 4
"""So many findings of one truth on a step stand in one row, until it is opened."""

FoldKey = tuple[str, str]
"""The step and the rule of what is folded."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Findings of one truth on one step.

    Attributes:
        title: the truth's.
        findings: all of them.
        is_open: they are listed below.
    """

    title: str
    findings: tuple[Finding, ...]
    is_open: bool

    @property
    def key(self) -> FoldKey:
        """Tells it from other folds."""
        return (self.findings[0].step.value, self.findings[0].rule)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list: a finding, many of a kind, or the heading of a group.

    Attributes:
        heading: of the group; empty for the others.
        finding: the finding, or None.
        fold: many of a kind, or None.
        is_inside: a finding of the fold above.
    """

    heading: str = ""
    finding: Finding | None = None
    fold: Fold | None = None
    is_inside: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Finds the same row in the next report."""
        if self.fold is not None:
            return ("fold", *self.fold.key)
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


def rows_of(
    report: Report,
    show: Show,
    step: Step,
    opened: AbstractSet[FoldKey] = frozenset(),
    title: Callable[[str], str] = str,
) -> tuple[Row, ...]:
    """Return the rows to list.

    Args:
        report: the last check.
        show: which findings.
        step: the step that is open.
        opened: the folds whose findings are listed.
        title: tells the title of a rule by its id.
    """
    chosen = shown_findings(report, show, step)
    if show is Show.STEP:
        return tuple(_folded(chosen, opened, title))
    rows: list[Row] = []
    for number, of in enumerate(Step, 1):
        group = list(_folded(of_step(chosen, of), opened, title))
        if group:
            rows += [Row(heading=f"{number}  {of.heading}"), *group]
    return tuple(rows)


def shown_findings(report: Report, show: Show, step: Step) -> tuple[Finding, ...]:
    """Return the findings that are listed, folded or not."""
    match show:
        case Show.STEP:
            return tuple(of_step(report.standing, step))
        case Show.ALL:
            return report.standing
        case Show.ASIDE:
            return tuple(finding for finding in report.findings if not finding.stands)


def _folded(
    findings: Iterable[Finding], opened: AbstractSet[FoldKey], title: Callable[[str], str]
) -> Iterator[Row]:
    """Yield a row for each finding, and one for many of a truth at the place of the first of them."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, group in by_rule.items():
        if len(group) < FOLD_FROM:
            yield from (Row(finding=finding) for finding in group)
            continue
        is_open = (group[0].step.value, rule) in opened
        yield Row(fold=Fold(title(rule), tuple(group), is_open))
        if is_open:
            yield from (Row(finding=finding, is_inside=True) for finding in group)


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
    if not is_checked(report):
        return say("The plan is being checked.")
    counts = report.counts
    if not any(counts[level.value] for level in Weight):
        return say("Nothing stands: the plan keeps every truth.")
    return " · ".join(counted_level(level, counts[level.value]) for level in Weight)
