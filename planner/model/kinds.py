"""The kinds of records that a plan holds: one declaration each, read by everything generic."""

from dataclasses import dataclass
from typing import Any

from planner.language import say
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
from planner.model.walk import Step

__all__ = ["KINDS", "Kind", "Step", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known about a kind of record.

    Attributes:
        record: the record's class.
        key: name of the plan's attribute, of the table in the file and of the list in JSON.
        one: the kind in a sentence, in the singular ("experience issue"), as a message.
        all: the kind as a heading, in the plural ("Experience issues"), as a message.
        step: the step of the walk on which its records are edited.
        single: the plan has exactly one, under a fixed id.
        signed: part of what the fingerprint covers; approvals and the document's look are not.
        room: the workshop's own, edited in its windows and on no page of the walk.
    """

    record: type[Record]
    key: str
    one: str
    all: str
    step: Step
    single: bool = False
    signed: bool = True
    room: bool = False

    @property
    def word(self) -> str:
        """The kind in a sentence, in the singular ("experience issue")."""
        return say(self.one)

    @property
    def words(self) -> str:
        """The kind as a heading, in the plural ("Experience issues")."""
        return say(self.all)

    @property
    def only_id(self) -> str:
        """The id of the plan's one record of this kind, where it is single."""
        return self.make().id

    def make(self, **values: Any) -> Record:  # noqa: ANN401 - each field has its own type
        """Return a record of this kind with these values of its fields; single ones have their id already."""
        return self.record(**values)


KINDS: tuple[Kind, ...] = (
    Kind(Brief, "brief", "brief", "Purpose", Step.PURPOSE, single=True),
    Kind(Person, "people", "person", "People", Step.PEOPLE),
    Kind(Partner, "partners", "partner", "Partners", Step.PEOPLE),
    Kind(Touchpoint, "touchpoints", "touchpoint", "Touchpoints", Step.EXPERIENCE),
    Kind(ExperienceIssue, "issues", "experience issue", "Experience issues", Step.EXPERIENCE),
    Kind(Objective, "objectives", "objective", "Objectives", Step.OBJECTIVES),
    Kind(Channel, "channels", "channel", "Channels", Step.CHANNELS),
    Kind(ListeningSource, "listening", "listening source", "Listening sources", Step.CHANNELS),
    Kind(Policy, "policies", "policy", "Policies", Step.CHANNELS),
    Kind(Idea, "ideas", "idea", "Ideas", Step.TACTICS),
    Kind(Tactic, "tactics", "tactic", "Tactics", Step.TACTICS),
    Kind(ChangeAction, "changes", "change action", "Change actions", Step.PEOPLE),
    Kind(Metric, "metrics", "metric", "Metrics", Step.METRICS),
    Kind(Reading, "readings", "reading", "Readings", Step.METRICS),
    Kind(Budget, "budget", "budget", "Budget", Step.BUDGET, single=True),
    Kind(BudgetLine, "budget_lines", "budget line", "Budget lines", Step.BUDGET),
    Kind(Review, "reviews", "review", "Reviews", Step.BUDGET),
    Kind(Limits, "limits", "threshold", "Thresholds", Step.SIGN_OFF, single=True),
    Kind(HouseTruth, "house_truths", "house truth", "House truths", Step.SIGN_OFF),
    Kind(Answer, "answers", "answer", "Answers", Step.SIGN_OFF),
    Kind(Waiver, "waivers", "waiver", "Waivers", Step.SIGN_OFF),
    Kind(Dismissal, "dismissals", "dismissal", "Dismissed advice", Step.SIGN_OFF),
    Kind(Approver, "approvers", "approver", "Approvers", Step.SIGN_OFF),
    Kind(
        ApprovalRequest,
        "approval_requests",
        "request for approval",
        "Requests for approval",
        Step.SIGN_OFF,
        signed=False,
    ),
    Kind(Approval, "approvals", "approval", "Approvals", Step.SIGN_OFF, signed=False),
    Kind(
        SignedRevision, "signed_revisions", "signed revision", "Signed revisions", Step.SIGN_OFF, signed=False
    ),
    Kind(Layout, "layout", "document layout", "Document", Step.SIGN_OFF, single=True, signed=False),
    Kind(Workshop, "workshop", "workshop", "Workshop", Step.SIGN_OFF, single=True, signed=False, room=True),
    Kind(
        AgendaBlock,
        "agenda_blocks",
        "block of the agenda",
        "Agenda",
        Step.SIGN_OFF,
        signed=False,
        room=True,
    ),
    Kind(Participant, "participants", "participant", "Participants", Step.SIGN_OFF, signed=False, room=True),
    Kind(Ballot, "ballots", "ballot", "Ballots", Step.SIGN_OFF, signed=False, room=True),
    Kind(Vote, "votes", "vote", "Votes", Step.SIGN_OFF, signed=False, room=True),
)

_BY_KEY = {kind.key: kind for kind in KINDS}
_BY_RECORD = {kind.record: kind for kind in KINDS}


def kind_of(what: str | Record | type[Record]) -> Kind:
    """Return the kind named by its key, its record class, or one of its records.

    Raises:
        KeyError: there is no such kind.
    """
    if isinstance(what, str):
        return _BY_KEY[what]
    return _BY_RECORD[what if isinstance(what, type) else type(what)]
