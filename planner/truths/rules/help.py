"""Help from outside: partners are vetted before they are trusted (truths R10, S10)."""

from collections.abc import Iterator

from planner.model.format import in_sentence, listing, quoted
from planner.model.schema import field
from planner.model.vocabulary import PartnerClaim, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.gaps import is_blank, lacking
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule

_VETTING = ("can_plan", "can_execute", "prepares_us", "teaches")
_VETTED = Example("The studio was vetted on all four points, and its work was looked at.", example_plan)


@rule(
    Rule(
        id="help.unvetted",
        level=Weight.WARN,
        claim="Every partner has been vetted",
        reason=(
            "Good help plans, does the work, and leaves your own people able to go on without it. Whoever "
            "can do only one of these costs more than they bring."
        ),
        sources=("R10", "S10"),
        applies_to="partners",
        messages={
            "finding": Message(
                "“{name}” has not been vetted in full; there is no answer on {missing}.",
                "Ask for proof, and write down how they showed it; or look for another partner.",
            )
        },
        breaks=Example(
            "Nobody asked the studio whether it teaches.", lambda: example_with(("studio", "teaches", ""))
        ),
        keeps=_VETTED,
    )
)
def unvetted(look: Look) -> Iterator[Hit]:
    """Yield a hit for each partner that lacks one of the four answers."""
    for partner in look.plan.partners.values():
        missing = lacking(partner, _VETTING)
        if missing:
            titles = listing(quoted(field("partners", name).title) for name in missing)
            yield Hit(partner.id, missing[0], params={"missing": titles})


@rule(
    Rule(
        id="help.one-trick",
        level=Weight.WARN,
        claim="No partner has only one tool",
        reason=(
            "To somebody with a single tool every question looks made for it. You need advice on which tool "
            "to leave alone."
        ),
        sources=("R10",),
        applies_to="partners",
        messages={
            "finding": Message(
                "“{name}” is known for a single tool.",
                "Choose a partner who can advise for or against a tool, or keep this one to work with that "
                "tool only and plan without it.",
            )
        },
        breaks=Example(
            "The studio is known for one mailing tool and nothing else.",
            lambda: example_with(("studio", "single_tool", True)),
        ),
        keeps=_VETTED,
    )
)
def one_trick(look: Look) -> Iterator[Hit]:
    """Yield a hit for each partner that is known for one tool."""
    for partner in look.plan.partners.values():
        if partner.single_tool:
            yield Hit(partner.id, "single_tool")


@rule(
    Rule(
        id="help.talk-no-work",
        level=Weight.WARN,
        claim="Every partner shows delivered work",
        reason="Talks and followers show that somebody can present. Only work that went live shows the rest.",
        sources=("R10",),
        applies_to="partners",
        messages={
            "finding": Message(
                "“{name}” shows no delivered work.",
                "Ask for two or three pieces of work that went live, look at them, and name them here.",
            )
        },
        breaks=Example(
            "Nobody has seen any work of the studio.", lambda: example_with(("studio", "delivered", ""))
        ),
        keeps=_VETTED,
    )
)
def talk_no_work(look: Look) -> Iterator[Hit]:
    """Yield a hit for each partner without delivered work."""
    for partner in look.plan.partners.values():
        if is_blank(partner.delivered):
            yield Hit(partner.id, "delivered")


@rule(
    Rule(
        id="help.miracle",
        level=Weight.WARN,
        claim="No partner promises a miracle",
        reason=(
            "What people will say and buy is not in a partner's hands. Whoever promises it all the same is "
            "selling to you, not advising you."
        ),
        sources=("S10",),
        applies_to="partners",
        messages={
            "finding": Message(
                "“{name}” promised {claim}, which nobody can keep.",
                "Choose another partner, or have the promise taken back in writing.",
            )
        },
        breaks=Example(
            "The studio promised five hundred new guests.",
            lambda: example_with(("studio", "claim", PartnerClaim.CERTAIN_RESULT)),
        ),
        keeps=_VETTED,
    )
)
def miracle(look: Look) -> Iterator[Hit]:
    """Yield a hit for each partner who promised what nobody can."""
    for partner in look.plan.partners.values():
        if partner.claim is not PartnerClaim.NONE:
            yield Hit(partner.id, "claim", params={"claim": in_sentence(partner.claim.label)})
