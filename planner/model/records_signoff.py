"""What leads to a signature: answers, waivers, dismissals, approvers, approvals, revisions."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from planner.model.record import Record
from planner.model.values import END, MAX_REVISION, Count, Form, Id, Line, Moment, Text, about
from planner.model.vocabulary import ApproverRole, Reply, SigningWay, Verdict

Fingerprint = Annotated[str, Meta(pattern=rf"^([0-9a-f]{{64}})?{END}", title="Fingerprint")]
"""SHA-256 over the plan's canonical JSON, in hexadecimal; empty where none was taken."""

Drawing = Annotated[str, Meta(max_length=200_000, pattern=rf"^[0-9., ;]*{END}", title="Drawing")]
"""Strokes parted by semicolons, each of points "x,y" parted by blanks; thousandths of the field's width
from its upper left corner, at most 1000 wide and 400 high."""


class Answer(Record, frozen=True, kw_only=True):
    """The team's written answer to one question of the catalogue."""

    question: Annotated[Line, about("Question", "The id of the question.", Form.LINE)] = ""
    reply: Annotated[
        Reply | None, about("Answer", "Yes, partly or no.", Form.CHOICE, main=True, column=True)
    ] = None
    evidence: Annotated[Text, about("Evidence", "Why you answer so.", Form.TEXT, main=True)] = ""
    by: Annotated[
        Id | None,
        about("Answered by", "Who answers for it.", Form.LINK, to=("people",), main=True, column=True),
    ] = None
    on: Annotated[
        date | None, about("Answered on", "The day of the answer.", Form.DATE, main=True, column=True)
    ] = None


class Waiver(Record, frozen=True, kw_only=True):
    """An accepted exception: a warning that a senior person lets stand, with a reason."""

    rule: Annotated[Line, about("Rule", "The id of the waived rule.", Form.LINE, column=True)] = ""
    subject: Annotated[
        Line,
        about("Subject", "The id of the entry that the finding is about, or 'plan'.", Form.LINE, column=True),
    ] = "plan"
    reason: Annotated[Text, about("Reason", "Why it may stand.", Form.TEXT, main=True, column=True)] = ""
    by: Annotated[
        Id | None,
        about(
            "Accepted by",
            "A director or executive of your own.",
            Form.LINK,
            to=("people",),
            main=True,
            column=True,
        ),
    ] = None
    until: Annotated[
        date | None,
        about(
            "Until", "The last day on which it holds; empty means no end.", Form.DATE, main=True, column=True
        ),
    ] = None


class Dismissal(Record, frozen=True, kw_only=True):
    """Advice that the team has read and put aside."""

    rule: Annotated[Line, about("Rule", "The id of the dismissed rule.", Form.LINE)] = ""
    subject: Annotated[Line, about("Subject", "The id of the entry, or 'plan'.", Form.LINE)] = "plan"


class Approver(Record, frozen=True, kw_only=True):
    """Somebody whose approval the plan needs."""

    role: Annotated[
        ApproverRole, about("Role", "In which role this person signs.", Form.CHOICE, main=True, column=True)
    ] = ApproverRole.REVIEWER
    person: Annotated[
        Id | None,
        about("Person", "Who signs in this role.", Form.LINK, to=("people",), main=True, column=True),
    ] = None
    way: Annotated[
        SigningWay, about("Signs by", "How this person signs.", Form.CHOICE, main=True, column=True)
    ] = SigningWay.TYPED
    turn: Annotated[
        Count,
        about(
            "Turn",
            "Whoever has a lower number decides first; those with the same decide in any order.",
            Form.WHOLE,
            main=True,
            column=True,
        ),
    ] = 0


class ApprovalRequest(Record, frozen=True, kw_only=True):
    """The plan was given to its approvers; it counts while the plan is as it was then."""

    revision: Annotated[
        Count, about("Revision", "The revision that was sent round.", Form.WHOLE, column=True)
    ] = 0
    fingerprint: Annotated[
        Fingerprint, about("Fingerprint", "Of the plan that was sent round.", Form.LINE)
    ] = ""
    at: Annotated[
        Moment | None,
        about("Sent at", "By the clock of the computer that was used.", Form.MOMENT, column=True),
    ] = None
    by: Annotated[Line, about("Sent by", "The name of who sent it.", Form.LINE, column=True)] = ""


class Approval(Record, frozen=True, kw_only=True):
    """One approver's decision about exactly one state of the plan.

    It counts only while the plan's fingerprint equals the one that was decided about.
    """

    approver: Annotated[
        Id | None,
        about("Approver", "Whose decision it is.", Form.LINK, to=("approvers",), owned=True, column=True),
    ] = None
    verdict: Annotated[
        Verdict, about("Decision", "Accept, accept with conditions, or reject.", Form.CHOICE, column=True)
    ] = Verdict.ACCEPT
    reason: Annotated[
        Text, about("Reason", "Needed for a rejection and for conditions.", Form.TEXT, column=True)
    ] = ""
    signed_name: Annotated[Line, about("Signed as", "The name that was typed.", Form.LINE, column=True)] = ""
    at: Annotated[
        Moment | None,
        about("Decided at", "By the clock of the computer that was used.", Form.MOMENT, column=True),
    ] = None
    revision: Annotated[Count, about("Revision", "The revision that was decided about.", Form.WHOLE)] = 0
    fingerprint: Annotated[
        Fingerprint, about("Fingerprint", "Of the plan that was decided about.", Form.LINE)
    ] = ""
    way: Annotated[SigningWay, about("Signed by", "How it was signed.", Form.CHOICE, column=True)] = (
        SigningWay.TYPED
    )
    drawing: Annotated[Drawing, about("Drawing", "The lines of a drawn signature.", Form.TEXT)] = ""
    certificate: Annotated[
        Fingerprint, about("Certificate", "Fingerprint of the key that signed digitally.", Form.LINE)
    ] = ""


class SignedRevision(Record, frozen=True, kw_only=True):
    """A revision that all approvers accepted; its content lies in the plan file's archive."""

    number: Annotated[
        Count, about("Revision", "Its number.", Form.WHOLE, column=True, high=MAX_REVISION - 1)
    ] = 0
    fingerprint: Annotated[
        Fingerprint, about("Fingerprint", "Of the signed plan.", Form.LINE, column=True)
    ] = ""
    at: Annotated[
        Moment | None, about("Signed at", "When the last approval came in.", Form.MOMENT, column=True)
    ] = None
