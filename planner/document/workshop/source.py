"""What the minutes are written from: the plan, the plan as the workshop found it, and the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import Any

from planner.model.plan import Plan, display_name
from planner.model.records_work import Idea
from planner.model.records_workshop import Ballot
from planner.signoff.compare import Comparison, compare
from planner.truths.engine import check_plan
from planner.truths.findings import Report
from planner.workshop.deciding import is_decided
from planner.workshop.state import NOT_BEGUN, RoomState


@dataclass(frozen=True)
class Source:
    """One workshop's facts; what several sections need is worked out once.

    Attributes:
        plan: the plan as people leave the room.
        today: the day as of which the minutes speak.
        beginning: the plan as it was when the workshop began; None where nobody started its clock.
        state: where the workshop's clock stands; says how long each block really took.
        zone: of the times at which blocks began; None for that of this computer, which was in the room.
    """

    plan: Plan
    today: date
    beginning: Plan | None = None
    state: RoomState = NOT_BEGUN
    zone: tzinfo | None = None

    @property
    def day(self) -> date:
        """The day of the workshop; the day of the minutes where none was set."""
        return self.plan.the_workshop.on or self.today

    def name(self, record_id: str | None) -> str:
        """Return what a linked record is called; "" where the link is empty."""
        return self.plan.name_of(record_id, missing="") if record_id else ""

    def names(self, record_ids: Iterable[str]) -> list[str]:
        """Return what linked records are called."""
        return [display_name(record) for record in map(self.plan.find, record_ids) if record is not None]

    @cached_property
    def took(self) -> Mapping[str, timedelta]:
        """How long each block of the agenda really took, by its id; without those not begun."""
        state, blocks = self.state, dict.fromkeys(one.block for one in self.state.stretches)
        found = {block: state.spent_on(block) for block in blocks}
        if state.since is not None and state.seen is not None:
            found[state.block] = found.get(state.block, timedelta()) + (state.seen - state.since)
        return found

    def began(self, block: str) -> time | None:
        """Return the time of day at which a block began; None where it did not."""
        moments = [stretch.began for stretch in self.state.stretches if stretch.block == block]
        if self.state.since is not None and self.state.block == block:
            moments.append(self.state.since)
        return self.local(min(moments)) if moments else None

    def local(self, moment: datetime) -> time:
        """Return a moment as the clock on the wall showed it."""
        return moment.astimezone(self.zone).time()

    @cached_property
    def reports(self) -> tuple[Report, Report]:
        """What the truths find in the plan as the workshop found it, and as it left it."""
        now = check_plan(self.plan, self.today)
        return (now if self.beginning is None else check_plan(self.beginning, self.today)), now

    @cached_property
    def comparison(self) -> Comparison | None:
        """What the workshop changed; None where nobody knows how the plan was before."""
        return None if self.beginning is None else compare(self.beginning, self.plan, self.reports)

    @cached_property
    def decided_ideas(self) -> tuple[Idea, ...]:
        """The ideas that were decided here, and not at an earlier meeting."""
        return tuple(idea for idea in self.plan.ideas.values() if idea.decision and self._is_of_the_day(idea))

    @cached_property
    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots but for those that an earlier workshop decided."""
        old = {} if self.beginning is None else self.beginning.ballots
        return tuple(b for b in self.plan.ballots.values() if b.id not in old or not is_decided(old[b.id]))

    def touched(self, kind: str) -> tuple[Any, ...]:
        """Return the entries of a kind that came or changed here."""
        old = None if self.beginning is None else self.beginning.records(kind)
        return () if old is None else tuple(r for r in self.plan.records(kind).values() if old.get(r.id) != r)

    def _is_of_the_day(self, idea: Idea) -> bool:
        if self.beginning is not None:
            before = self.beginning.ideas.get(idea.id)
            return before is None or before.decision != idea.decision
        held = self.plan.the_workshop.on
        return held is None or idea.decided_on is None or idea.decided_on >= held
