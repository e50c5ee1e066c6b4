"""What the poster says, before it is laid out: the finding, key figures and four panels."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.budget import planned_cost
from planner.document.blocks import Figure, Status
from planner.document.chapters.first import status
from planner.document.poster.panels import Panel, panels
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, rounded, short_day, shortened, then_counted, verb
from planner.model.format import money
from planner.model.values import Money
from planner.model.vocabulary import Weight

_NAME = 90
"""Characters of an objective's name in the title."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A plan's poster.

    Attributes:
        eyebrow: whose plan it is, and what it is called.
        titles: what the plan's figures say, the most telling first; the first that fits is set.
        subtitle: where the plan stands.
        figures: the key figures.
        panels: from left to right.
        revision: number of the revision.
        status: where the plan as a whole stands.
        fingerprint: of the plan, 64 hexadecimal digits.
    """

    eyebrow: str
    titles: tuple[str, ...]
    subtitle: str
    figures: tuple[Figure, ...]
    panels: tuple[Panel, ...]
    revision: int
    status: Status
    fingerprint: str


def poster_of(source: Source) -> Poster:
    """Return what a plan's poster says."""
    brief = source.plan.the_brief
    return Poster(
        eyebrow=" · ".join(text for text in (brief.organisation, brief.title) if text.strip()),
        titles=tuple(_titles(source)),
        subtitle=_subtitle(source),
        figures=_figures(source),
        panels=panels(source),
        revision=source.plan.revision,
        status=status(source),
        fingerprint=source.digest,
    )


def _titles(source: Source) -> Iterator[str]:
    """Yield what may stand as the title: a danger first, then the way and the result, then less."""
    yield from _danger(source)
    way, result = _way(source), _result(source)
    if way and result:
        yield f"{way}: {result}"
    yield from _one_result(source)
    if way:
        yield way
    if result:
        yield result[0].upper() + result[1:]
    yield "What we want to reach, and how, is still to be decided"


def _danger(source: Source) -> Iterator[str]:
    behind = len(source.late_critical)
    if behind:
        words = counted(behind, "critical issue")
        yield f"{words} {verb(behind, 'is', 'are')} still open when the first campaign starts"


def _way(source: Source) -> str:
    """Return how the plan goes about it: fixes, then tactics."""
    fixes, tactics = len(source.open_issues), len(source.plan.tactics)
    if fixes and tactics:
        return f"{counted(fixes, 'fix', 'fixes')} first, then {then_counted(tactics, 'tactic')}"
    if fixes:
        return f"{counted(fixes, 'fix', 'fixes')} to be made before any tactic"
    return counted(tactics, "tactic") if tactics else ""


def _result(source: Source) -> str:
    """Return what the plan is to bring, within a sentence."""
    found = list(source.plan.objectives.values())
    if not found:
        return ""
    words = then_counted(len(found), "business result")
    if all(objective.value for objective in found):
        words += f" worth {_worth(source)}"
    due = [objective.due for objective in found if objective.due]
    return f"{words} by {short_day(max(due))}" if due else words


def _worth(source: Source) -> str:
    """Return what all objectives that have a value are worth together."""
    values = [objective.value for objective in source.plan.objectives.values() if objective.value]
    if not values:
        return NOTHING
    return money(rounded(Money(sum((v.amount for v in values[1:]), values[0].amount), values[0].currency)))


def _one_result(source: Source) -> Iterator[str]:
    found = list(source.plan.objectives.values())
    if len(found) == 1 and found[0].due:
        yield f"{shortened(source.name(found[0].id), _NAME)} by {short_day(found[0].due)}"


def _subtitle(source: Source) -> str:
    """Return where the plan stands, and what comes next."""
    return " ".join(filter(None, (_stand(source), _first_push(source))))


def _stand(source: Source) -> str:
    counts, found = source.findings.counts, status(source)
    stops, warnings = counts[Weight.STOP], counts[Weight.WARN]
    if found is Status.DRAFT:
        also = f" and {then_counted(warnings, 'warning')}" if warnings else ""
        total = stops + warnings
        return f"A draft: {then_counted(stops, 'stop')}{also} {verb(total, 'stands', 'stand')} against it."
    if found is Status.SIGNED:
        return "Signed by all its approvers."
    if warnings:
        return f"For sign-off once {then_counted(warnings, 'warning')} {verb(warnings, 'is', 'are')} settled."
    return "Ready for sign-off."


def _first_push(source: Source) -> str:
    push = source.first_push
    if push is None:
        return ""
    word = "started" if push <= source.today else "starts"
    return f"The first campaign {word} on {short_day(push)}."


def _figures(source: Source) -> tuple[Figure, ...]:
    cost, plan = planned_cost(source.plan), source.plan
    fixes = f"{len(source.early_fixes)} of {len(plan.issues)}" if plan.issues else NOTHING
    return (
        Figure(_worth(source), "Expected value"),
        Figure(money(rounded(cost.total)) if cost.total.amount else NOTHING, "Planned cost"),
        Figure(NOTHING if cost.approved is None else money(rounded(cost.approved)), "Approved budget"),
        Figure(fixes, "Fixes before campaigns"),
    )
