"""The document control block: which plan this is, who decides about it, how a copy is verified."""

from collections.abc import Iterator

from planner.document.blocks import Block, Chapter, Facts
from planner.document.chapters.first import state
from planner.document.source import Source
from planner.document.wording import NOT_SAID, joined, moment, short_day
from planner.model.vocabulary import SigningWay

_VERIFY = (
    "On paper: the fingerprint below each page is the beginning of the one above, and the code beside it "
    "holds the whole; pages with another one belong to another plan. On a computer: “Verify a document” in "
    "Truecourse, or “truecourse verify”, says whether it is unchanged and who signed with which key."
)


def control(source: Source) -> Chapter:
    """Write the block that stands at the end of every document."""
    return Chapter("control", "Document control", "", tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    plan, brief = source.plan, source.plan.the_brief
    yield Facts(
        (
            ("Plan", brief.title),
            ("Organisation", brief.organisation or NOT_SAID),
            ("Plan id", plan.plan_id),
            ("Revision", str(plan.revision)),
            ("Status", state(source)),
            ("As of", short_day(source.today)),
            ("Plan fingerprint", source.digest),
            ("Approvers", _approvers(source)),
            ("Distribution", _distribution(source)),
            ("To verify a copy", _VERIFY),
        )
    )


def _approvers(source: Source) -> str:
    lines = []
    for approver in source.plan.approvers.values():
        approval = source.approval(approver.id)
        who = f"{approver.role.label}: {source.name(approver.person) or 'nobody named yet'}"
        said = "signs digitally" if approver.way is SigningWay.DIGITAL else "no decision yet"
        if approval is not None:
            when = moment(approval.at)
            said = ", ".join(filter(None, (approval.verdict.label.lower(), when)))
        lines.append(f"{who}, {said}")
    return "\n".join(lines) or "Nobody is named yet."


def _distribution(source: Source) -> str:
    approvers = (a.person for a in source.plan.approvers.values() if a.person)
    accountable = (t.accountable for t in source.plan.tactics.values() if t.accountable)
    people = dict.fromkeys((*filter(None, (source.plan.the_brief.sponsor,)), *approvers, *accountable))
    return joined(source.names_of(people), missing="Nobody is named yet.")
