"""Why the plan exists, what it stands for, and its frame."""

from planner.document.blocks import Facts, Subheading
from planner.document.chapters.common import Contents, fact, text_or_quiet
from planner.document.source import Source
from planner.document.wording import NOT_SAID, in_words, in_words_within, span
from planner.language import phrase, say, say_count
from planner.model.schema import field

_TEXTS = (
    ("answer", phrase("The business question has no answer yet.")),
    ("stands_for", phrase("The plan does not say yet what the organisation stands for.")),
    ("shares", phrase("The plan does not say yet what is shared.")),
    ("protects", phrase("The plan does not say yet what stays protected.")),
)


def purpose(source: Source) -> Contents:
    """Write the chapter on the purpose."""
    brief = source.plan.the_brief
    blocks = [
        block
        for name, empty in _TEXTS
        for block in (Subheading(field("brief", name).title), text_or_quiet(getattr(brief, name), say(empty)))
    ]
    return Contents(_finding(source), (*blocks, Subheading(say("Frame")), _frame(source)))


def _frame(source: Source) -> Facts:
    brief = source.plan.the_brief
    return Facts(
        (
            (say("Period"), span(brief.starts_on, brief.ends_on, missing=say(NOT_SAID))),
            fact("brief", "sponsor", source.name(brief.sponsor)),
            fact("brief", "currency", brief.currency),
            fact("brief", "hourly_rate", brief.hourly_rate),
        )
    )


def _finding(source: Source) -> str:
    serving = [tactic for tactic in source.plan.tactics.values() if tactic.objectives]
    served = {item.objective for tactic in serving for item in tactic.objectives}
    if not served:
        answered = source.plan.the_brief.answer.strip()
        return (
            say("No tactic serves a business result yet")
            if answered
            else say("The business question waits for its answer")
        )
    results = in_words_within(len(served))
    if len(serving) == 1:
        return say_count(
            "One tactic serves {count} business result",
            "One tactic serves {count} business results",
            len(served),
            count=results,
        )
    return say_count(
        "{tactics} tactics serve {count} business result",
        "{tactics} tactics serve {count} business results",
        len(served),
        count=results,
        tactics=in_words(len(serving)),
    )
