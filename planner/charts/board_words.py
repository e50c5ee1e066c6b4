"""What the cards of the board say."""

from collections.abc import Sequence
from datetime import date

from planner.analysis.board import NO_METRIC, NO_OWNER, NO_TACTIC, Band, Entry
from planner.charts.board_cards import Card, name_room
from planner.charts.calendar_axis import MONTHS
from planner.charts.lettering import Lettering
from planner.charts.scene import Weight
from planner.model import vocabulary
from planner.model.format import format_number, listing, plural
from planner.model.plan import Plan, display_name
from planner.model.records_work import Objective
from planner.truths.findings import Finding

_NAME_LINES = 3
_WORDS = {
    vocabulary.Weight.STOP: ("stop", "stops"),
    vocabulary.Weight.WARN: ("warning", "warnings"),
    vocabulary.Weight.ADVICE: ("advice", "advice"),
}
_LOOSE = "Leads to no objective"


def objective_card(plan: Plan, band: Band, found: Sequence[Finding]) -> Card:
    """Return the card of a band's objective, or of what leads to none."""
    if not band.objective:
        return Card(record="brief", name=_LOOSE, gaps=("not linked yet",), is_head=True)
    objective = plan.objectives[band.objective]
    owner = plan.name_of(objective.owner, missing="")
    return Card(
        record=objective.id,
        name=display_name(objective),
        facts=tuple(filter(None, (_aim(objective), owner))),
        # What misses a tactic or a metric says so in their columns.
        gaps=tuple(gap for gap in band.gaps if gap not in {NO_TACTIC, NO_METRIC}),
        found=found_words(found),
        level=_heaviest(found),
        is_head=True,
    )


def objective_lines(letters: Lettering, card: Card, width: float) -> list[str]:
    """Return an objective's name in lines that fit its card."""
    return letters.wrap(card.name, name_room(letters, width), _NAME_LINES, weight=Weight.SEMIBOLD)


def tactic_card(plan: Plan, entry: Entry, found: Sequence[Finding]) -> Card:
    """Return the card of a tactic: who, when and where."""
    tactic = plan.tactics[entry.record]
    facts = (
        plan.name_of(tactic.accountable, missing=""),
        _period(tactic.starts_on, tactic.ends_on),
        plan.name_of(tactic.channel, missing=""),
    )
    return Card(
        record=tactic.id,
        name=display_name(tactic),
        facts=tuple(filter(None, facts)),
        gaps=entry.gaps,
        found=found_words(found),
        level=_heaviest(found),
    )


def metric_card(plan: Plan, entry: Entry, found: Sequence[Finding]) -> Card:
    """Return the card of a metric: its level, its target and who reads it."""
    metric = plan.metrics[entry.record]
    target = "" if metric.target is None else f"target {format_number(metric.target)}"
    owner = "" if NO_OWNER in entry.gaps else plan.name_of(metric.owner, missing="")
    return Card(
        record=metric.id,
        name=display_name(metric),
        facts=tuple(filter(None, (metric.level.label, target, owner))),
        gaps=entry.gaps,
        found=found_words(found),
        level=_heaviest(found),
    )


def folded_words(entries: Sequence[Entry], word: str) -> tuple[str, str]:
    """Return how many entries a folded band holds, and how many of them lack something."""
    lacking = sum(bool(entry.gaps) for entry in entries)
    return plural(len(entries), word), f"{lacking} with a gap" if lacking else ""


def found_words(found: Sequence[Finding]) -> str:
    """Return how many findings of the heaviest level there are; empty without any."""
    level = _heaviest(found)
    if level is None:
        return ""
    return plural(sum(finding.level is level for finding in found), *_WORDS[level])


def band_name(plan: Plan, band: Band) -> str:
    """Return what a band is called."""
    return plan.name_of(band.objective) if band.objective else _LOOSE


def summary(plan: Plan, bands: Sequence[Band]) -> str:
    """Return how much there is, and how many gaps in which objectives, in a sentence."""
    parts = (
        plural(len(plan.objectives), "objective"),
        plural(len(plan.tactics), "tactic"),
        plural(len(plan.metrics), "metric"),
    )
    counted = [(band_name(plan, band), band.gap_count) for band in bands if band.gap_count]
    if not counted:
        return f"Board of {listing(parts)}; nothing is missing."
    told = listing((f"{plural(number, 'gap')} at {name}" for name, number in counted), most=5)
    return f"Board of {listing(parts)}; {told}."


def _aim(objective: Objective) -> str:
    """Return the figure from which to which, and by when."""
    figures = [format_number(f) for f in (objective.baseline, objective.target) if f is not None]
    figure = f"{' to '.join(figures)} {objective.unit}".strip() if figures else ""
    return f"{figure} by {_short(objective.due)}".strip() if objective.due else figure


def _period(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        year = f" {first.year}" if first.year != last.year else ""
        return f"{first.day} {MONTHS[first.month - 1]}{year} to {_short(last)}"
    return f"from {_short(first)}" if first else f"until {_short(last)}" if last else ""


def _short(when: date) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def _heaviest(found: Sequence[Finding]) -> vocabulary.Weight | None:
    order = list(vocabulary.Weight)
    return min((finding.level for finding in found), key=order.index, default=None)
