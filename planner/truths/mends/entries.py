"""Mends that add an entry, take one out, or tick something on it."""

from collections.abc import Sequence

from planner.language import say
from planner.model.plan import display_name, new_id
from planner.model.records_experience import ListeningSource, Policy
from planner.model.vocabulary import PolicyKind, Yield
from planner.truths.look import Look
from planner.truths.questions import answer_to
from planner.truths.steps import EditStep

_EARNED = frozenset({Yield.TRUST, Yield.INFLUENCE, Yield.WORD_OF_MOUTH})


def taken_out(_look: Look, subject: str) -> Sequence[EditStep]:
    """Take the entry out of the plan."""
    return (subject,)


def listened_at(look: Look, subject: str) -> Sequence[EditStep]:
    """Listen at a channel."""
    channel = look.plan.channels[subject]
    source = ListeningSource(
        id=new_id("listening"), name=display_name(channel), owner=channel.owner, channel=subject
    )
    return (source,)


def disclosure_drafted(look: Look, _subject: str) -> Sequence[EditStep]:
    """Add a draft of a disclosure policy, with the sponsor as its owner."""
    return (_draft(look, PolicyKind.DISCLOSURE),)


def equal_treatment_drafted(look: Look, _subject: str) -> Sequence[EditStep]:
    """Add a draft of an equal-treatment policy, with the sponsor as its owner."""
    return (_draft(look, PolicyKind.EQUAL_TREATMENT),)


def made_pilot(_look: Look, subject: str) -> Sequence[EditStep]:
    """Make a tactic a pilot."""
    return ((subject, "pilot", True),)


def reach_expected(look: Look, subject: str) -> Sequence[EditStep]:
    """Expect reach of a push tactic in place of what has to be earned."""
    kept = [gain for gain in look.plan.tactics[subject].yields if gain not in _EARNED]
    return ((subject, "yields", tuple(dict.fromkeys((*kept, Yield.REACH)))),)


def answered_today(look: Look, subject: str) -> Sequence[EditStep]:
    """Enter today as the day of an answer that lacks nothing else."""
    answer = answer_to(look.plan, subject)
    return () if answer is None or answer.on is not None else ((answer.id, "on", look.today),)


def _draft(look: Look, kind: PolicyKind) -> Policy:
    return Policy(
        id=new_id("policies"),
        name=say("{kind} policy", kind=kind.label),
        kind=kind,
        owner=look.plan.the_brief.sponsor,
    )
