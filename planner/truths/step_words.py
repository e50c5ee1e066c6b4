"""What edits would change, in words, before they are made: a line for each field, was and becomes."""

from collections.abc import Callable, Iterable, Iterator

from planner.editing.removal import losses
from planner.language import phrase, say
from planner.model.format import quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.records_signoff import Answer
from planner.model.saying import said
from planner.model.schema import FieldSpec, field
from planner.truths.naming import subject_name
from planner.truths.steps import EditStep

InWords = Callable[[Plan, FieldSpec, object], str]
_NOTHING = phrase("nothing")


def step_lines(plan: Plan, steps: Iterable[EditStep], in_words: InWords = said) -> tuple[str, ...]:
    """Return what some edits would change.

    Args:
        plan: the plan before them.
        steps: the edits.
        in_words: says a field's value in words.
    """
    return tuple(line for step in steps for line in _lines(plan, step, in_words))


def _lines(plan: Plan, step: EditStep, in_words: InWords) -> Iterator[str]:
    match step:
        case str():
            kind = kind_of(plan.find(step)).word
            yield say("Removes {kind} {entry}", kind=kind, entry=_name(plan, step))
            yield from (loss.sentence for loss in losses(plan, [step]))
        case (str() as record_id, str() as name, value):
            if plan.find(record_id) is not None:
                yield _field_line(plan, record_id, name, value, in_words)
        case Record():
            kind = kind_of(step).word
            yield say("Adds {kind} {entry}", kind=kind, entry=quoted(display_name(step)))


def _field_line(plan: Plan, record_id: str, name: str, value: object, in_words: InWords) -> str:
    record = plan.find(record_id)
    kind = kind_of(record)
    spec = field(kind.key, name)
    was = in_words(plan, spec, getattr(record, name)) or say(_NOTHING)
    becomes = in_words(plan, spec, value) or say(_NOTHING)
    if kind.single:
        return say("{field}: {was} → {becomes}", field=spec.title, was=was, becomes=becomes)
    entry = _name(plan, record_id)
    return say("{entry}: {field}: {was} → {becomes}", entry=entry, field=spec.title, was=was, becomes=becomes)


def _name(plan: Plan, record_id: str) -> str:
    record = plan.find(record_id)
    about = record.question if isinstance(record, Answer) else record_id
    return quoted(subject_name(plan, about))
