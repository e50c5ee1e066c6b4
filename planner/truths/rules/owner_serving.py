"""Ownership: those who answer are the right ones, have time, and are not alone (truths S8, B, V7, R7)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from planner.analysis.load import WeekLoad
from planner.language import phrase, say
from planner.model.format import day, format_number, listing, plural
from planner.model.plan import display_name
from planner.model.records_experience import Voice
from planner.model.vocabulary import Function, Weight
from planner.truths.carrying import carriers_of
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.look import Look
from planner.truths.mends import owners
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_MOST_STRETCHES = 3
"""How many stretches of overloaded weeks a sentence names."""

_SHARE = phrase(
    "Give {name} more hours, share the work with somebody else, move some of it to other weeks, or drop some."
)


@rule(
    Rule(
        id="owner.service-unheard",
        level=Weight.WARN,
        claim="Service has a voice wherever people expect answers",
        reason=(
            "Whoever solves problems every day knows what to say and whom to ask. Where service is missing, "
            "people get polite words and no solution."
        ),
        sources=("S8", "B"),
        applies_to="channels",
        messages={
            "finding": Message(
                "People can expect an answer on “{name}”, and nobody of the service function carries it, "
                "only {people}.",
                "Add somebody of the service function to its voices, or make one of them its owner.",
            )
        },
        breaks=Example(
            "The service lead moves to sales; nobody else of service answers reviews.",
            lambda: example_with(("service-lead", "function", Function.SALES)),
        ),
        keeps=Example("The service lead owns the channel on which reviews are answered.", example_plan),
    )
)
def service_unheard(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel that is carried, and by nobody of service."""
    for channel in look.plan.channels.values():
        people = [look.plan.people[person] for person in carriers_of(channel)]
        if channel.interactive and people and all(p.function is not Function.SERVICE for p in people):
            names = listing((display_name(person) for person in people), most=4)
            yield Hit(channel.id, "voices", params={"people": names})


@rule(
    Rule(
        id="owner.overloaded",
        level=Weight.WARN,
        claim="Nobody is planned for more hours than they have",
        reason=(
            "Hours that a person does not have are taken from the answers and from the listening first. "
            "Doing less, and keeping to it, achieves more."
        ),
        sources=("V7", "B"),
        applies_to="people",
        messages={
            "finding": Message(
                "{name} has {available} a week and is planned for {peak} {weeks}: {parts}.", _SHARE
            ),
            "up-to": Message(
                "{name} has {available} a week and is planned for up to {peak} {weeks}: {parts}.", _SHARE
            ),
        },
        breaks=Example(
            "The marketer has five hours a week; the letter and the listening take five and a half.",
            lambda: example_with(("marketer", "hours", Decimal(5))),
        ),
        keeps=Example(
            "The marketer has exactly the five and a half hours that they take.",
            lambda: example_with(("marketer", "hours", Decimal("5.5"))),
        ),
    )
)
def overloaded(look: Look) -> Iterator[Hit]:
    """Yield a hit for each person whose load goes over the stated hours in some week."""
    for load in look.loads.values():
        if load.available is not None and load.over:
            message = "finding" if len({week.total for week in load.over}) == 1 else "up-to"
            yield Hit(load.person, "hours", message, _overload(load.over, load.available))


@rule(
    Rule(
        id="owner.single-point",
        level=Weight.WARN,
        claim="Nobody answers alone without a stand-in",
        reason=(
            "Illness and holidays come without asking. A promise that hangs on one person is broken the "
            "first week that person is away."
        ),
        sources=("B", "R7"),
        applies_to="channels",
        messages={
            "finding": Message(
                "On “{name}” only {voice} answers, and nobody steps in when that person is away.",
                "Name somebody as backup, or add a second voice.",
            )
        },
        breaks=Example(
            "Only the service lead answers reviews, and no backup is named.",
            lambda: example_with(
                ("reviews", "voices", [Voice("service-lead", Decimal(18))]), ("reviews", "backup", [])
            ),
        ),
        keeps=Example(
            "Only the service lead answers reviews, and the marketer is the backup.",
            lambda: example_with(("reviews", "voices", [Voice("service-lead", Decimal(18))])),
        ),
        fixes=(Fix("Name the channel's owner as backup", owners.owner_stands_in),),
    )
)
def single_point(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel with one voice and nobody else as backup."""
    for channel in look.plan.channels.values():
        voices = {voice.person for voice in channel.voices}
        if channel.interactive and len(voices) == 1 and not set(channel.backup) - voices:
            yield Hit(channel.id, "backup", params={"voice": look.plan.name_of(*voices)})


def _overload(over: Sequence[WeekLoad], available: Decimal) -> dict[str, str]:
    fullest = max(over, key=lambda week: week.total)
    return {
        "available": _hours(available),
        "peak": _hours(fullest.total),
        "weeks": listing((_in_words(weeks) for weeks in _stretches(over)), most=_MOST_STRETCHES),
        "parts": _parts(fullest),
    }


def _stretches(weeks: Sequence[WeekLoad]) -> list[list[WeekLoad]]:
    """Return weeks grouped into stretches of consecutive ones."""
    found: list[list[WeekLoad]] = []
    for week in weeks:
        if found and week.monday - found[-1][-1].monday == timedelta(weeks=1):
            found[-1].append(week)
        else:
            found.append([week])
    return found


def _in_words(stretch: Sequence[WeekLoad]) -> str:
    first, last = stretch[0].monday, stretch[-1].monday + timedelta(days=6)
    start = day(first).removesuffix(f" {last.year}")
    weeks = plural(len(stretch), "week")
    return say("from {first} to {last} ({weeks})", first=start, last=day(last), weeks=weeks)


def _parts(week: WeekLoad) -> str:
    parts = (
        (week.tactics, say("{hours} for tactics", hours=_hours(week.tactics))),
        (week.listening, say("{hours} for listening", hours=_hours(week.listening))),
        (week.answering, say("{hours} for answering", hours=_hours(week.answering))),
    )
    return listing(words for figure, words in parts if figure)


def _hours(figure: Decimal) -> str:
    """Return hours to the hundredth: that a load is above what a person has must be visible."""
    return say("{number} h", number=format_number(figure))
