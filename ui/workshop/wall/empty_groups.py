"""Groups of the wall that stay without a card: a name that the room has found is not lost with its last card.

A group lives in the plan as a word on its cards. Where the last one goes elsewhere, the word is kept here,
and with where the workshop stands, until somebody takes the group away. A name that was only given by the
wall goes with its last card.
"""

from collections.abc import Callable, Sequence

from planner.model.plan import Plan
from ui.workshop.wall.groups import group_numbered

Held = dict[str, frozenset[str]]
"""Ids of the cards in each group that has some."""

_MOST_NUMBERED = 99


class EmptyGroups:
    """Remembers which groups stay."""

    def __init__(self, names: Sequence[str], keep: Callable[[tuple[str, ...]], None]) -> None:
        """Begin with those of before.

        Args:
            names: of groups that stay without a card.
            keep: told all of them after each change.
        """
        self._names = tuple(names)
        self._keep = keep
        self._held: Held = {}
        self._steps = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the groups that stay without a card; some may have cards now."""
        return self._names

    def follow(self, plan: Plan, steps: int) -> None:
        """Look at what changed, and keep each group that has just lost its last card.

        Args:
            plan: as it is now.
            steps: of the history that lie behind it; where they are fewer than before, somebody took a step
                back, and with it the groups that it had made.
        """
        before, self._held = self._held, _held(plan)
        is_back, self._steps = steps < self._steps, steps
        if not is_back:
            gone = [group for group in before if group not in self._held]
            self._set(*self._names, *(group for group in gone if self._stays(group, before)))

    def forget(self, name: str) -> None:
        """Let a group go with its last card."""
        self._set(*(known for known in self._names if known != name))

    def bring_back(self, name: str) -> None:
        """Keep a group that was taken away."""
        self._set(*self._names, name)

    def call(self, before: str, after: str) -> None:
        """Keep a group under another name."""
        self._set(*(after if known == before else known for known in self._names))

    def _stays(self, group: str, before: Held) -> bool:
        is_renamed = any(name not in before and before[group] <= cards for name, cards in self._held.items())
        is_numbered = any(group == group_numbered(number) for number in range(1, _MOST_NUMBERED + 1))
        return not is_renamed and not is_numbered

    def _set(self, *names: str) -> None:
        each_once = tuple(dict.fromkeys(names))
        if each_once != self._names:
            self._names = each_once
            self._keep(each_once)


def _held(plan: Plan) -> Held:
    groups: dict[str, set[str]] = {}
    for idea in plan.ideas.values():
        if idea.group:
            groups.setdefault(idea.group, set()).add(idea.id)
    return {group: frozenset(cards) for group, cards in groups.items()}
