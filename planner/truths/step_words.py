"""What edits would change, in words, before they are made: a line for each field, was and becomes."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from planner.editing.verbs import losses
from planner.model.format import quoted
from planner.model.kinds import kind_of
from planner.model.plan import Plan, display_name
from planner.model.records_signoff import Answer
from planner.model.saying import said
from planner.model.schema import FieldSpec, field
from planner.truths.naming import subject_name
from planner.truths.steps import EditStep

Say = Callable[[Plan, FieldSpec, object], str]
_NOTHING = "nothing"


def step_lines(plan: Plan, steps: Iterable[EditStep], say: Say = said) -> tuple[str, ...]:
    """Return what some edits would change.

    Args:
        plan: the plan before them.
        steps: the edits.
        say: says a field's value in words.
    """
    return tuple(line for step in steps for line in _lines(plan, step, say))


def _lines(plan: Plan, step: EditStep, say: Say) -> Iterator[str]:
    match step:
        case str():
            yield f"Removes {kind_of(plan.find(step)).word} {_name(plan, step)}"
            yield from (loss.sentence for loss in losses(plan, [step]))
        case (str() as record_id, str() as name, value):
            if plan.find(record_id) is not None:
                yield _field_line(plan, record_id, name, value, say)
        case Struct():
            yield f"Adds {kind_of(step).word} {quoted(display_name(step))}"


def _field_line(plan: Plan, record_id: str, name: str, value: object, say: Say) -> str:
    record = plan.find(record_id)
    kind = kind_of(record)
    spec = field(kind.key, name)
    whose = "" if kind.single else f"{_name(plan, record_id)}: "
    was = say(plan, spec, getattr(record, name)) or _NOTHING
    return f"{whose}{spec.title}: {was} → {say(plan, spec, value) or _NOTHING}"


def _name(plan: Plan, record_id: str) -> str:
    record = plan.find(record_id)
    about = record.question if isinstance(record, Answer) else record_id
    return quoted(subject_name(plan, about))
