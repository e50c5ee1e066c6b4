"""Mends of the rhythm: reviews, who takes part in them and what they act on; and hours of listening."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from planner.language import say
from planner.model.plan import new_id
from planner.model.records_work import Review
from planner.truths.listening_hours import worst_balance
from planner.truths.look import Look
from planner.truths.mends.places import next_review
from planner.truths.steps import EditStep


def sponsor_invited(look: Look, _subject: str) -> Sequence[EditStep]:
    """Add the sponsor to the next review."""
    review, sponsor = next_review(look), look.plan.the_brief.sponsor
    return () if review is None or sponsor is None else ((review.id, "people", (*review.people, sponsor)),)


def review_acts(look: Look, _subject: str) -> Sequence[EditStep]:
    """Let the next review act on what is heard at every source."""
    review = next_review(look)
    return () if review is None else ((review.id, "heard", tuple(look.plan.listening)),)


def review_added(look: Look, _subject: str) -> Sequence[EditStep]:
    """Add a review on the last day on which the first one may be, with the sponsor and the owners."""
    if look.period is None:
        return ()
    owners = (objective.owner for objective in look.plan.objectives.values())
    people = (look.plan.the_brief.sponsor, *owners)
    return (
        Review(
            id=new_id("reviews"),
            name=say("First review"),
            on=look.period[0] + timedelta(days=look.plan.the_limits.first_review_days),
            people=tuple(dict.fromkeys(person for person in people if person is not None)),
        ),
    )


def review_in_time(look: Look, _subject: str) -> Sequence[EditStep]:
    """Hold the first review on the last day on which it may be."""
    if look.period is None or not look.plan.reviews:
        return ()
    start = look.period[0]
    dated = [review for review in look.plan.reviews.values() if review.on is not None and review.on >= start]
    first = min(dated, key=lambda review: review.on or start, default=next(iter(look.plan.reviews.values())))
    return ((first.id, "on", start + timedelta(days=look.plan.the_limits.first_review_days)),)


def listening_given_hours(look: Look, _subject: str) -> Sequence[EditStep]:
    """Give the first listening source the hours that listening lacks at its worst."""
    worst = worst_balance(look)
    if worst is None:
        return ()
    source = next(iter(look.plan.listening.values()))
    lack = worst.lack(look.plan.the_limits.listening_share)
    return ((source.id, "hours", (source.hours or Decimal(0)) + lack),) if lack > 0 else ()
