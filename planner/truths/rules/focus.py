"""Focus: few objectives, few channels a person, few launches, nobody without a part (truths V6, V7, Q)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planner.language.messages import Value
from planner.model.format import day, listing, plural, quoted
from planner.model.links import linked_ids
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Objective
from planner.model.schema import link_fields
from planner.model.vocabulary import Function, Weight
from planner.truths.example_edits import example_with
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.mends import days, entries
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_MOST_NAMED = 4
_LAWYER = Person(id="lawyer", name="Lawyer", function=Function.LEGAL)


def _objectives(count: int) -> list[Objective]:
    return [
        Objective(id=f"objective-{number}", name=f"Further objective {number}", owner="boss")
        for number in range(1, count + 1)
    ]


def _counters(count: int) -> list[Channel]:
    """Return further interactive channels on which the host answers."""
    return [
        Channel(
            id=f"counter-{number}",
            name=f"Counter {number}",
            owner="service-lead",
            interactive=True,
            voices=(Voice("host"),),
            backup=("marketer",),
        )
        for number in range(1, count + 1)
    ]


def _openings(*days: date) -> list[Channel]:
    return [
        Channel(id=f"new-{number}", name=f"New channel {number}", existing=False, opens_on=opens_on)
        for number, opens_on in enumerate(days, start=1)
    ]


@rule(
    Rule(
        id="focus.too-many-objectives",
        level=Weight.WARN,
        claim="The plan has few objectives",
        reason=(
            "Whoever pursues everything gets a little of each. A short list tells people which request to "
            "turn down."
        ),
        sources=("V7",),
        applies_to=PLAN,
        options=("objectives_count",),
        messages={
            "finding": Message(
                "The plan has {objectives}; more than {limit} is no focus.",
                "Keep those that matter most this time, and put the others off or merge them.",
            )
        },
        breaks=Example("Five objectives join the first.", lambda: example_with(*_objectives(5))),
        keeps=Example("Four objectives join the first: five in all.", lambda: example_with(*_objectives(4))),
    )
)
def too_many_objectives(look: Look) -> Iterator[Hit]:
    """Yield a hit where there are more objectives than the limit."""
    count, limit = len(look.plan.objectives), look.plan.the_limits.objectives_count
    if count > limit:
        yield Hit(field="objectives", params={"objectives": plural(count, "objective"), "limit": limit})


@rule(
    Rule(
        id="focus.spread-thin",
        level=Weight.WARN,
        claim="Nobody answers on too many channels",
        reason=(
            "Each channel has its own tone, its own regulars and its own emergencies. Whoever is present "
            "everywhere is there for no one."
        ),
        sources=("V7", "Q"),
        applies_to="people",
        options=("voice_channels",),
        messages={
            "finding": Message(
                "{name} is a voice on {count}: {channels}; more than {limit} is too many for one person.",
                "Give some of these channels to another voice, or close a channel.",
            )
        },
        breaks=Example(
            "The host answers reviews, and at three further places.", lambda: example_with(*_counters(3))
        ),
        keeps=Example(
            "The host answers reviews, and at two further places.", lambda: example_with(*_counters(2))
        ),
    )
)
def spread_thin(look: Look) -> Iterator[Hit]:
    """Yield a hit for each person who is a voice on more interactive channels than the limit."""
    limit = look.plan.the_limits.voice_channels
    channels: dict[str, list[str]] = {}
    for channel in look.plan.channels.values():
        for person in {voice.person for voice in channel.voices} if channel.interactive else ():
            channels.setdefault(person, []).append(quoted(display_name(channel)))
    for person in look.plan.people:
        names = channels.get(person, [])
        if len(names) > limit:
            params: dict[str, Value] = {
                "count": plural(len(names), "interactive channel"),
                "channels": listing(names, most=_MOST_NAMED),
                "limit": limit,
            }
            yield Hit(person, params=params)


@rule(
    Rule(
        id="focus.launch-crowd",
        level=Weight.WARN,
        claim="Channels open one after the other",
        reason=(
            "A channel needs most care in its first weeks. Opened in a row, each can teach something to the "
            "next; opened together, all of them get too little."
        ),
        sources=("V7", "V6"),
        applies_to="channels",
        options=("launch_channels", "launch_days"),
        messages={
            "finding": Message(
                "{new_channels} open within {span}, from {first} to {last}: {channels}. More than "
                "{limit} within {window} is a crowd.",
                "Open the least important ones later, or not at all.",
            ),
            "same-day": Message(
                "{new_channels} open on {first}: {channels}. More than {limit} within {window} is a crowd.",
                "Open the least important ones later, or not at all.",
            ),
        },
        breaks=Example(
            "Three channels open in March, the last thirty days after the first.",
            lambda: example_with(*_openings(date(2027, 3, 1), date(2027, 3, 10), date(2027, 3, 31))),
        ),
        keeps=Example(
            "The third channel opens thirty-one days after the first.",
            lambda: example_with(*_openings(date(2027, 3, 1), date(2027, 3, 10), date(2027, 4, 1))),
        ),
        fixes=(Fix("Open it after the others", days.opened_later),),
    )
)
def launch_crowd(look: Look) -> Iterator[Hit]:
    """Yield a hit, at the last channel, for each crowd of openings; no channel is in two crowds."""
    limits = look.plan.the_limits
    for crowd in _crowds(_new_channels(look), limits.launch_channels, timedelta(days=limits.launch_days)):
        (first, _), (last, latest) = crowd[0], crowd[-1]
        params: dict[str, Value] = {
            "new_channels": plural(len(crowd), "new channel"),
            "span": plural((last - first).days, "day"),
            "first": day(first),
            "last": day(last),
            "channels": listing((quoted(display_name(channel)) for _, channel in crowd), most=_MOST_NAMED),
            "limit": limits.launch_channels,
            "window": plural(limits.launch_days, "day"),
        }
        yield Hit(latest.id, "opens_on", "finding" if first < last else "same-day", params)


@rule(
    Rule(
        id="people.unused",
        level=Weight.ADVICE,
        claim="Everybody in the plan has a part in it",
        reason=(
            "A name without a part is either help that nobody asked for yet, or a leftover. The plan should "
            "say which."
        ),
        sources=(),
        applies_to="people",
        messages={
            "finding": Message(
                "{name} has no part in the plan.", "Give {name} something to carry, or remove the person."
            )
        },
        breaks=Example("A lawyer is listed and does nothing.", lambda: example_with(_LAWYER)),
        keeps=Example(
            "A lawyer owns the disclosure policy.",
            lambda: example_with(_LAWYER, ("disclosure-policy", "owner", "lawyer")),
        ),
        fixes=(Fix("Take the person out", entries.taken_out),),
    )
)
def unused(look: Look) -> Iterator[Hit]:
    """Yield a hit for each person to whom nothing in the plan leads."""
    used = _linked_people(look.plan)
    for person in look.plan.people:
        if person not in used:
            yield Hit(person)


def _new_channels(look: Look) -> list[tuple[date, Channel]]:
    """Return the new channels that have a first day, by that day."""
    channels = look.plan.channels.values()
    opening = [(c.opens_on, c) for c in channels if not c.existing and c.opens_on is not None]
    return sorted(opening, key=lambda item: item[0])


def _crowds(
    opening: Sequence[tuple[date, Channel]], limit: int, window: timedelta
) -> Iterator[Sequence[tuple[date, Channel]]]:
    """Yield each run of more openings than the limit that lie within the window of its first."""
    start = 0
    while start < len(opening):
        end = start
        while end < len(opening) and opening[end][0] - opening[start][0] <= window:
            end += 1
        if end - start > limit:
            yield opening[start:end]
            start = end
        else:
            start += 1


def _linked_people(plan: Plan) -> set[str]:
    """Return the ids of all people to whom any entry leads."""
    specs = [spec for spec in link_fields() if "people" in spec.to]
    return {
        person
        for spec in specs
        for record in plan.records(spec.kind).values()
        for person in linked_ids(spec, record)
    }
