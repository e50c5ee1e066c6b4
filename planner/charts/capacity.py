"""Promise against capacity: the hours that answering takes on each channel, and those there are."""

from decimal import Decimal

from msgspec import Struct

from planner.analysis.capacity import ChannelCapacity, channel_capacity
from planner.analysis.surge import MOST_TIMES, USUAL_DAYS, breaking_point, surge_setup
from planner.charts.lettering import Lettering
from planner.charts.scene import Line, Measure, Rect, Role, Scene
from planner.charts.sheet import Sheet
from planner.language import say, say_count
from planner.model.format import format_number, hours, listing, percent
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Channel

_ROW = 4.4
"""Height of a channel's row, in sizes of running text."""


class _Row(Struct, frozen=True):
    """A channel with its capacity, and what a rush does to its promise."""

    channel: Channel
    capacity: ChannelCapacity
    rush: str


def capacity_chart(
    plan: Plan, width: float, measure: Measure, *, size: float = 9.0, channels: slice = slice(None)
) -> Scene:
    """Draw, for each interactive channel, a filled bar of needed and an outlined one of productive hours.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        channels: which of the interactive channels, for a page; see `capacity_pages`.
    """
    sheet = Sheet(width, measure, size)
    every = [
        _Row(channel, channel_capacity(plan, channel), _rush(plan, channel)) for channel in _answered(plan)
    ]
    rows = every[channels]
    left = min(sheet.letters.width("n") * 26, width * 0.34)
    longest = max((_longest(row.capacity) for row in every), default=0.0)
    scale = (width - left - 1) / longest if longest else 0.0
    for index, row in enumerate(rows):
        _draw_row(sheet, row, (left, index * _ROW * size, scale))
    bottom = len(rows) * _ROW * size
    if rows:
        _draw_legend(sheet, bottom)
    return sheet.scene(bottom + sheet.letters.row, _summary(every))


def capacity_pages(plan: Plan, height: float, *, size: float = 9.0) -> tuple[slice, ...]:
    """Return the interactive channels for each page of a height."""
    a_page = max(1, int((height - 3 * size) / (_ROW * size)))
    return tuple(slice(at, at + a_page) for at in range(0, max(1, len(_answered(plan))), a_page))


def _answered(plan: Plan) -> list[Channel]:
    return [channel for channel in plan.channels.values() if channel.interactive]


def _rush(plan: Plan, channel: Channel) -> str:
    """Return from which multiple of today's messages on the promise itself breaks."""
    setup = surge_setup(plan, channel)
    if setup is None or setup.promise is None or setup.answering is None:
        return ""
    if channel_capacity(plan, channel).is_short:
        return say("the promise can't be kept: what waits only grows")
    breaks = breaking_point(setup, USUAL_DAYS)
    if breaks is None:
        return say_count(
            "in a rush of {count} day the promise holds even at {times} times",
            "in a rush of {count} days the promise holds even at {times} times",
            USUAL_DAYS,
            times=MOST_TIMES,
        )
    if breaks <= 1:
        return say("the promise is not kept even as things are")
    return say_count(
        "in a rush of {count} day the promise breaks from {times} times on",
        "in a rush of {count} days the promise breaks from {times} times on",
        USUAL_DAYS,
        times=format_number(Decimal(breaks.numerator) / breaks.denominator),
    )


def _longest(capacity: ChannelCapacity) -> float:
    return float(max(capacity.needed or 0, capacity.productive))


def _draw_row(sheet: Sheet, row: _Row, at: tuple[float, float, float]) -> None:
    letters = sheet.letters
    left, y, scale = at
    size, capacity = letters.size, row.capacity
    name, room = display_name(row.channel), left - letters.gap
    sheet.draw(Line(0, y, sheet.width, y))
    sheet.write((0, y + size * 1.35), name, room=room)
    sheet.write((0, y + size * 2.7), _within(row.channel), role=Role.MUTED, small=True, room=room)
    sheet.write((0, y + size * 3.85), row.channel.cover, role=Role.MUTED, small=True, room=room)
    role = Role.BAD if capacity.is_short else Role.ACCENT
    there, needed = float(capacity.productive) * scale, float(capacity.needed or 0) * scale
    if needed:
        sheet.draw(Rect(left, y + size * 0.5, needed, size * 1.2, role, role, strength=0.35))
    if there:
        sheet.draw(Rect(left, y + size * 0.5, there, size * 1.2, None, Role.INK, 1.4))
    x = left + (sheet.cross((left, y + size * 2.38)) + letters.gap / 2 if capacity.is_short else 0.0)
    words = _fitting(capacity, letters, sheet.width - x)
    sheet.write((left, y + size * 3.85), row.rush, role=Role.MUTED, small=True, room=sheet.width - left)
    sheet.write((x, y + size * 2.7), words, small=True, room=sheet.width - x)
    sheet.mark(
        (0, y, sheet.width, _ROW * size),
        row.channel.id,
        "\n".join(filter(None, (name, _promise(row.channel), words, row.rush))),
    )


def _draw_legend(sheet: Sheet, bottom: float) -> None:
    size = sheet.letters.size
    middle = bottom + sheet.letters.row / 2
    top, high = middle - size * 0.45, size * 0.9
    sheet.draw(Rect(0.5, top, size * 1.6, high, Role.ACCENT, Role.ACCENT, strength=0.35))
    x = sheet.legend((size * 2.2, middle), say("hours needed"))
    sheet.draw(Rect(x, top, size * 1.6, high, None, Role.INK, 1.4))
    sheet.legend((x + size * 2.2, middle), say("productive hours of its voices"))


def _promise(channel: Channel) -> str:
    return ", ".join(filter(None, (_within(channel), channel.cover)))


def _within(channel: Channel) -> str:
    if channel.promise_hours is None:
        return say("no promise")
    return say("answer within {hours}", hours=hours(channel.promise_hours))


def _fitting(capacity: ChannelCapacity, letters: Lettering, room: float) -> str:
    """Return as much of what is said as has room: what a multiple of the messages does is told below too."""
    words = _words(capacity)
    if capacity.needed is None or letters.width(words, small=True) <= room:
        return words
    return _used(capacity)


def _words(capacity: ChannelCapacity) -> str:
    if capacity.needed is None:
        return say("Messages or minutes missing; {hours} a week there", hours=hours(capacity.productive))
    said = _used(capacity)
    if capacity.is_short:
        return say("{load}: {hours} short", load=said, hours=hours(capacity.needed - capacity.productive))
    multiple = capacity.holds_up_to
    if multiple is None:
        return said
    return say("{load}; holds up to {times} times the messages", load=said, times=format_number(multiple, 1))


def _used(capacity: ChannelCapacity) -> str:
    needed, productive = hours(capacity.needed or Decimal(0)), hours(capacity.productive)
    if capacity.utilisation is None:
        return say("{needed} of {productive} a week", needed=needed, productive=productive)
    return say(
        "{needed} of {productive} a week, {share}",
        needed=needed,
        productive=productive,
        share=percent(capacity.utilisation),
    )


def _summary(rows: list[_Row]) -> str:
    short = [display_name(row.channel) for row in rows if row.capacity.is_short]
    if short:
        return say_count(
            "Capacity of {count} interactive channel; too few hours on {channels}.",
            "Capacity of {count} interactive channels; too few hours on {channels}.",
            len(rows),
            channels=listing(short, most=5),
        )
    return say_count(
        "Capacity of {count} interactive channel; none is short of hours.",
        "Capacity of {count} interactive channels; none is short of hours.",
        len(rows),
    )
