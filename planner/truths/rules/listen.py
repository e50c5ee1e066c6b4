"""Listening: it is planned, it gets its hours, and something comes of it (truths S9, V0, B)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from planner.language import phrase, say
from planner.model.format import day, format_number, listing, quoted
from planner.model.plan import display_name
from planner.model.vocabulary import VoicesHeard, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import is_blank
from planner.truths.listening_hours import worst_balance
from planner.truths.look import Look
from planner.truths.mends import rhythm
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_BALANCE = phrase("Give listening {more} a week more, or take {less} a week off the push tactics.")


@rule(
    Rule(
        id="listen.none",
        level=Weight.STOP,
        claim="The plan listens somewhere",
        reason=(
            "People already say what they need, what annoys them and why they buy elsewhere. A plan without "
            "a place to hear it is built on guesses."
        ),
        sources=("S9", "V0"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan has no listening source.",
                "Add at least one place where you hear customers, with its owner, its hours and where what "
                "is learned is kept.",
            )
        },
        breaks=Example("The only listening source is removed.", lambda: example_with("guest-talk")),
        keeps=Example("The marketer reads reviews and table cards for four hours a week.", example_plan),
    )
)
def none(look: Look) -> Iterator[Hit]:
    """Yield a hit where there is no listening source."""
    if not look.plan.listening:
        yield Hit(field="listening")


@rule(
    Rule(
        id="listen.too-little",
        level=Weight.WARN,
        claim="Listening gets its share of the hours",
        reason=(
            "Whoever talks all the time misses what would have made the talking unnecessary. Hours show what "
            "a plan takes seriously."
        ),
        sources=("S9",),
        applies_to=PLAN,
        options=("listening_share",),
        messages={
            "finding": Message(
                "{push} a week go into push tactics and {listening} into listening, where at least {needed} "
                "should.",
                _BALANCE,
            ),
            "from-a-day": Message(
                "From {since}, {push} a week go into push tactics and {listening} into listening, where at "
                "least {needed} should.",
                _BALANCE,
            ),
        },
        breaks=Example(
            "The letter takes three hours a week, and listening one.",
            lambda: example_with(("guest-talk", "hours", Decimal(1))),
        ),
        keeps=Example(
            "The letter takes three hours a week, and listening exactly half of that.",
            lambda: example_with(("guest-talk", "hours", Decimal("1.5"))),
        ),
        fixes=(Fix("Give the first source the missing hours", rhythm.listening_given_hours),),
    )
)
def too_little(look: Look) -> Iterator[Hit]:
    """Yield a hit where, at its worst, listening falls below its share of the push hours."""
    share, worst = look.plan.the_limits.listening_share, worst_balance(look)
    if worst is not None and worst.lack(share) > 0:
        needed = worst.push * share
        params = {
            "since": day(worst.since),
            "push": _hours(worst.push),
            "listening": _hours(worst.listening),
            "needed": _hours(needed),
            "more": _hours(worst.lack(share)),
            "less": _hours(worst.push - worst.listening / share),
        }
        message = "finding" if worst.since == date.min else "from-a-day"
        yield Hit(field="listening", message=message, params=params)


@rule(
    Rule(
        id="listen.dead-end",
        level=Weight.WARN,
        claim="What is heard is kept, and reaches somebody who can act",
        reason=(
            "A complaint that is read and forgotten is worse than one that was never read. What is learned "
            "needs a common place, and a person who can do something about it."
        ),
        sources=("B", "V0"),
        applies_to="listening",
        messages={
            "repository": Message(
                "What is heard at “{name}” is kept nowhere.",
                "Name the place, open to all who need it, where it is kept.",
            ),
            "can_act": Message(
                "What is heard at “{name}” reaches nobody who can act on it.",
                "Name the person who can do something about it.",
            ),
            "both": Message(
                "What is heard at “{name}” is kept nowhere and reaches nobody who can act on it.",
                "Name the place where it is kept, and the person who can do something about it.",
            ),
        },
        breaks=Example(
            "What guests say is written into no book.",
            lambda: example_with(("guest-talk", "repository", "")),
        ),
        keeps=Example("It is kept in the guest book, and the service lead can act on it.", example_plan),
    )
)
def dead_end(look: Look) -> Iterator[Hit]:
    """Yield a hit for each source without a repository or without somebody who can act."""
    for source in look.plan.listening.values():
        match is_blank(source.repository), source.can_act is None:
            case True, True:
                yield Hit(source.id, "repository", "both")
            case True, False:
                yield Hit(source.id, "repository", "repository")
            case False, True:
                yield Hit(source.id, "can_act", "can_act")


@rule(
    Rule(
        id="listen.only-our-own",
        level=Weight.ADVICE,
        claim="Competitors' customers are heard as well",
        reason=(
            "Your own customers tell you what to keep. Those of your competitors tell you what would bring "
            "them over, and they say it in public."
        ),
        sources=("S9",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "No listening source ({sources}) hears your competitors' customers.",
                "Add a source where they talk, or choose “{choice}” at one that hears them already.",
            )
        },
        breaks=Example(
            "Only the trattoria's own guests are heard.",
            lambda: example_with(("guest-talk", "voices", [VoicesHeard.OUR_CUSTOMERS])),
        ),
        keeps=Example("On review sites the other restaurants' guests are heard too.", example_plan),
    )
)
def only_our_own(look: Look) -> Iterator[Hit]:
    """Yield a hit where there are sources, and none hears competitors' customers."""
    sources = look.plan.listening.values()
    wanted = VoicesHeard.COMPETITORS_CUSTOMERS
    if sources and not any(wanted in source.voices for source in sources):
        params = {"sources": _names(look, most=3), "choice": wanted.label}
        yield Hit(field="listening", params=params)


@rule(
    Rule(
        id="listen.nothing-done",
        level=Weight.WARN,
        claim="A review acts on what was heard",
        reason=(
            "Listening pays once it changes something. A review is where what was heard becomes a decision."
        ),
        sources=("V0",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "No review acts on what is heard at {sources}.",
                "Choose the sources at the review that is to act on them, and say what it will decide.",
            )
        },
        breaks=Example(
            "The spring review looks at figures only.", lambda: example_with(("spring-review", "heard", []))
        ),
        keeps=Example("The spring review acts on what guests said.", example_plan),
        fixes=(Fix("Let the next review act on it", rhythm.review_acts, safe=True),),
    )
)
def nothing_done(look: Look) -> Iterator[Hit]:
    """Yield a hit where there are sources and reviews, and no review acts on any source."""
    reviews = look.plan.reviews.values()
    if look.plan.listening and reviews and not any(review.heard for review in reviews):
        yield Hit(field="reviews", params={"sources": _names(look, most=3)})


def _names(look: Look, most: int) -> str:
    return listing((quoted(display_name(source)) for source in look.plan.listening.values()), most=most)


def _hours(figure: Decimal) -> str:
    return say("{number} h", number=format_number(figure))
