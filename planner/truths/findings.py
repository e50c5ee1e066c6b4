"""What the truths find in a plan."""

from collections.abc import Mapping

from msgspec import Struct

from planner.model.kinds import Step
from planner.model.vocabulary import Weight

PLAN = "plan"
"""Stands for the plan itself where a finding or waiver is about no single entry."""

QUESTION = "question"
"""Kind of the subject where a finding is about a question of the catalogue."""


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that is wrong with a plan.

    Attributes:
        rule: id of the rule.
        level: how heavy it weighs.
        kind: key of the subject's kind, or "plan", or "question".
        subject: id of the one entry or question that it is about, or "plan".
        subject_name: what that is called; the plan's title for the plan, a question's own words.
        field: the very field that it leads to, of the subject (of the answer, for a question); where
            the subject is the plan, as "kind.field" or the key of a kind whose list it leads to.
            Empty: the entry as a whole.
        message: what is wrong, with this plan's names and figures.
        remedy: what would mend it.
        citation: keys of the sources, such as "R9 R3".
        step: the step of the walk on which it is mended.
        fixes: the fixes by machine that are offered, each by its label as a message.
        waived: an accepted exception covers it (warnings only).
        dismissed: the team has put it aside (advice only).
    """

    rule: str
    level: Weight
    kind: str
    subject: str
    subject_name: str
    field: str
    message: str
    remedy: str
    citation: str
    step: Step
    fixes: tuple[str, ...] = ()
    waived: bool = False
    dismissed: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Tells findings of one check apart, and finds the same one in the next."""
        return (self.rule, self.subject, self.field)

    @property
    def fixable(self) -> bool:
        """Whether a fix by machine is offered."""
        return bool(self.fixes)

    @property
    def stands(self) -> bool:
        """Whether it still asks for something: neither waived nor dismissed."""
        return not (self.waived or self.dismissed)


class Report(Struct, frozen=True):
    """All findings of one check, in the order of the walk and then of their weight.

    Attributes:
        findings: every finding, waived and dismissed ones included.
    """

    findings: tuple[Finding, ...] = ()

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that are neither waived nor dismissed."""
        return tuple(finding for finding in self.findings if finding.stands)

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of standing findings by level, and of waived ones."""
        counts = {weight.value: 0 for weight in Weight}
        for finding in self.standing:
            counts[finding.level.value] += 1
        return {**counts, "waived": sum(finding.waived for finding in self.findings)}

    @property
    def has_stop(self) -> bool:
        """Whether a stop stands; the document then says DRAFT."""
        return self.counts["stop"] > 0

    @property
    def can_sign(self) -> bool:
        """Whether the plan may be signed: no stop stands, and every warning is mended or waived."""
        return not self.counts["stop"] and not self.counts["warn"]
