"""What findings and accepted exceptions are about, in words."""

from collections.abc import Iterable

from msgspec import Struct

from planner.model.format import listing, quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.records_signoff import Waiver
from planner.truths.findings import PLAN, QUESTION
from planner.truths.questions import question_by_id


def names(records: Iterable[Struct], *, word: str = "and", most: int = 3) -> str:
    """Return what records are called as a list in a sentence, each in quotation marks.

    Args:
        records: any records.
        word: joins the last one.
        most: how many to name; the rest is counted.
    """
    return listing((quoted(display_name(record)) for record in records), word, most)


def subject_kind(plan: Plan, subject: str) -> str:
    """Return the key of the kind that a subject belongs to.

    Args:
        plan: the plan.
        subject: "plan", id of a question, or id of an entry that the plan has.
    """
    if subject == PLAN:
        return PLAN
    return QUESTION if question_by_id(subject) else kind_of(plan.find(subject)).key


def subject_name(plan: Plan, subject: str) -> str:
    """Return what a subject is called, also where the plan has it no longer.

    Args:
        plan: the plan.
        subject: "plan", id of a question, or id of an entry.
    """
    if subject == PLAN:
        return plan.the_brief.title
    question = question_by_id(subject)
    if question is not None:
        return question.text
    record = plan.find(subject)
    if record is None:
        return "an entry that is gone"
    return _waiver_name(plan, record) if isinstance(record, Waiver) else display_name(record)


def _waiver_name(plan: Plan, waiver: Waiver) -> str:
    if waiver.subject in plan.waivers:
        return "Exception for an exception"
    return f"Exception for {subject_name(plan, waiver.subject)}"
