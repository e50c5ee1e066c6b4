"""What findings and accepted exceptions are about, in words."""

from collections.abc import Iterable

from planner.language import say
from planner.model.format import AND, listing, quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.records_signoff import Waiver
from planner.truths.findings import PLAN, QUESTION
from planner.truths.questions import question_of


def names(records: Iterable[Record], *, joined: str = AND, most: int = 3) -> str:
    """Return what records are called as a list in a sentence, each in quotation marks.

    Args:
        records: any records.
        joined: joins the last one: `AND` or `OR`.
        most: how many to name; the rest is counted.
    """
    return listing((quoted(display_name(record)) for record in records), joined, most)


def described(plan: Plan, subject: str, likely: str = PLAN) -> tuple[str, str]:
    """Return the key of a subject's kind, and what the subject is called.

    Args:
        plan: the plan.
        subject: "plan", id of a question, or id of an entry that the plan has.
        likely: key of the kind that is looked at first, as a check names thousands of entries.
    """
    if subject == PLAN:
        return PLAN, plan.title
    record = None if likely in {PLAN, QUESTION} else plan.records(likely).get(subject)
    if record is not None:
        return likely, _record_name(plan, record)
    question = question_of(plan, subject)
    if question is not None:
        return QUESTION, question.text
    record = plan.find(subject)
    return kind_of(record).key, _record_name(plan, record)


def subject_name(plan: Plan, subject: str) -> str:
    """Return what a subject is called, also where the plan has it no longer.

    Args:
        plan: the plan.
        subject: "plan", id of a question, or id of an entry.
    """
    known = subject == PLAN or question_of(plan, subject) is not None or plan.find(subject) is not None
    return described(plan, subject)[1] if known else say("an entry that is gone")


def _record_name(plan: Plan, record: Record) -> str:
    if not isinstance(record, Waiver):
        return display_name(record)
    if record.subject in plan.waivers:
        return say("Exception for an exception")
    return say("Exception for {subject}", subject=subject_name(plan, record.subject))
