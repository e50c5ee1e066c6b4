"""Hours a week that go into push tactics and into listening, from each day on which either changes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from planner.analysis.period import within
from planner.model.records_experience import ListeningSource
from planner.model.vocabulary import PUSH_KINDS, TacticKind
from planner.truths.look import Look

_EVER = (date.min, date.max)


class Balance(NamedTuple):
    """Hours a week that go into push tactics and into listening from a day on."""

    since: date
    push: Decimal
    listening: Decimal

    def lack(self, share: Decimal) -> Decimal:
        """Return the hours that listening lacks where it should have this share of the push hours."""
        return self.push * share - self.listening


def worst_balance(look: Look) -> Balance | None:
    """Return the balance in which listening lacks most; None without a listening source or any push."""
    share = look.plan.the_limits.listening_share
    balances = _balances(look) if look.plan.listening else []
    return max(balances, key=lambda balance: balance.lack(share), default=None)


def _balances(look: Look) -> list[Balance]:
    changes = sorted(_changes(look), key=itemgetter(0))
    push, listening = Decimal(0), sum(map(_source_hours, look.plan.listening.values()), Decimal(0))
    found: list[Balance] = []
    for ordinal, of_day in groupby(changes, key=itemgetter(0)):
        for _, more_push, more_listening in of_day:
            push, listening = push + more_push, listening + more_listening
        if push:
            found.append(Balance(date.fromordinal(ordinal), push, listening))
    return found


def _changes(look: Look) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Yield the days (as ordinals) from which more or less is pushed and listened: day, push, listening."""
    for tactic in look.plan.tactics.values():
        push, listens = tactic.kind in PUSH_KINDS, tactic.kind is TacticKind.LISTEN
        days = within(look.period or _EVER, tactic.starts_on, tactic.ends_on)
        if tactic.hours and days is not None and (push or listens):
            change = (tactic.hours, Decimal(0)) if push else (Decimal(0), tactic.hours)
            yield (days[0].toordinal(), *change)
            yield (days[1].toordinal() + 1, -change[0], -change[1])


def _source_hours(source: ListeningSource) -> Decimal:
    return source.hours or Decimal(0)
