"""What the cards of the board say."""

from collections.abc import Sequence
from datetime import date

from planner.analysis.board import NO_METRIC, NO_OWNER, NO_TACTIC, Band, Entry
from planner.charts.board_cards import Card, name_room
from planner.charts.lettering import Lettering
from planner.charts.scene import Weight
from planner.language import phrase, say, say_count
from planner.language.calendar_words import day_in_year
from planner.language.figures import written_short_day
from planner.model import vocabulary
from planner.model.format import format_number, listing, plural, with_unit
from planner.model.plan import Plan, display_name
from planner.model.records_work import Objective
from planner.truths.findings import Finding

_NAME_LINES = 3
_LOOSE = phrase("Leads to no objective")


def objective_card(plan: Plan, band: Band, found: Sequence[Finding]) -> Card:
    """Return the card of a band's objective, or of what leads to none."""
    if not band.objective:
        return Card(record="brief", name=say(_LOOSE), gaps=(say("not linked yet"),), is_head=True)
    objective = plan.objectives[band.objective]
    owner = plan.name_of(objective.owner, missing="")
    return Card(
        record=objective.id,
        name=display_name(objective),
        facts=tuple(filter(None, (_aim(objective), owner))),
        # What misses a tactic or a metric says so in their columns.
        gaps=tuple(say(gap) for gap in band.gaps if gap not in {NO_TACTIC, NO_METRIC}),
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
        gaps=tuple(map(say, entry.gaps)),
        found=found_words(found),
        level=_heaviest(found),
    )


def metric_card(plan: Plan, entry: Entry, found: Sequence[Finding]) -> Card:
    """Return the card of a metric: its level, its target and who reads it."""
    metric = plan.metrics[entry.record]
    target = "" if metric.target is None else say("target {target}", target=format_number(metric.target))
    owner = "" if NO_OWNER in entry.gaps else plan.name_of(metric.owner, missing="")
    return Card(
        record=metric.id,
        name=display_name(metric),
        facts=tuple(filter(None, (metric.level.label, target, owner))),
        gaps=tuple(map(say, entry.gaps)),
        found=found_words(found),
        level=_heaviest(found),
    )


def with_gaps(entries: Sequence[Entry]) -> str:
    """Return how many entries of a folded band lack something; empty where none does."""
    lacking = sum(bool(entry.gaps) for entry in entries)
    return say("{count} with a gap", count=lacking) if lacking else ""


def found_words(found: Sequence[Finding]) -> str:
    """Return how many findings of the heaviest level there are; empty without any."""
    level = _heaviest(found)
    if level is None:
        return ""
    number = sum(finding.level is level for finding in found)
    match level:
        case vocabulary.Weight.STOP:
            return plural(number, "stop")
        case vocabulary.Weight.WARN:
            return plural(number, "warning")
        case vocabulary.Weight.ADVICE:
            return plural(number, "advice", "advice")


def band_name(plan: Plan, band: Band) -> str:
    """Return what a band is called."""
    return plan.name_of(band.objective) if band.objective else say(_LOOSE)


def summary(plan: Plan, bands: Sequence[Band]) -> str:
    """Return how much there is, and how many gaps in which objectives, in a sentence."""
    parts = (
        plural(len(plan.objectives), "objective"),
        plural(len(plan.tactics), "tactic"),
        plural(len(plan.metrics), "metric"),
    )
    counted = [(band_name(plan, band), band.gap_count) for band in bands if band.gap_count]
    if not counted:
        return say("Board of {parts}; nothing is missing.", parts=listing(parts))
    gaps = listing(
        (
            say_count("{count} gap at {name}", "{count} gaps at {name}", number, name=name)
            for name, number in counted
        ),
        most=5,
    )
    return say("Board of {parts}; {gaps}.", parts=listing(parts), gaps=gaps)


def _aim(objective: Objective) -> str:
    """Return the figure from which to which, and by when."""
    figure = _way(objective)
    if objective.due is None:
        return figure
    due = written_short_day(objective.due)
    return say("{figure} by {day}", figure=figure, day=due) if figure else say("by {day}", day=due)


def _way(objective: Objective) -> str:
    figures = [with_unit(f, objective.unit) for f in (objective.baseline, objective.target) if f is not None]
    if len(figures) < 2 or objective.baseline is None:
        return "".join(figures)
    return say("{first} to {last}", first=format_number(objective.baseline), last=figures[1])


def _period(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        begin = day_in_year(first) if first.year == last.year else written_short_day(first)
        return say("{first} to {last}", first=begin, last=written_short_day(last))
    if first is not None:
        return say("from {day}", day=written_short_day(first))
    return say("until {day}", day=written_short_day(last)) if last is not None else ""


def _heaviest(found: Sequence[Finding]) -> vocabulary.Weight | None:
    order = list(vocabulary.Weight)
    return min((finding.level for finding in found), key=order.index, default=None)
