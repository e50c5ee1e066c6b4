"""The document control block: which plan this is, who decides about it, how a copy is verified."""

from collections.abc import Iterator

from planner.document.blocks import Block, Chapter, Facts
from planner.document.chapters.first import state
from planner.document.source import Source
from planner.document.wording import NOT_SAID, joined, moment, short_day
from planner.language import phrase, say
from planner.model.format import in_sentence
from planner.model.vocabulary import SigningWay

_VERIFY = phrase(
    "On paper: the fingerprint below each page is the beginning of the one above, and the code beside it "
    "holds the whole; pages with another one belong to another plan. On a computer: “Verify a document” in "
    "Truecourse, or “truecourse verify”, says whether it is unchanged and who signed with which key."
)


def control(source: Source) -> Chapter:
    """Write the block that stands at the end of every document."""
    return Chapter("control", say("Document control"), "", tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    plan, brief = source.plan, source.plan.the_brief
    yield Facts(
        (
            (say("Plan"), brief.title),
            (say("Organisation"), brief.organisation or say(NOT_SAID)),
            (say("Plan id"), plan.plan_id),
            (say("Revision"), str(plan.revision)),
            (say("Status"), state(source)),
            (say("As of"), short_day(source.today)),
            (say("Plan fingerprint"), source.digest),
            (say("Approvers"), _approvers(source)),
            (say("Distribution"), _distribution(source)),
            (say("To verify a copy"), say(_VERIFY)),
        )
    )


def _approvers(source: Source) -> str:
    lines = []
    for approver in source.plan.approvers.values():
        approval = source.approval(approver.id)
        said = say("signs digitally") if approver.way is SigningWay.DIGITAL else say("no decision yet")
        if approval is not None:
            decided = in_sentence(approval.verdict.label)
            said = say(", ").join(filter(None, (decided, moment(approval.at))))
        name = source.name(approver.person) or say("nobody named yet")
        lines.append(say("{role}: {name}, {decision}", role=approver.role.label, name=name, decision=said))
    return "\n".join(lines) or say("Nobody is named yet.")


def _distribution(source: Source) -> str:
    approvers = (a.person for a in source.plan.approvers.values() if a.person)
    accountable = (t.accountable for t in source.plan.tactics.values() if t.accountable)
    people = dict.fromkeys((*filter(None, (source.plan.the_brief.sponsor,)), *approvers, *accountable))
    return joined(source.names_of(people), missing=say("Nobody is named yet."))
