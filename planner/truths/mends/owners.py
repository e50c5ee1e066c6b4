"""Mends that name somebody: owners, those who do the work, stand-ins."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from planner.analysis.capacity import channel_capacity
from planner.model.plan import Plan
from planner.model.records_experience import Voice
from planner.truths.look import Look
from planner.truths.mends.places import may_answer, objective_above
from planner.truths.steps import EditStep

_TENTH = Decimal("0.1")


def accountable_does_it(look: Look, subject: str) -> Sequence[EditStep]:
    """Name the accountable person as the one who does the work; the load is counted so already."""
    accountable = look.plan.tactics[subject].accountable
    return _named(look.plan, subject, "responsible", accountable, as_list=True)


def accountable_helps(look: Look, subject: str) -> Sequence[EditStep]:
    """Let the accountable person do a tactic's work together with those who do it."""
    tactic = look.plan.tactics[subject]
    if not may_answer(look.plan.people.get(tactic.accountable or "")):
        return ()
    return ((subject, "responsible", (*tactic.responsible, tactic.accountable)),)


def doer_answers(look: Look, subject: str) -> Sequence[EditStep]:
    """Let the only one who does a tactic's work answer for it."""
    doers = look.plan.tactics[subject].responsible
    return _named(look.plan, subject, "accountable", doers[0] if len(doers) == 1 else None)


def owned_as_its_objective(look: Look, subject: str) -> Sequence[EditStep]:
    """Give a metric to the owner of the objective to which it leads."""
    objective = objective_above(look.plan, subject) if subject in look.plan.metrics else None
    return _named(look.plan, subject, "owner", objective.owner if objective else None)


def owned_by_its_voice(look: Look, subject: str) -> Sequence[EditStep]:
    """Give a channel to the only one who answers there."""
    channel = look.plan.channels.get(subject)
    voices = channel.voices if channel is not None else ()
    return _named(look.plan, subject, "owner", voices[0].person if len(voices) == 1 else None)


def channel_owner_answers(look: Look, subject: str) -> Sequence[EditStep]:
    """Let the owner of its channel answer for a tactic."""
    tactic = look.plan.tactics.get(subject)
    channel = look.plan.channels.get(tactic.channel or "") if tactic is not None else None
    return _named(look.plan, subject, "accountable", channel.owner if channel else None)


def owner_stands_in(look: Look, subject: str) -> Sequence[EditStep]:
    """Name a channel's owner as backup of its only voice."""
    channel = look.plan.channels[subject]
    if channel.owner in {voice.person for voice in channel.voices}:
        return ()
    return _named(look.plan, subject, "backup", channel.owner, as_list=True)


def voices_given_hours(look: Look, subject: str) -> Sequence[EditStep]:
    """Give the voices of a channel the hours that its messages take, each in proportion."""
    channel = look.plan.channels[subject]
    capacity = channel_capacity(look.plan, channel)
    if not capacity.staffed or capacity.staffing_needed is None:
        return ()
    factor = capacity.staffing_needed / capacity.staffed
    voices = [Voice(voice.person, _tenth_up(voice.hours * factor)) for voice in channel.voices]
    return ((subject, "voices", tuple(voices)),)


def _named(
    plan: Plan, subject: str, name: str, person: str | None, *, as_list: bool = False
) -> Sequence[EditStep]:
    """Return the edit that names a person, where it is one who may answer for something."""
    if not may_answer(plan.people.get(person or "")):
        return ()
    return ((subject, name, (person,) if as_list else person),)


def _tenth_up(hours: Decimal) -> Decimal:
    return hours.quantize(_TENTH, rounding=ROUND_CEILING)
