"""How the state of a step is shown: shape, colour and word together."""

import re
from dataclasses import dataclass

from planner.language import say
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.signoff.route import RouteState, state_of
from planner.truths.engine import of_step
from planner.truths.findings import Report
from planner.truths.progress import StepState, step_states
from ui.checking import is_checked
from ui.kit.level_label import counted_level

_LOOKS = {
    StepState.NOT_STARTED: ("circle", "muted"),
    StepState.OPEN: ("triangle-alert", "warn"),
    StepState.STOPPED: ("octagon-x", "bad"),
    StepState.DONE: ("circle-check", "ok"),
}


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step as the stepper shows it.

    Attributes:
        step: which one.
        state: how far it is; None while the plan was not checked yet.
        count: what stands, in words; empty where nothing does.
    """

    step: Step
    state: StepState | None = None
    count: str = ""

    @property
    def icon(self) -> str:
        """The shape."""
        return _LOOKS[self.state][0] if self.state else "loader-circle"

    @property
    def tone(self) -> str:
        """The colour token."""
        return _LOOKS[self.state][1] if self.state else "muted"

    @property
    def line(self) -> str:
        """State and count for the line below the heading."""
        if self.state is None:
            return say("Checking…")
        return f"{self.state.label} · {self.count}" if self.count else self.state.label


def step_marks(plan: Plan, report: Report) -> tuple[StepMark, ...]:
    """Return the marks of all steps, in order."""
    if not is_checked(report):
        return tuple(map(StepMark, Step))
    return tuple(
        StepMark(step, state, _count(step, report)) for step, state in step_states(plan, report).items()
    )


def _count(step: Step, report: Report) -> str:
    """Return how many of the heaviest findings there are: the line is short."""
    levels = [finding.level for finding in of_step(report.standing, step)]
    numbers = [levels.count(weight) for weight in Weight]
    heaviest = next((place for place, number in enumerate(numbers) if number), 0)
    return counted(*(number if place == heaviest else 0 for place, number in enumerate(numbers)))


def counted(stops: int, warnings: int, advice: int) -> str:
    """Return numbers of findings in words, the naughts left out ("1 stop, 2 warnings")."""
    numbers = zip(Weight, (stops, warnings, advice), strict=True)
    return say(", ").join(counted_level(level, number) for level, number in numbers if number)


_STANDING = re.compile(r"([a-z-]+):(\d+):(\d+)")


def standing_of(plan: Plan, report: Report) -> str:
    """Return how a plan stands, as the settings keep it: its state, stops and warnings ("draft:2:1")."""
    return f"{state_of(plan).value}:{report.counts['stop']}:{report.counts['warn']}"


def standing_words(standing: str) -> str:
    """Return how a plan stands, in a few words; what an earlier version kept stays as it is."""
    kept = _STANDING.fullmatch(standing)
    if kept is None or kept[1] not in set(RouteState):
        return standing
    state = RouteState(kept[1])
    if state is RouteState.SIGNED:
        return state.label
    stands = counted(int(kept[2]), int(kept[3]), 0)
    if state is RouteState.IN_REVIEW:
        return " · ".join(filter(None, (state.label, stands)))
    return stands or say("Ready to sign")
