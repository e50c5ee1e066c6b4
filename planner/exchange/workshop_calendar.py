"""The agenda of a workshop in the calendar (.ics, RFC 5545): a timed event for each block.

The agenda's times are floating unless a time zone is named: a workshop is at nine o'clock where its room
is, whatever computer the file is read on, and the plan does not say in which zone that room lies. A remote
workshop needs a zone, since its people sit under several clocks.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.errors import PlanError
from planner.exchange.calendar_out import empty_calendar, empty_event
from planner.language import say
from planner.model.plan import Plan, display_name
from planner.workshop.agenda import TimedBlock, timed

if TYPE_CHECKING:
    from icalendar import Event


def agenda_calendar(plan: Plan, today: date, zone: str = "") -> bytes:
    """Return a workshop's agenda as a calendar file; private notes are not in it.

    Args:
        plan: whose workshop it is.
        today: stands as the moment at which the file was made.
        zone: name of the time zone of its times, such as "Europe/Lisbon"; empty for the clock on the wall.

    Raises:
        PlanError: the workshop has no day or no block, or there is no such time zone.
    """
    held, blocks = plan.the_workshop.on, timed(plan)
    if held is None:
        raise PlanError(say("The workshop has no day yet."), hint=say("Set its day on the agenda first."))
    if not blocks:
        raise PlanError(say("The agenda has no block yet."), hint=say("Make one from a template."))
    clock = _zone(zone)
    made = empty_calendar(plan.title)
    for found in blocks:
        made.add_component(_event(plan, found, today, clock))
    if clock is not None:
        made.add_missing_timezones()
    return bytes(made.to_ical())


def _zone(name: str) -> ZoneInfo | None:
    if not name.strip():
        return None
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        msg = say("There is no time zone “{zone}”.", zone=name)
        raise PlanError(msg, hint=say("Write it as Europe/Lisbon or America/New_York.")) from error


def _event(plan: Plan, found: TimedBlock, today: date, clock: ZoneInfo | None) -> "Event":
    block, workshop = found.block, plan.the_workshop
    event = empty_event(plan, block.id, today)
    event.add("summary", display_name(block))
    begins, ends = _moments(found, workshop.on or today, clock)
    event.add("dtstart", begins)
    if ends > begins:
        event.add("dtend", ends)
    if workshop.place.strip():
        event.add("location", workshop.place)
    words = (say("Result: {output}", output=block.output) if block.output else "", block.question)
    if any(words):
        event.add("description", "\n".join(filter(None, words)))
    return event


def _moments(found: TimedBlock, held: date, clock: ZoneInfo | None) -> tuple[datetime, datetime]:
    return found.begins_at(held).replace(tzinfo=clock), found.ends_at(held).replace(tzinfo=clock)
