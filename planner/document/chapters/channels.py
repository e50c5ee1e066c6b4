"""Where the organisation listens and answers, and whether it can keep what it promises."""

from collections.abc import Iterator
from functools import partial

from planner.analysis.capacity import ChannelCapacity, channel_capacity
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, facts_said, section, table_or_quiet
from planner.document.source import Source
from planner.document.wording import (
    NOT_SAID,
    NOTHING,
    in_words,
    in_words_within,
    joined,
    shown,
    shown_hours,
)
from planner.language import say, say_count
from planner.model.format import hours, percent
from planner.model.records_experience import Channel, ListeningSource
from planner.model.schema import field


def _listening_columns() -> tuple[Column, ...]:
    return (
        column("listening", "name"),
        column("listening", "voices"),
        column("listening", "hours", number=True),
        column("listening", "owner"),
        column("listening", "can_act"),
    )


def _channel_columns() -> tuple[Column, ...]:
    return (
        column("channels", "name"),
        column("channels", "audience"),
        column("channels", "owner"),
        column("channels", "public", whole=True),
        Column(say("Opens"), whole=True),
    )


def _promise_columns() -> tuple[Column, ...]:
    return (
        column("channels", "name"),
        column("channels", "promise_hours", number=True),
        column("channels", "messages", number=True),
        Column(say("Hours needed"), "right", whole=True),
        Column(say("Productive hours"), "right", whole=True),
        Column(say("Holds up to"), "right", whole=True),
        Column(say("Promise"), whole=True),
    )


def channels(source: Source) -> Contents:
    """Write the chapter on listening, channels and promises."""
    plan = source.plan
    heard = table_or_quiet(
        _listening_columns(),
        (_heard(source, item) for item in plan.listening.values()),
        say("The plan names no listening source yet."),
    )
    places = table_or_quiet(
        _channel_columns(),
        (_place(source, channel) for channel in plan.channels.values()),
        say("No channel is on the list yet."),
    )
    blocks = (
        *section(say("Listening sources"), heard),
        *section(say("Channels"), places),
        *section(say("Promises"), _promises(source)),
        *_capacity(source),
        *_details(source),
    )
    return Contents(_finding(source), blocks)


def _heard(source: Source, item: ListeningSource) -> tuple[Cell, ...]:
    kept = say("Kept in: {repository}", repository=item.repository) if item.repository else ""
    return (
        Named(source.name(item.id), kept),
        joined(voices.label for voices in item.voices),
        shown_hours(item.hours),
        shown(source.name(item.owner)),
        shown(source.name(item.can_act)),
    )


def _place(source: Source, channel: Channel) -> tuple[Cell, ...]:
    opens = say("Exists") if channel.existing else shown(channel.opens_on)
    return (
        Named(source.name(channel.id), channel.type.label),
        shown(channel.audience),
        shown(source.name(channel.owner)),
        shown(channel.public),
        opens,
    )


def _promises(source: Source) -> Block:
    limits = source.plan.the_limits
    note = say(
        "Productive hours are the voices' hours a week × {occupancy} occupancy × {presence} "
        "presence. A promise holds up to that multiple of the expected messages.",
        occupancy=percent(limits.occupancy),
        presence=percent(limits.presence),
    )
    rows = (_promise(source, channel) for channel in _interactive(source))
    return table_or_quiet(_promise_columns(), rows, say("On no channel can people expect an answer."), note)


def _capacity(source: Source) -> Iterator[Block]:
    """Yield the chart of hours needed and there, where any channel says what it expects."""
    capacities = (channel_capacity(source.plan, channel) for channel in _interactive(source))
    if any(capacity.needed for capacity in capacities):
        yield Chart("capacity", say("Promises against capacity"))


def _interactive(source: Source) -> Iterator[Channel]:
    return (channel for channel in source.plan.channels.values() if channel.interactive)


def _promise(source: Source, channel: Channel) -> tuple[Cell, ...]:
    capacity = channel_capacity(source.plan, channel)
    multiple = capacity.holds_up_to
    return (
        Named(source.name(channel.id), channel.cover),
        shown_hours(channel.promise_hours),
        shown(channel.messages),
        shown_hours(capacity.needed),
        hours(capacity.productive),
        NOTHING if multiple is None else say("{multiple} ×", multiple=shown(multiple)),
        _kept(channel, capacity),
    )


def _kept(channel: Channel, capacity: ChannelCapacity) -> Cell:
    if channel.promise_hours is None or capacity.needed is None:
        return Marked(say(NOT_SAID), Mark.NOT_STARTED)
    if capacity.is_short:
        return Marked(say("Too few hours"), Mark.LATE)
    return Marked(say("Enough hours"), Mark.DONE)


def _details(source: Source) -> Iterator[Block]:
    title = partial(_title, kind="channels")
    for channel in _interactive(source):
        voices = (
            say("{name} ({hours})", name=source.name(voice.person), hours=hours(voice.hours))
            for voice in channel.voices
        )
        facts = facts_said(
            (title("voices"), joined(voices, missing=say(NOT_SAID))),
            (title("backup"), joined(source.names_of(channel.backup), missing=say(NOT_SAID))),
            (title("escalation"), source.name(channel.escalation)),
            (title("escalation_path"), channel.escalation_path),
            (title("surge_plan"), channel.surge_plan),
            (title("promise_reason"), channel.promise_reason),
        )
        if facts.rows:
            yield Together((Subheading(say("Answering on {name}", name=source.name(channel.id))), facts))


def _title(name: str, *, kind: str) -> str:
    return field(kind, name).title


def _finding(source: Source) -> str:
    promising = [channel for channel in _interactive(source) if channel.promise_hours is not None]
    short = sum(channel_capacity(source.plan, channel).is_short for channel in promising)
    if not promising:
        return _without_promise(source)
    if short and len(promising) == 1:
        return say("The promise needs more hours than there are")
    if short:
        return say_count(
            "{count} of {all} promises needs more hours than there are",
            "{count} of {all} promises need more hours than there are",
            short,
            count=in_words(short),
            all=in_words_within(len(promising)),
        )
    return say_count(
        "{count} channel promises answers, and the hours for it are there",
        "{count} channels promise answers, and the hours for it are there",
        len(promising),
        count=in_words(len(promising)),
    )


def _without_promise(source: Source) -> str:
    waiting = sum(1 for _ in _interactive(source))
    if waiting:
        return say_count(
            "{count} channel awaits a promise to answer",
            "{count} channels await a promise to answer",
            waiting,
            count=in_words(waiting),
        )
    if source.plan.channels:
        return say("On no channel can people expect an answer")
    return say("No channel is on the list yet")
