"""What can be done about a finding, and what it would change."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from planner.editing.verbs import Edit
from planner.language import say
from planner.model.plan import Plan
from planner.parsing import show_field
from planner.truths.findings import Finding
from planner.truths.fixes import offers
from planner.truths.sources import citation_titles
from planner.truths.step_words import step_lines
from planner.truths.steps import EditStep
from ui.document import PlanDocument
from ui.kit.region import current_locale

_MOST = 8


@dataclass(frozen=True, slots=True)
class Mend:
    """A mend by machine; two are the same where they say the same.

    Attributes:
        label: what it does, for the button.
        is_safe: it takes no judgement and loses nothing; the others need a look.
        changes: what it would change, a line each.
        edit: the edit.
    """

    label: str
    is_safe: bool
    changes: tuple[str, ...]
    edit: Edit = dataclasses.field(compare=False)

    @property
    def kind(self) -> str:
        """Whether it is safe, in words."""
        return say("safe") if self.is_safe else say("needs a look")


def mends_of(document: PlanDocument, finding: Finding) -> tuple[Mend, ...]:
    """Return the mends that a finding offers for the plan as it is now."""
    if document.read_only:
        return ()
    return tuple(
        Mend(offer.fix.label, offer.fix.safe, changes_of(document.plan, offer.steps), offer.edit)
        for offer in offers(document.plan, finding, document.today())
    )


def changes_of(plan: Plan, steps: Sequence[EditStep]) -> tuple[str, ...]:
    """Return what some edits would change in words, a line for each field, the first few."""
    locale = current_locale()
    lines = step_lines(plan, steps, lambda of, spec, value: show_field(spec, value, of, locale))
    if len(lines) <= _MOST:
        return lines
    return (*lines[:_MOST], say("and {count} more", count=len(lines) - _MOST))


def source_of(finding: Finding) -> str:
    """Return where the truth of a finding comes from, a line for each source; empty for our own."""
    return "\n".join(f"{title}." for title in citation_titles(finding.citation))
