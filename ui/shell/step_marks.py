"""How the state of a step is shown: shape, colour and word together."""

from dataclasses import dataclass

from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan
from planner.truths.engine import of_step
from planner.truths.findings import Report, Weight


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step as the stepper shows it.

    Attributes:
        step: which one.
        icon: the shape.
        tone: the colour token.
        word: its state.
        count: what stands, in words; empty where nothing does.
    """

    step: Step
    icon: str
    tone: str
    word: str
    count: str = ""

    @property
    def line(self) -> str:
        """State and count for the line below the heading."""
        return f"{self.word} · {self.count}" if self.count else self.word


def step_marks(plan: Plan, report: Report) -> tuple[StepMark, ...]:
    """Return the marks of all steps, in order."""
    return tuple(_mark(step, plan, report) for step in Step)


def _mark(step: Step, plan: Plan, report: Report) -> StepMark:
    standing = [finding.level for finding in of_step(report.standing, step)]
    count = counted(standing.count(Weight.STOP), standing.count(Weight.WARN), standing.count(Weight.ADVICE))
    if Weight.STOP in standing:
        return StepMark(step, "octagon-x", "bad", "Stopped", count)
    if not any(plan.records(kind) for kind in KINDS if kind.step is step and not kind.single):
        return StepMark(step, "circle", "muted", "Not started", count)
    if Weight.WARN in standing:
        return StepMark(step, "triangle-alert", "warn", "Open", count)
    return StepMark(step, "circle-check", "ok", "Done", count)


def counted(stops: int, warnings: int, advice: int) -> str:
    """Return numbers of findings in words, the naughts left out ("1 stop, 2 warnings")."""
    parts = []
    if stops:
        parts.append("1 stop" if stops == 1 else f"{stops} stops")
    if warnings:
        parts.append("1 warning" if warnings == 1 else f"{warnings} warnings")
    if advice:
        parts.append(f"{advice} advice")
    return ", ".join(parts)


def verdict_line(report: Report) -> str:
    """Return how a plan stands, in a few words."""
    counts = report.counts
    stands = counted(counts["stop"], counts["warn"], 0)
    return stands or "Ready to sign"
