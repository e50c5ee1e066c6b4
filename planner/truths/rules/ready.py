"""Readiness: where people expect an answer, a promise and a way to who can decide (truths R7, B)."""

from collections.abc import Iterator

from planner.language import phrase, say
from planner.model.format import listing
from planner.model.people import is_intern
from planner.model.plan import display_name
from planner.model.vocabulary import Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule

_OF_PROMISE = {"promise_hours": phrase("a response promise"), "cover": phrase("hours of cover")}


@rule(
    Rule(
        id="ready.no-promise",
        level=Weight.STOP,
        claim="Where people can expect an answer, they know by when",
        reason=(
            "On such a channel you are a service desk, whether you want to or not. Without a promise people "
            "make up their own, and it is shorter than yours."
        ),
        sources=("R7",),
        applies_to="channels",
        messages={
            "finding": Message(
                "People can expect an answer on “{name}”, and it lacks {missing}.",
                "Give it {missing} that you can keep, or say that it is not interactive and tell people so.",
            )
        },
        breaks=Example(
            "Reviews are to be answered, but nobody says by when.",
            lambda: example_with(("reviews", "promise_hours", None)),
        ),
        keeps=Example(
            "Reviews are answered within 24 hours, from Monday to Saturday, 9 to 21.", example_plan
        ),
    )
)
def no_promise(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel without a response promise or hours of cover."""
    for channel in look.interactive_channels:
        missing = lacking(channel, _OF_PROMISE)
        if missing:
            params = {"missing": listing(say(_OF_PROMISE[name]) for name in missing)}
            yield Hit(channel.id, missing[0], params=params)


@rule(
    Rule(
        id="ready.no-escalation",
        level=Weight.STOP,
        claim="A hard case reaches somebody who can solve it",
        reason=(
            "A friendly answer that solves nothing makes people angrier, and others read along. Whoever "
            "speaks for you needs a short way to those who can decide."
        ),
        sources=("R7", "B"),
        applies_to="channels",
        messages={
            "nobody": Message(
                "A case that the voices on “{name}” can't solve reaches nobody.",
                "Name who can decide on refunds, exceptions and apologies, and how a case gets there.",
            ),
            "intern": Message(
                "A hard case on “{name}” goes to {person}, an intern.",
                "Name somebody who can decide on refunds, exceptions and apologies.",
            ),
        },
        breaks=Example("Hard reviews reach nobody.", lambda: example_with(("reviews", "escalation", None))),
        keeps=Example("Hard reviews reach the managing director.", example_plan),
    )
)
def no_escalation(look: Look) -> Iterator[Hit]:
    """Yield a hit for each interactive channel that escalates to nobody, or to an intern.

    In a small place the one who answers may be the one who decides, so a voice may be named here too.
    """
    for channel in look.interactive_channels:
        person = look.plan.people.get(channel.escalation or "")
        if person is None:
            yield Hit(channel.id, "escalation", "nobody")
        elif is_intern(person):
            yield Hit(channel.id, "escalation", "intern", {"person": display_name(person)})
