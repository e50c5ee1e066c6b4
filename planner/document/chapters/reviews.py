"""When the plan is looked at again, and what is decided then."""

from datetime import date

from planner.document.blocks import Cell, Column, Named
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, joined, short_day, shown
from planner.language import say, say_count
from planner.model.records_work import Review


def _columns() -> tuple[Column, ...]:
    return (
        column("reviews", "name"),
        column("reviews", "on", whole=True),
        column("reviews", "people"),
        column("reviews", "heard"),
    )


def reviews(source: Source) -> Contents:
    """Write the chapter on the reviews."""
    ordered = sorted(source.plan.reviews.values(), key=lambda review: review.on or date.max)
    rows = (_row(source, review) for review in ordered)
    return Contents(_finding(source), (table_or_quiet(_columns(), rows, say("No review is planned yet.")),))


def _row(source: Source, review: Review) -> tuple[Cell, ...]:
    return (
        Named(source.name(review.id), review.decisions),
        shown(review.on),
        joined(source.names_of(review.people)),
        joined(source.names_of(review.heard)),
    )


def _finding(source: Source) -> str:
    found = source.plan.reviews
    days = sorted(review.on for review in found.values() if review.on)
    if not found:
        return say("No review is planned yet")
    if not days:
        return say_count(
            "{count} review, without a date",
            "{count} reviews, all without a date",
            len(found),
            count=in_words(len(found)),
        )
    return say_count(
        "{count} review, on {day}",
        "{count} reviews, the first on {day}",
        len(found),
        count=in_words(len(found)),
        day=short_day(days[0]),
    )
