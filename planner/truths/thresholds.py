"""The thresholds of the truths in words."""

from collections.abc import Iterator
from decimal import Decimal

from planner.language import say
from planner.model.format import format_number, percent
from planner.model.plan import Plan
from planner.model.schema import FieldSpec, field, fields
from planner.model.values import Form


def threshold_figure(spec: FieldSpec, value: Decimal | int) -> str:
    """Return a value of a threshold as it reads: "85 %", "30 days", "0.5"."""
    figure = percent(Decimal(value)) if spec.form is Form.PERCENT else format_number(value)
    return f"{figure} {spec.unit}".strip()


def threshold_words(name: str) -> str:
    """Return a threshold's title with its default, such as "Occupancy: 85 % by default".

    Args:
        name: the field of `Limits`.

    Raises:
        KeyError: there is no such threshold.
    """
    spec = field("limits", name)
    usual = threshold_figure(spec, spec.default)
    return say("{threshold}: {usual} by default", threshold=spec.title, usual=usual)


def changed_thresholds(plan: Plan) -> Iterator[tuple[FieldSpec, Decimal | int]]:
    """Yield each threshold that the plan sets otherwise than usual, with its value there."""
    for spec in fields("limits"):
        value = getattr(plan.the_limits, spec.name)
        if value != spec.default:
            yield spec, value


def threshold_change(spec: FieldSpec, value: Decimal | int) -> str:
    """Return a changed threshold in words, such as "Occupancy: 90 %, usually 85 %"."""
    return say(
        "{threshold}: {figure}, usually {usual}",
        threshold=spec.title,
        figure=threshold_figure(spec, value),
        usual=threshold_figure(spec, spec.default),
    )
