"""Readiness in time: policies in force and people trained before anybody writes (truths R7, R10)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from planner.language import phrase
from planner.model.format import day
from planner.model.plan import display_name
from planner.model.records_experience import Channel, Policy
from planner.model.records_work import Tactic
from planner.model.vocabulary import RELATIONSHIP_KINDS, PolicyKind, PolicyStatus, TacticKind, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.look import Look
from planner.truths.mends import starts
from planner.truths.naming import names
from planner.truths.policies import (
    PUBLIC_FROM_WITHOUT,
    PUBLIC_WITHOUT,
    STARTS_WITHOUT,
    Lack,
    comes_into_force,
    in_force,
    policies_on,
    shortfall,
)
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_ADD_RESPONSE = phrase(
    "Add a policy of the kind Response that says who answers what, how and how fast, and have it approved "
    "and in force before the first day."
)
_ADD_CRISIS = phrase(
    "Add a policy of the kind Crisis: who decides, who speaks, what stops at once; and have it approved by "
    "then."
)
_APPROVE = phrase("Have it approved and in force by then.")
_TRAIN = phrase("Train {name} before that and enter the day, or let somebody else begin.")
_UNSEEN = frozenset({TacticKind.LISTEN, TacticKind.RESEARCH, TacticKind.CREATE, TacticKind.BUILD})
"""Kinds of tactics that nobody outside sees."""


def _of_lacks(key: str, texts: Mapping[Lack, str], remedy: str) -> dict[str, Message]:
    """Return a message for each reason why a policy may not be in force.

    Args:
        key: what their keys begin with.
        texts: what is wrong.
        remedy: what would mend it.
    """
    return {f"{key}-{lack}": Message(text, remedy) for lack, text in texts.items()}


@rule(
    Rule(
        id="ready.policy-late",
        level=Weight.STOP,
        claim="How to answer is settled before the answering starts",
        reason=(
            "In the first week somebody will ask what nobody has thought of. Who may say what, and how "
            "fast, has to be settled by then and not under everybody's eyes."
        ),
        sources=("R7",),
        applies_to="tactics",
        messages={
            "late": Message(
                "“{name}” starts on {start} on “{channel}”, before the response policy there is in force "
                "({in_force_from}).",
                "Start it on {in_force_from}, or have the policy in force earlier.",
            ),
            **_of_lacks(
                "not-in-force",
                STARTS_WITHOUT,
                "Have it approved and in force by then, or start the tactic later.",
            ),
            "none": Message(
                "No response policy covers {channels}, where “{tactic}” is to run.", _ADD_RESPONSE
            ),
            "none-several": Message(
                "No response policy covers {channels}, where tactics are to run.", _ADD_RESPONSE
            ),
        },
        breaks=Example(
            "The response policy comes into force in February, and the replies start in January.",
            lambda: example_with(("response-policy", "in_force_from", date(2027, 2, 1))),
        ),
        keeps=Example("The response policy is in force before the first reply.", example_plan),
        fixes=(Fix("Start when the policy is in force", starts.with_policy, mends=("late",)),),
    )
)
def policy_late(look: Look) -> Iterator[Hit]:
    """Yield a hit for each cause for which a tactic starts without a response policy in force.

    A policy that comes later is told at each tactic, which the fix moves; one that never comes is told
    once, at the policy; and channels that no policy covers are told together, at the plan. A tactic
    without a start begins with the plan; where neither has one, only a missing policy is told.
    """
    uncovered: list[tuple[Channel, Tactic]] = []
    told: dict[str, Hit] = {}
    for channel in look.interactive_channels:
        tactics = look.tactics_by_channel.get(channel.id, ())
        policies = list(policies_on(look.plan, PolicyKind.RESPONSE, channel.id))
        if not policies:
            uncovered += [(channel, tactic) for tactic in tactics[:1]]
            continue
        for tactic in tactics:
            hit = _policy_hit(look, channel, tactic, policies)
            if hit is not None:
                told.setdefault(hit.subject, hit)
    yield from told.values()
    if uncovered:
        yield _uncovered_hit(uncovered)


def _policy_hit(look: Look, channel: Channel, tactic: Tactic, policies: list[Policy]) -> Hit | None:
    start = look.start_of(tactic)
    if start is None or any(in_force(policy, start) for policy in policies):
        return None
    params = {"start": day(start), "channel": display_name(channel), "tactic": display_name(tactic)}
    coming = comes_into_force(policies, start)
    if coming is None:
        short = shortfall(policies[0], start)
        return Hit(policies[0].id, short.field, f"not-in-force-{short.lack}", {**params, **short.params})
    params["in_force_from"] = day(coming)
    return Hit(tactic.id, "starts_on", "late", params)


def _uncovered_hit(uncovered: list[tuple[Channel, Tactic]]) -> Hit:
    params = {
        "channels": names(channel for channel, _ in uncovered),
        "tactic": display_name(uncovered[0][1]),
    }
    return Hit(field="policies", message="none" if len(uncovered) == 1 else "none-several", params=params)


@rule(
    Rule(
        id="ready.no-crisis-plan",
        level=Weight.WARN,
        claim="A crisis policy is in force from the first public day",
        reason=(
            "In a crisis there is no time to decide who decides. What is written down on a quiet day keeps "
            "a bad day from becoming a worse week."
        ),
        sources=("R7",),
        applies_to="policies",
        messages={
            "none": Message("The plan has no crisis policy, and “{tactic}” is public.", _ADD_CRISIS),
            "none-from": Message(
                "The plan has no crisis policy, and “{tactic}” is public from {start}.", _ADD_CRISIS
            ),
            **_of_lacks("not-in-force", PUBLIC_WITHOUT, _APPROVE),
            **_of_lacks("not-in-force-from", PUBLIC_FROM_WITHOUT, _APPROVE),
        },
        breaks=Example(
            "The crisis policy is still a draft when the replies start.",
            lambda: example_with(("crisis-policy", "status", PolicyStatus.DRAFT)),
        ),
        keeps=Example("The crisis policy is in force before the first reply.", example_plan),
    )
)
def no_crisis_plan(look: Look) -> Iterator[Hit]:
    """Yield a hit where the first public tactic starts without a crisis policy in force.

    Public is what people outside can see: a tactic on a public channel, unless it only listens,
    researches, creates or builds. Without a start the plan's first day counts, or else the day of the
    check.
    """
    first = min(_public(look), key=lambda tactic: look.start_of(tactic) or look.today, default=None)
    if first is None:
        return
    start = look.start_of(first)
    policies = list(policies_on(look.plan, PolicyKind.CRISIS, first.channel))
    if any(in_force(policy, start or look.today) for policy in policies):
        return
    params = {"tactic": display_name(first), "start": day(start or look.today)}
    if not policies:
        yield Hit(field="policies", message="none-from" if start else "none", params=params)
    else:
        short = shortfall(policies[0], start or look.today)
        message = f"not-in-force-from-{short.lack}" if start else f"not-in-force-{short.lack}"
        yield Hit(policies[0].id, short.field, message, {**params, **short.params})


@rule(
    Rule(
        id="ready.untrained",
        level=Weight.WARN,
        claim="Whoever talks with customers is trained first",
        reason=(
            "To answer well while everybody reads along has to be learned. Whoever has not practised it "
            "beforehand practises on your customers."
        ),
        sources=("R7", "R10"),
        applies_to="people",
        messages={
            "never": Message("{name} has no training done, and is responsible for “{tactic}”.", _TRAIN),
            "never-from": Message(
                "{name} has no training done, and is responsible for “{tactic}” from {start}.", _TRAIN
            ),
            "late": Message(
                "{name} is trained on {trained}, after “{tactic}” has started on {start}.",
                "Bring the training forward, or let {name} begin after it.",
            ),
        },
        breaks=Example(
            "The host replies to reviews without any training.",
            lambda: example_with(("host", "trained_on", None)),
        ),
        keeps=Example("Host and service lead were trained in December.", example_plan),
        fixes=(Fix("Start the work after the training", starts.after_training, mends=("late",)),),
    )
)
def untrained(look: Look) -> Iterator[Hit]:
    """Yield a hit for each person responsible for a relationship tactic without training by its start.

    One hit a person, about the first of those tactics; without a start the plan's first day counts.
    """
    for person_id, tactic in _first_relationships(look).items():
        person, start = look.plan.people[person_id], look.start_of(tactic)
        params = {"tactic": display_name(tactic), "start": "" if start is None else day(start)}
        if person.trained_on is None:
            yield Hit(person_id, "trained_on", "never-from" if start else "never", params)
        elif start is not None and person.trained_on > start:
            yield Hit(person_id, "trained_on", "late", {**params, "trained": day(person.trained_on)})


def _first_relationships(look: Look) -> dict[str, Tactic]:
    """Return the first relationship tactic of each person who is responsible for one."""
    found: dict[str, Tactic] = {}
    for tactic in sorted(look.plan.tactics.values(), key=lambda each: look.start_of(each) or date.max):
        for person in tactic.responsible if tactic.kind in RELATIONSHIP_KINDS else ():
            found.setdefault(person, tactic)
    return found


def _public(look: Look) -> Iterable[Tactic]:
    for tactic in look.plan.tactics.values():
        channel = look.plan.channels.get(tactic.channel or "")
        if channel is not None and channel.public and tactic.kind not in _UNSEEN:
            yield tactic
