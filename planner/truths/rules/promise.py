"""Promises: what is promised can be kept, alike on all channels, also when many write (truths R3, R7, B)."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_CEILING, Decimal

from planner.analysis.capacity import ChannelCapacity, channel_capacity
from planner.language import phrase, say, say_count
from planner.model.format import format_number, hours, in_sentence, listing, plural
from planner.model.plan import display_name
from planner.model.records_experience import Channel, Voice
from planner.model.vocabulary import Audience, ChannelType, PolicyKind, PolicyStatus, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import is_blank
from planner.truths.look import Look
from planner.truths.mends import entries, owners
from planner.truths.naming import names
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_CHAT = Channel(
    id="chat",
    name="Chat on the website",
    type=ChannelType.WEBSITE,
    owner="service-lead",
    public=False,
    interactive=True,
    promise_hours=Decimal(1),
    cover="Monday to Saturday, 9 to 21",
    messages=10,
    minutes=Decimal(5),
    voices=(Voice("host", Decimal(4)),),
    backup=("marketer",),
    escalation="boss",
)


@rule(
    Rule(
        id="promise.beyond-capacity",
        level=Weight.STOP,
        claim="The voices can keep the promise",
        reason=(
            "Trust belongs to those who do what they say. A promise that the people on the channel have no "
            "hours for is broken in its first week, in front of everybody."
        ),
        sources=("R3", "R7"),
        applies_to="channels",
        options=("occupancy", "presence"),
        messages={
            "finding": Message(
                "{name}: {work}; its voices have {staffed} ({productive} productive).",
                "Give its voices {missing_hours} more a week, bring the messages down to {fitting_messages} "
                "a week by mending what people write about, or promise less: other hours of cover, or "
                "answers to fewer of them.",
            ),
            "no-hours": Message(
                "{name}: {work}; its voices have no hours for it.",
                "Give its voices {needed} a week together, or say that it is not interactive and promise "
                "nothing.",
            ),
            "no-voices": Message(
                "{name}: {work}, and nobody is named to answer.",
                "Name voices with {needed} a week together, or say that it is not interactive and promise "
                "nothing.",
            ),
        },
        breaks=Example(
            "Reviews pour in: 310 messages a week for two people with 18 hours.",
            lambda: example_with(("reviews", "messages", 310)),
        ),
        keeps=Example(
            "60 messages a week take 6 hours, and the voices have twice that to give.", example_plan
        ),
        fixes=(Fix("Give its voices the hours", owners.voices_given_hours, mends=("finding",)),),
    )
)
def beyond_capacity(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel whose messages take more than its productive hours.

    Where messages or minutes are missing nothing can be said; promise.does-not-scale asks for them.
    """
    for channel in look.interactive_channels:
        capacity = channel_capacity(look.plan, channel)
        if capacity.is_short:
            message = "finding" if capacity.staffed else "no-hours" if channel.voices else "no-voices"
            yield Hit(channel.id, "voices", message, _capacity_params(channel, capacity))


def _capacity_params(channel: Channel, capacity: ChannelCapacity) -> dict[str, str]:
    needed = capacity.staffing_needed or Decimal(0)
    work = say_count(
        "{count} message a week at {minutes} is {hours}",
        "{count} messages a week at {minutes} are {hours}",
        channel.messages or 0,
        minutes=plural(channel.minutes or 0, "minute"),
        hours=hours(capacity.needed or 0),
    )
    return {
        "work": work,
        "staffed": hours(capacity.staffed),
        "productive": hours(capacity.productive),
        "needed": hours(_tenth_up(needed)),
        "missing_hours": hours(_tenth_up(needed - capacity.staffed)),
        "fitting_messages": format_number(capacity.messages_fit or 0),
    }


@rule(
    Rule(
        id="promise.uneven",
        level=Weight.WARN,
        claim="The same people get the same promise everywhere",
        reason=(
            "If one way in is answered much faster, those who took the other one find out that they chose "
            "wrongly. Either the promises are close, or there is a reason that can be told."
        ),
        sources=("B",),
        applies_to="channels",
        options=("uneven_factor",),
        messages={
            "finding": Message(
                "“{name}” promises an answer to {audience} within {slow}, and “{other}” within {fast}: "
                "{times} as fast.",
                "Bring the two promises closer together, or say on “{name}” why they differ.",
            ),
            "at-once": Message(
                "“{name}” promises an answer to {audience} within {slow}, and “{other}” at once.",
                "Bring the two promises closer together, or say on “{name}” why they differ.",
            ),
        },
        breaks=Example(
            "Guests get an answer in the chat within an hour, and to a review within a day.",
            lambda: example_with(_CHAT),
        ),
        keeps=Example(
            "The chat answers within an hour, and the plan says why.",
            lambda: example_with(
                _CHAT, ("chat", "promise_reason", "Guests in the chat are choosing a table right now.")
            ),
        ),
    )
)
def uneven(look: Look) -> Iterator[Hit]:
    """Yield a hit for each promise that is much slower than the fastest one to the same people.

    A channel that serves everybody serves the same people as any other. One with a reason why its
    promise differs is left out, whether it is the slow or the fast one.
    """
    channels = [channel for channel in look.interactive_channels if is_blank(channel.promise_reason)]
    fastest = _fastest(channels)
    for channel in channels:
        audience = None if channel.audience is Audience.EVERYBODY else channel.audience
        other = fastest.get(audience)
        if other is not None:
            yield from _uneven_hits(channel, other, look.plan.the_limits.uneven_factor)


def _fastest(channels: Iterable[Channel]) -> dict[Audience | None, Channel]:
    """Return the channel with the fastest promise to each audience; under None that of all."""
    found: dict[Audience | None, Channel] = {}
    promised = [channel for channel in channels if channel.promise_hours is not None]
    for channel in sorted(promised, key=lambda each: each.promise_hours or Decimal(0)):
        found.setdefault(None, channel)
        everybody = channel.audience is Audience.EVERYBODY
        for audience in Audience if everybody else (channel.audience,):
            found.setdefault(audience, channel)
    return found


def _uneven_hits(channel: Channel, other: Channel, factor: Decimal) -> Iterator[Hit]:
    slow, fast = channel.promise_hours, other.promise_hours
    if slow is None or fast is None or slow <= fast * factor:
        return
    params = {
        "slow": hours(slow),
        "fast": hours(fast),
        "other": display_name(other),
        "audience": in_sentence(channel.audience.label),
        "times": plural(slow / fast, "time") if fast else "",
    }
    yield Hit(channel.id, "promise_hours", "finding" if fast else "at-once", params)


@rule(
    Rule(
        id="promise.does-not-scale",
        level=Weight.WARN,
        claim="The promise survives a rush, or there is a plan for one",
        reason=(
            "One story that spreads brings several times the usual messages. Whoever thinks about it only "
            "then answers late, on the very day on which most people look."
        ),
        sources=("B",),
        applies_to="channels",
        options=("surge_factor", "occupancy", "presence"),
        messages={
            "finding": Message(
                "“{name}” can answer up to {multiple} times its {messages}; at {factor} times its promise "
                "breaks, and it has no surge plan.",
                "Write down what happens then: who helps, what is answered for all at once, what waits.",
            ),
            "unknown": Message(
                "“{name}” has no surge plan, and without {missing} nobody can tell at which rush its promise "
                "breaks.",
                "Estimate {missing}, and write down what happens when far more people write.",
            ),
        },
        breaks=Example(
            "There is no surge plan, and the voices can take twice the reviews, but not three times.",
            lambda: example_with(("reviews", "surge_plan", "")),
        ),
        keeps=Example("In a rush the marketer joins in, and one public answer serves many.", example_plan),
    )
)
def does_not_scale(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel without a surge plan whose promise a rush would break.

    A promise that breaks without any rush is told by promise.beyond-capacity. Where messages or
    minutes are missing nobody can say that it holds, and the hit says which.
    """
    for channel in look.interactive_channels:
        capacity = channel_capacity(look.plan, channel)
        if not is_blank(channel.surge_plan) or capacity.is_short:
            continue
        multiple, factor = capacity.break_multiple, look.plan.the_limits.surge_factor
        if capacity.needed is None:
            yield Hit(channel.id, "surge_plan", "unknown", {"missing": _missing_figures(channel)})
        elif multiple is not None and multiple < factor:
            params = {
                "multiple": format_number(capacity.holds_up_to or 0),
                "messages": _a_week(channel),
                "factor": format_number(factor),
            }
            yield Hit(channel.id, "surge_plan", params=params)


def _missing_figures(channel: Channel) -> str:
    figures = (
        (channel.messages, phrase("the messages a week")),
        (channel.minutes, phrase("the minutes a message")),
    )
    return listing(say(words) for figure, words in figures if figure is None)


@rule(
    Rule(
        id="promise.unequal",
        level=Weight.ADVICE,
        claim="Who is helped in public is helped no better than others",
        reason=(
            "Everybody who reads along expects what they see. If only those are helped who complain aloud, "
            "the rest learn to complain aloud."
        ),
        sources=("B",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "People are served in public on {channels}, and there is no equal-treatment policy.",
                "Add a policy of the kind Equal treatment: what one person is granted, everybody in the same "
                "case gets, on every channel.",
            )
        },
        breaks=Example(
            "There is no equal-treatment policy, and reviews are answered in public.",
            lambda: example_with("equal-policy"),
        ),
        keeps=Example(
            "What one guest is granted in public, every guest in the same case gets.", example_plan
        ),
        fixes=(Fix("Add a draft of the policy", entries.equal_treatment_drafted),),
    )
)
def unequal(look: Look) -> Iterator[Hit]:
    """Yield a hit where interactive channels are public and no equal-treatment policy exists.

    A draft counts as one, a withdrawn policy does not.
    """
    policies = look.plan.policies.values()
    exists = any(
        policy.kind is PolicyKind.EQUAL_TREATMENT and policy.status is not PolicyStatus.WITHDRAWN
        for policy in policies
    )
    public = [channel for channel in look.interactive_channels if channel.public]
    if public and not exists:
        yield Hit(field="policies", params={"channels": names(public)})


def _tenth_up(figure: Decimal) -> Decimal:
    return figure.quantize(Decimal("0.1"), rounding=ROUND_CEILING)


def _a_week(channel: Channel) -> str:
    return say_count("{count} message a week", "{count} messages a week", channel.messages or 0)
