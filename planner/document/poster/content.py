"""What the poster says, before it is laid out: the finding, key figures and four panels."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.budget import planned_cost
from planner.document.blocks import Figure, Status
from planner.document.chapters.experience import still_critical
from planner.document.chapters.first import status
from planner.document.poster.panels import Panel, panels
from planner.document.source import Source
from planner.document.wording import (
    NOTHING,
    as_beginning,
    in_words,
    in_words_within,
    rounded,
    short_day,
    shortened,
)
from planner.language import say, say_count
from planner.language.figures import in_a_row
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
        eyebrow=in_a_row(brief.organisation.strip(), brief.title.strip()),
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
        yield say("{way}: {result}", way=way, result=result)
    yield from _one_result(source)
    if way:
        yield way
    if result:
        yield as_beginning(result)
    yield say("What we want to reach, and how, is still to be decided")


def _danger(source: Source) -> Iterator[str]:
    behind = len(source.late_critical)
    if behind:
        yield still_critical(behind)


def _way(source: Source) -> str:
    """Return how the plan goes about it: fixes, then tactics."""
    fixes, tactics = len(source.open_issues), len(source.plan.tactics)
    if fixes and tactics:
        return _fixes_then_tactics(fixes, tactics)
    if fixes:
        return say_count(
            "{count} fix to be made before any tactic",
            "{count} fixes to be made before any tactic",
            fixes,
            count=in_words(fixes),
        )
    if tactics:
        return say_count("{count} tactic", "{count} tactics", tactics, count=in_words(tactics))
    return ""


def _fixes_then_tactics(fixes: int, tactics: int) -> str:
    count = in_words_within(tactics)
    if fixes == 1:
        return say_count(
            "One fix first, then {count} tactic", "One fix first, then {count} tactics", tactics, count=count
        )
    return say_count(
        "{fixes} fixes first, then {count} tactic",
        "{fixes} fixes first, then {count} tactics",
        tactics,
        count=count,
        fixes=in_words(fixes),
    )


def _result(source: Source) -> str:
    """Return what the plan is to bring, within a sentence."""
    found = list(source.plan.objectives.values())
    if not found:
        return ""
    worth = _worth(source) if all(objective.value for objective in found) else ""
    due = [objective.due for objective in found if objective.due]
    return _results(len(found), worth, short_day(max(due)) if due else "")


def _results(number: int, worth: str, day: str) -> str:
    """Return how many results there are, what they are worth and by when they are to be reached.

    Args:
        number: of results.
        worth: an amount; empty where not all of them have one.
        day: the last day; empty where none has one.
    """
    count = in_words_within(number)
    if worth and day:
        return say_count(
            "{count} business result worth {worth} by {day}",
            "{count} business results worth {worth} by {day}",
            number,
            count=count,
            worth=worth,
            day=day,
        )
    if worth:
        return say_count(
            "{count} business result worth {worth}",
            "{count} business results worth {worth}",
            number,
            count=count,
            worth=worth,
        )
    if day:
        return say_count(
            "{count} business result by {day}",
            "{count} business results by {day}",
            number,
            count=count,
            day=day,
        )
    return say_count("{count} business result", "{count} business results", number, count=count)


def _worth(source: Source) -> str:
    """Return what all objectives that have a value are worth together."""
    values = [objective.value for objective in source.plan.objectives.values() if objective.value]
    if not values:
        return NOTHING
    return money(rounded(Money(sum((v.amount for v in values[1:]), values[0].amount), values[0].currency)))


def _one_result(source: Source) -> Iterator[str]:
    found = list(source.plan.objectives.values())
    if len(found) == 1 and found[0].due:
        yield say(
            "{objective} by {day}",
            objective=shortened(source.name(found[0].id), _NAME),
            day=short_day(found[0].due),
        )


def _subtitle(source: Source) -> str:
    """Return where the plan stands, and what comes next."""
    return " ".join(filter(None, (_stand(source), _first_push(source))))


def _stand(source: Source) -> str:
    counts, found = source.findings.counts, status(source)
    stops, warnings = counts[Weight.STOP], counts[Weight.WARN]
    if found is Status.DRAFT:
        return _draft(stops, warnings)
    if found is Status.SIGNED:
        return say("Signed by all its approvers.")
    if warnings:
        return say_count(
            "For sign-off once {count} warning is settled.",
            "For sign-off once {count} warnings are settled.",
            warnings,
            count=in_words_within(warnings),
        )
    return say("Ready for sign-off.")


def _draft(stops: int, warnings: int) -> str:
    if not warnings:
        return say_count(
            "A draft: {count} stop stands against it.",
            "A draft: {count} stops stand against it.",
            stops,
            count=in_words_within(stops),
        )
    count = in_words_within(warnings)
    if stops == 1:
        return say_count(
            "A draft: one stop and {count} warning stand against it.",
            "A draft: one stop and {count} warnings stand against it.",
            warnings,
            count=count,
        )
    return say_count(
        "A draft: {stops} stops and {count} warning stand against it.",
        "A draft: {stops} stops and {count} warnings stand against it.",
        warnings,
        count=count,
        stops=in_words_within(stops),
    )


def _first_push(source: Source) -> str:
    push = source.first_push
    if push is None:
        return ""
    if push <= source.today:
        return say("The first campaign started on {day}.", day=short_day(push))
    return say("The first campaign starts on {day}.", day=short_day(push))


def _figures(source: Source) -> tuple[Figure, ...]:
    cost, plan = planned_cost(source.plan), source.plan
    fixes = (
        say("{count} of {all}", count=len(source.early_fixes), all=len(plan.issues))
        if plan.issues
        else NOTHING
    )
    return (
        Figure(_worth(source), say("Expected value")),
        Figure(money(rounded(cost.total)) if cost.total.amount else NOTHING, say("Planned cost")),
        Figure(NOTHING if cost.approved is None else money(rounded(cost.approved)), say("Approved budget")),
        Figure(fixes, say("Fixes before campaigns")),
    )
