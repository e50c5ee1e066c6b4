"""The four panels: why, what is to be reached, what is still to be decided, how we will know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from planner.document.chapters.open_items import every_item
from planner.document.source import Source
from planner.document.wording import in_words, short_day, shortened
from planner.language import say, say_count
from planner.language.calendar_words import day_in_year
from planner.language.figures import in_a_row
from planner.model.format import format_number, listing, with_unit
from planner.model.records_work import Metric, Objective
from planner.model.schema import field
from planner.model.vocabulary import Level, Severity

_ANSWER = 260
_NAME = 100
_UNIT = 40
_LEVELS = list(Level)
_MOST_REVIEWS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a panel.

    Attributes:
        text: what it says.
        detail: figures, owner or day, in a smaller line below; may be empty.
    """

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel.

    Attributes:
        title: its heading.
        items: what stands in it, the most important first.
        empty: what stands there where there is nothing to say.
        asks: that is a question, with lines below it to write the answer on.
        more: counts, in a sentence, those of its items that find no room.
    """

    title: str
    items: tuple[Item, ...]
    empty: str
    more: Callable[[int], str]
    asks: bool = True


def panels(source: Source) -> tuple[Panel, ...]:
    """Return the panels from left to right."""
    answer = field("brief", "answer").title
    return (
        Panel(say("Why we do this"), tuple(_why(source)), answer, _more_reasons),
        Panel(
            say("What we want to reach"),
            tuple(_objective(source, objective) for objective in source.plan.objectives.values()),
            say("Which business results do we want, by when, and who answers for each?"),
            _more_objectives,
        ),
        Panel(
            say("What is still open"),
            tuple(_open(source)),
            say("Nothing is open."),
            _more_items,
            asks=False,
        ),
        Panel(
            say("How we will know"),
            tuple(_proof(source)),
            say("Which figures tell that it works, and when do we look at them?"),
            _more_figures,
        ),
    )


def _more_reasons(count: int) -> str:
    return say_count(
        "and {count} more reason in the plan document",
        "and {count} more reasons in the plan document",
        count,
    )


def _more_objectives(count: int) -> str:
    return say_count(
        "and {count} more objective in the plan document",
        "and {count} more objectives in the plan document",
        count,
    )


def _more_items(count: int) -> str:
    return say_count(
        "and {count} more item in the plan document",
        "and {count} more items in the plan document",
        count,
    )


def _more_figures(count: int) -> str:
    return say_count(
        "and {count} more figure in the plan document",
        "and {count} more figures in the plan document",
        count,
    )


def _why(source: Source) -> Iterator[Item]:
    answer = shortened(source.plan.the_brief.answer, _ANSWER)
    if answer:
        yield Item(answer)
    yield from _critical(source)
    yield from _weakest(source)


def _critical(source: Source) -> Iterator[Item]:
    found = [issue for issue in source.open_issues if issue.severity is Severity.CRITICAL]
    if found:
        names = listing((shortened(source.name(issue.id), _NAME) for issue in found), most=1)
        yield Item(
            names,
            say_count(
                "{count} critical issue to be fixed first",
                "{count} critical issues to be fixed first",
                len(found),
                count=in_words(len(found)),
            ),
        )


def _weakest(source: Source) -> Iterator[Item]:
    rated = [t for t in source.plan.touchpoints.values() if t.rating is not None]
    if rated:
        worst = min(rated, key=lambda touchpoint: touchpoint.rating or 0)
        rating = format_number(worst.rating or 0, 1)
        yield Item(
            shortened(source.name(worst.id), _NAME),
            say("Weakest of the experience today: {rating} of 10", rating=rating),
        )


def _objective(source: Source, objective: Objective) -> Item:
    return Item(
        shortened(source.name(objective.id), _NAME),
        in_a_row(_way(objective), _by(objective.due), shortened(source.name(objective.owner), _UNIT)),
    )


def _way(figure: Objective | Metric) -> str:
    """Return from where to where a figure is to move."""
    unit = shortened(figure.unit, _UNIT)
    if figure.target is None:
        return ""
    target = with_unit(figure.target, unit)
    return (
        say("{baseline} to {target}", baseline=format_number(figure.baseline), target=target)
        if figure.baseline is not None
        else say("to {target}", target=target)
    )


def _by(due: date | None) -> str:
    return say("by {day}", day=short_day(due)) if due else ""


def _open(source: Source) -> Iterator[Item]:
    for item in sorted(every_item(source), key=lambda item: item.due or date.min):
        owner = shortened(source.name(item.owner), _UNIT) or (say("Nobody yet") if source.plan.people else "")
        yield Item(shortened(item.name, 2 * _NAME), in_a_row(owner, _by(item.due)))


def _proof(source: Source) -> Iterator[Item]:
    yield from _reviews(source)
    ordered = sorted(source.plan.metrics.values(), key=lambda metric: -_LEVELS.index(metric.level))
    for metric in ordered:
        yield Item(
            shortened(source.name(metric.id), _NAME),
            in_a_row(_way(metric), _by(metric.due)),
        )


def _reviews(source: Source) -> Iterator[Item]:
    days = sorted(r.on for r in source.plan.reviews.values() if r.on and r.on >= source.today)
    if days:
        held = listing(_year_once(days), most=_MOST_REVIEWS)
        yield Item(
            say_count(
                "{count} review asks whether it works",
                "{count} reviews ask whether it works",
                len(days),
                count=in_words(len(days)),
            ),
            held,
        )


def _year_once(days: Sequence[date]) -> Iterator[str]:
    """Yield days, each without its year where the next one is of the same year."""
    for when, following in zip_longest(days, days[1:]):
        same = following is not None and following.year == when.year
        yield day_in_year(when) if same else short_day(when)
