"""Agencies and consultants, and how they were vetted."""

from collections.abc import Iterator

from planner.document.blocks import Block, Facts, Subheading, Together
from planner.document.chapters.common import Contents, fact, quiet
from planner.document.source import Source
from planner.document.wording import in_words
from planner.language import say, say_count
from planner.model.records_purpose import Partner
from planner.model.schema import fields
from planner.model.values import Form

_VETTING = ("can_plan", "can_execute", "prepares_us", "teaches", "delivered")


def partners(source: Source) -> Contents:
    """Write the chapter on partners."""
    found = tuple(_cards(source))
    return Contents(
        _finding(source), found or (quiet(say("All of it is done by the organisation's own people.")),)
    )


def _cards(source: Source) -> Iterator[Block]:
    for partner in source.plan.partners.values():
        rows = tuple(
            fact("partners", spec.name, getattr(partner, spec.name))
            for spec in fields("partners")
            if spec.name != "name" and not _plain_no(spec.form, getattr(partner, spec.name))
        )
        yield Together((Subheading(source.name(partner.id)), Facts(rows)))


def _plain_no(form: Form, value: object) -> bool:
    """Whether a yes-no field says no, which is what everybody expects of a partner."""
    return form is Form.YES_NO and value is False


def _finding(source: Source) -> str:
    found = source.plan.partners.values()
    gaps = sum(not _vetted(partner) for partner in found)
    if not found:
        return say("No partner helps with this plan")
    if gaps:
        return say_count(
            "{count} partner is not fully vetted",
            "{count} partners are not fully vetted",
            gaps,
            count=in_words(gaps),
        )
    return say("The partner was vetted") if len(found) == 1 else say("All partners were vetted")


def _vetted(partner: Partner) -> bool:
    return all(getattr(partner, name).strip() for name in _VETTING)
