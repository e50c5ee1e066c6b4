"""What can be done about a finding, and what it would change."""

import dataclasses
from dataclasses import dataclass

from planner.editing.patch import RecordChange, diff
from planner.editing.verbs import Edit
from planner.model.format import quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.schema import fields
from planner.truths.findings import Finding
from planner.truths.fixes import offers
from planner.truths.sources import citation_titles
from ui.document import PlanDocument
from ui.kit.parsing import show_field
from ui.kit.region import current_locale

_MOST = 8
_NOTHING = "nothing"


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
        return "safe" if self.is_safe else "needs a look"


def mends_of(document: PlanDocument, finding: Finding) -> tuple[Mend, ...]:
    """Return the mends that a finding offers for the plan as it is now."""
    if document.read_only:
        return ()
    return tuple(
        Mend(offer.fix.label, offer.fix.safe, changes_of(document.plan, offer.edit.plan), offer.edit)
        for offer in offers(document.plan, finding, document.today())
    )


def changes_of(before: Plan, after: Plan) -> tuple[str, ...]:
    """Return what differs between two plans in words, a line for each field, the first few."""
    patch = diff(before, after)
    lines = [line for change in patch.records for line in _lines(change, before, after)]
    return (*lines[:_MOST], f"and {len(lines) - _MOST} more") if len(lines) > _MOST else tuple(lines)


def _lines(change: RecordChange, before: Plan, after: Plan) -> list[str]:
    word = kind_of(change.kind).word
    if change.before is None:
        return [f"Adds {word} {quoted(display_name(change.after))}"]
    if change.after is None:
        return [f"Removes {word} {quoted(display_name(change.before))}"]
    locale = current_locale()
    return [
        f"{spec.title} of {quoted(display_name(change.after))}: "
        f"{show_field(spec, getattr(change.before, spec.name), before, locale) or _NOTHING} → "
        f"{show_field(spec, getattr(change.after, spec.name), after, locale) or _NOTHING}"
        for spec in fields(change.kind)
        if getattr(change.before, spec.name) != getattr(change.after, spec.name)
    ]


def source_of(finding: Finding) -> str:
    """Return where the truth of a finding comes from, a line for each source; empty for our own."""
    return "\n".join(f"{title}." for title in citation_titles(finding.citation))
