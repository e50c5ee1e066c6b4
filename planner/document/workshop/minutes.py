"""The minutes of a workshop: what the room decided, who does what by when, and what is left open."""

from collections.abc import Iterator
from datetime import date

from planner.document.blocks import Block, Facts, Figure, Figures
from planner.document.wording import NOT_SAID, joined
from planner.document.workshop.agenda import agenda_as_it_ran, hours_of_the_day
from planner.document.workshop.changes import plan_changes
from planner.document.workshop.decisions import decided, decisions, parked, parking_lot, still_open, waiting
from planner.document.workshop.handout import Handout, Section
from planner.document.workshop.next_steps import next_steps, to_do
from planner.document.workshop.source import Source
from planner.document.workshop.standing import standing
from planner.document.workshop.votes import votes
from planner.language import say
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.format import day, format_number
from planner.model.plan import display_name


def minutes(source: Source) -> Handout:
    """Write the minutes of a workshop."""
    plan = source.plan
    return Handout(
        organisation=plan.the_brief.organisation,
        title=plan.title,
        subtitle=_subtitle(plan.the_workshop.on),
        name=say("Minutes of the workshop"),
        foot=say(
            "Revision {revision}, plan fingerprint {fingerprint}",
            revision=str(plan.revision),
            fingerprint=short_fingerprint(fingerprint(plan)),
        ),
        opening=tuple(_opening(source)),
        sections=tuple(_sections(source)),
    )


def _subtitle(held: date | None) -> str:
    if held is None:
        return say("Minutes of the workshop")
    return say("Minutes of the workshop on {day}", day=day(held))


def _opening(source: Source) -> Iterator[Block]:
    workshop = source.plan.the_workshop
    present = [display_name(one) for one in source.plan.participants.values()]
    rows = (
        (say("Aim"), workshop.aim),
        (say("Time"), hours_of_the_day(source)),
        (say("Place"), workshop.place),
        (say("Facilitator"), source.name(workshop.facilitator)),
        (say("Present ({count})", count=len(present)), joined(present, missing="")),
    )
    told = tuple(row for row in rows if row[1].strip())
    yield Facts(told or ((say("Present"), say(NOT_SAID)),))
    yield Figures(
        (
            Figure(format_number(len(decided(source)) + len(parked(source))), say("Decisions")),
            Figure(format_number(len(next_steps(source))), say("Next steps")),
            Figure(format_number(len(waiting(source))), say("Undecided")),
        )
    )


def _sections(source: Source) -> Iterator[Section]:
    """Yield what was agreed first, and what led there behind it; what is empty is left out."""
    found = (
        (say("Decisions"), (decisions(source),)),
        (say("Next steps"), (to_do(source),)),
        (say("Still undecided"), tuple(still_open(source))),
        (say("Parking lot"), tuple(parking_lot(source))),
        (say("Votes"), tuple(votes(source))),
        (say("What changed in the plan"), tuple(plan_changes(source))),
        (say("What stands against the plan"), tuple(standing(source))),
        (
            say("Agenda as it ran") if source.took else say("Agenda as planned"),
            tuple(agenda_as_it_ran(source)),
        ),
    )
    return (Section(heading, blocks) for heading, blocks in found if blocks)
