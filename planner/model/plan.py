"""The plan: frozen records held by id per kind, and its JSON form."""

import secrets
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from planner.language import say
from planner.model.kinds import KINDS, Kind, kind_of
from planner.model.record import Record
from planner.model.records_experience import Channel, ExperienceIssue, ListeningSource, Policy, Touchpoint
from planner.model.records_house import HouseTruth, Layout
from planner.model.records_purpose import Brief, Budget, BudgetLine, Limits, Partner, Person
from planner.model.records_signoff import (
    Answer,
    Approval,
    ApprovalRequest,
    Approver,
    Dismissal,
    SignedRevision,
    Waiver,
)
from planner.model.records_work import ChangeAction, Idea, Metric, Objective, Reading, Review, Tactic
from planner.model.records_workshop import AgendaBlock, Ballot, Participant, Vote, Workshop
from planner.model.values import END

PlanId = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{32}}{END}", title="Plan id")]
_BRIEF, _BUDGET, _LIMITS, _LAYOUT, _WORKSHOP = Brief(), Budget(), Limits(), Layout(), Workshop()


class Plan(Struct, frozen=True, kw_only=True):
    """A whole plan as one value; an edit makes a new one and shares what did not change.

    Each mapping holds the records of one kind by id, in the plan's own order. Mappings must never
    be changed in place: use the verbs of `planner.editing`.

    Attributes:
        plan_id: identifies the plan for life, over all its copies and revisions.
        revision: number of the revision being worked on, from 1.
    """

    plan_id: str
    revision: int = 1
    brief: Mapping[str, Brief] = msgspec.field(default_factory=lambda: {_BRIEF.id: _BRIEF})
    people: Mapping[str, Person] = {}
    partners: Mapping[str, Partner] = {}
    touchpoints: Mapping[str, Touchpoint] = {}
    issues: Mapping[str, ExperienceIssue] = {}
    objectives: Mapping[str, Objective] = {}
    channels: Mapping[str, Channel] = {}
    listening: Mapping[str, ListeningSource] = {}
    policies: Mapping[str, Policy] = {}
    ideas: Mapping[str, Idea] = {}
    tactics: Mapping[str, Tactic] = {}
    changes: Mapping[str, ChangeAction] = {}
    metrics: Mapping[str, Metric] = {}
    readings: Mapping[str, Reading] = {}
    budget: Mapping[str, Budget] = msgspec.field(default_factory=lambda: {_BUDGET.id: _BUDGET})
    budget_lines: Mapping[str, BudgetLine] = {}
    reviews: Mapping[str, Review] = {}
    limits: Mapping[str, Limits] = msgspec.field(default_factory=lambda: {_LIMITS.id: _LIMITS})
    house_truths: Mapping[str, HouseTruth] = {}
    answers: Mapping[str, Answer] = {}
    waivers: Mapping[str, Waiver] = {}
    dismissals: Mapping[str, Dismissal] = {}
    approvers: Mapping[str, Approver] = {}
    approval_requests: Mapping[str, ApprovalRequest] = {}
    approvals: Mapping[str, Approval] = {}
    signed_revisions: Mapping[str, SignedRevision] = {}
    layout: Mapping[str, Layout] = msgspec.field(default_factory=lambda: {_LAYOUT.id: _LAYOUT})
    workshop: Mapping[str, Workshop] = msgspec.field(default_factory=lambda: {_WORKSHOP.id: _WORKSHOP})
    agenda_blocks: Mapping[str, AgendaBlock] = {}
    participants: Mapping[str, Participant] = {}
    ballots: Mapping[str, Ballot] = {}
    votes: Mapping[str, Vote] = {}

    @property
    def the_brief(self) -> Brief:
        """The plan's one brief."""
        return self.brief["brief"]

    @property
    def the_budget(self) -> Budget:
        """The plan's one budget."""
        return self.budget["budget"]

    @property
    def the_limits(self) -> Limits:
        """The plan's thresholds."""
        return self.limits["limits"]

    @property
    def the_layout(self) -> Layout:
        """How the plan's document looks."""
        return self.layout["layout"]

    @property
    def the_workshop(self) -> Workshop:
        """The day on which the team works on the plan in one room."""
        return self.workshop["workshop"]

    @property
    def title(self) -> str:
        """What the plan is called, in sentences too where nobody has named it yet."""
        return self.the_brief.title.strip() or say("Plan without a title")

    def records(self, kind: Kind | str) -> Mapping[str, Any]:
        """Return the records of a kind by id, in the plan's order."""
        found: Mapping[str, Any] = getattr(self, kind if isinstance(kind, str) else kind.key)
        return found

    def find(self, record_id: str | None) -> Any:  # noqa: ANN401 - a record of any kind
        """Return the record with an id, whatever its kind, or None."""
        if record_id is None:
            return None
        for kind in KINDS:
            record = getattr(self, kind.key).get(record_id)
            if record is not None:
                return record
        return None

    def everything(self) -> Iterator[tuple[Kind, Any]]:
        """Yield each record with its kind, in the plan's order."""
        for kind in KINDS:
            for record in self.records(kind).values():
                yield kind, record

    def name_of(self, record_id: str | None, *, missing: str | None = None) -> str:
        """Return what the record with this id is called, for sentences and cells.

        Args:
            record_id: the record.
            missing: what is said where there is none; "nobody" by default.
        """
        record = self.find(record_id)
        if record is not None:
            return display_name(record)
        return say("nobody") if missing is None else missing


def display_name(record: Record) -> str:
    """Return what a record is called in sentences: its name, or its kind where it has none."""
    name = getattr(record, "name", "") or getattr(record, "title", "")
    return name if isinstance(name, str) and name else say("Unnamed {kind}", kind=kind_of(record).word)


def new_plan_id() -> str:
    """Make the id of a new plan."""
    return secrets.token_hex(16)


def new_id(kind: Kind | str) -> str:
    """Make an id for a new record of a kind; it can't meet one that exists."""
    key = kind if isinstance(kind, str) else kind.key
    return f"{key.replace('_', '-')}-{secrets.token_hex(6)}"


def empty_plan(title: str | None = None) -> Plan:
    """Make a plan with nothing in it but its title, or "Untitled plan" where none is given."""
    brief = Brief(title=say("Untitled plan") if title is None else title)
    return Plan(plan_id=new_plan_id(), brief={brief.id: brief})
