"""Openness: what is shared, who is speaking, and what the organisation stands for (truths R5, S5, V5)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planner.language import phrase, say
from planner.model.format import OR, day, listing, quoted
from planner.model.people import is_external
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Channel
from planner.model.records_work import Tactic
from planner.model.schema import field
from planner.model.vocabulary import (
    PUSH_KINDS,
    RELATIONSHIP_KINDS,
    PolicyKind,
    PolicyStatus,
    TacticKind,
    Weight,
)
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.gaps import is_blank, lacking
from planner.truths.look import Look
from planner.truths.mends import entries
from planner.truths.policies import in_force, policies_on
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_SPEAKING = RELATIONSHIP_KINDS | PUSH_KINDS | {TacticKind.RECRUIT}
"""Kinds of tactics whose responsible people are heard or read in the organisation's name."""
_DISCLOSE = phrase(
    "Approve a disclosure policy that covers it and is in force by then, or let employees speak."
)


class _Speech(NamedTuple):
    """An outsider who speaks for the organisation: who, where, and from which day."""

    person: str
    channel: str | None
    where: str
    since: date


@rule(
    Rule(
        id="open.no-boundary",
        level=Weight.WARN,
        claim="The plan says what is shared and what is protected",
        reason=(
            "Nobody shares everything, and pretending to ends in an awkward silence. People who know the "
            "line beforehand can speak freely on their side of it."
        ),
        sources=("R5",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan does not say {missing}.",
                "Write it in a few lines under {fields} on the Purpose page.",
            )
        },
        breaks=Example(
            "The plan says what is shared, but not what stays inside.",
            lambda: example_with(("brief", "protects", "")),
        ),
        keeps=Example("The plan names both what it tells openly and what it protects.", example_plan),
    )
)
def no_boundary(look: Look) -> Iterator[Hit]:
    """Yield a hit where the brief lacks what is shared or what is protected."""
    missing = lacking(look.plan.the_brief, ("shares", "protects"))
    if missing:
        words = {"shares": say("what is shared"), "protects": say("what stays protected")}
        params = {
            "missing": listing((words[name] for name in missing), OR),
            "fields": listing(quoted(field("brief", name).title) for name in missing),
        }
        yield Hit(field=f"brief.{missing[0]}", params=params)


@rule(
    Rule(
        id="open.undisclosed-voice",
        level=Weight.STOP,
        claim="Outsiders who speak for the organisation say so",
        reason=(
            "People believe that they are talking with you. If they find out that it was an agency, they "
            "doubt everything that was said before."
        ),
        sources=("S5", "B"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "{people} speaks for you from outside, in {where}, and no disclosure policy is in force for "
                "it on {since}.",
                _DISCLOSE,
            ),
            "several": Message(
                "{people} speak for you from outside, in {where}, and no disclosure policy is in force for "
                "it on {since}.",
                _DISCLOSE,
            ),
        },
        breaks=Example(
            "A designer of the studio helps to write the letter, and the disclosure policy is a draft.",
            lambda: example_with(("disclosure-policy", "status", PolicyStatus.DRAFT)),
        ),
        keeps=Example(
            "The disclosure policy comes into force on the day on which the letter starts.",
            lambda: example_with(("disclosure-policy", "in_force_from", date(2027, 3, 1))),
        ),
    )
)
def undisclosed_voice(look: Look) -> Iterator[Hit]:
    """Yield one hit where outsiders speak while no disclosure policy covers that."""
    hidden = [speech for speech in _outside_speeches(look) if not _is_disclosed(look.plan, speech)]
    if hidden:
        people = list(dict.fromkeys(speech.person for speech in hidden))
        params = {
            "people": listing((look.plan.name_of(person) for person in people), most=3),
            "where": listing(dict.fromkeys(quoted(speech.where) for speech in hidden), most=2),
            "since": day(min(speech.since for speech in hidden)),
        }
        yield Hit(field="policies", message="finding" if len(people) == 1 else "several", params=params)


@rule(
    Rule(
        id="open.no-disclosure-policy",
        level=Weight.WARN,
        claim="There is a disclosure policy",
        reason=(
            "Staff, partners and paid friends will all speak about you. They need to know, before the first "
            "word, that they must say who they are."
        ),
        sources=("S5",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan has no disclosure policy.",
                "Add a policy of the kind Disclosure that says who must tell what about themselves.",
            )
        },
        breaks=Example(
            "The disclosure policy is withdrawn, and only employees speak.",
            lambda: example_with(
                ("disclosure-policy", "status", PolicyStatus.WITHDRAWN),
                ("weekday-letter", "responsible", ["marketer"]),
            ),
        ),
        keeps=Example("A disclosure policy is approved.", example_plan),
        fixes=(Fix("Add a draft of the policy", entries.disclosure_drafted),),
    )
)
def no_disclosure_policy(look: Look) -> Iterator[Hit]:
    """Yield a hit where no disclosure policy exists; while outsiders speak, the stop above says it."""
    policies = look.plan.policies.values()
    exists = any(p.kind is PolicyKind.DISCLOSURE and p.status is not PolicyStatus.WITHDRAWN for p in policies)
    if not exists and not any(_outside_speeches(look)):
        yield Hit(field="policies")


@rule(
    Rule(
        id="open.stands-for-nothing",
        level=Weight.ADVICE,
        claim="The plan says what the organisation stands for",
        reason=(
            "You can only keep a word that you gave. What you stand for is also what your people fall back "
            "on when no policy fits."
        ),
        sources=("V5", "R3"),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan does not say what the organisation stands for.",
                "Write one or two sentences to which customers may hold you.",
            )
        },
        breaks=Example("The line is left blank.", lambda: example_with(("brief", "stands_for", ""))),
        keeps=Example("The trattoria stands for honest food and no hurry.", example_plan),
    )
)
def stands_for_nothing(look: Look) -> Iterator[Hit]:
    """Yield a hit where the brief does not say it."""
    if is_blank(look.plan.the_brief.stands_for):
        yield Hit(field="brief.stands_for")


def _outside_speeches(look: Look) -> Iterator[_Speech]:
    """Yield where outsiders speak: as voice or backup, or by doing a tactic that addresses people."""
    for channel in look.plan.channels.values():
        for person in _answerers(channel):
            if is_external(look.plan.people[person]):
                yield _Speech(person, channel.id, display_name(channel), _since(look, channel))
    for tactic in look.plan.tactics.values():
        for person in tactic.responsible if tactic.kind in _SPEAKING else ():
            if is_external(look.plan.people[person]):
                yield _Speech(person, tactic.channel, display_name(tactic), _since(look, tactic))


def _answerers(channel: Channel) -> tuple[str, ...]:
    return (*(voice.person for voice in channel.voices), *channel.backup) if channel.interactive else ()


def _since(look: Look, where: Channel | Tactic) -> date:
    """Return the first day, not before today, on which something is heard; by default the plan's own."""
    opens_on = None if isinstance(where, Tactic) or where.existing else where.opens_on
    first = where.starts_on if isinstance(where, Tactic) else opens_on
    plan_start = look.period[0] if look.period else look.today
    return max(first or plan_start, look.today)


def _is_disclosed(plan: Plan, speech: _Speech) -> bool:
    covering = policies_on(plan, PolicyKind.DISCLOSURE, speech.channel)
    return any(in_force(policy, speech.since) for policy in covering)
