"""What a search finds in a plan: in texts, and in the words that links, choices and figures show."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.editing.replacing import Spot, Wanted, is_replaceable, is_searched
from planner.language import say
from planner.model.kinds import KINDS, Kind, Step
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form
from planner.parsing import show_field
from ui.kit.line import Line, Mark, Marked
from ui.kit.region import current_locale
from ui.palette.entries import entry_title

_BEFORE, _AFTER = 18, 60
"""Characters shown around a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the text stands.

    Attributes:
        spot: the place.
        step: on whose page it is.
        title: of the field, and whose it is.
        text: what the field shows.
        can_replace: it stands in a text of somebody's own.
    """

    spot: Spot
    step: Step
    title: str
    text: str
    can_replace: bool


def hits_in(plan: Plan, wanted: Wanted) -> Iterator[Hit | None]:
    """Yield each hit, step by step as the walk has them; None for an entry without one."""
    for step in Step:
        for kind in KINDS:
            if kind.step is step:
                for record in plan.records(kind).values():
                    yield from _hits_of(plan, kind, record, wanted)


def _hits_of(plan: Plan, kind: Kind, record: Record, wanted: Wanted) -> Iterator[Hit | None]:
    yield None
    for spec in filter(is_searched, fields(kind.key)):
        text = _shown(plan, spec, record)
        for start, end in wanted.spans_in(text) if text else ():
            whose = "" if kind.single else f" · {entry_title(plan, kind, record)}"
            spot = Spot(record.id, kind.key, spec.name, start, end)
            yield Hit(spot, kind.step, f"{spec.title}{whose}", text, is_replaceable(spec))


def _shown(plan: Plan, spec: FieldSpec, record: Record) -> str:
    value = getattr(record, spec.name)
    if spec.form in {Form.LINE, Form.TEXT} or value is None:
        return value or ""
    return show_field(spec, value, plan, current_locale())


def line_of(hit: Hit, new: str | None) -> Line:
    """Return a hit as a line with an excerpt.

    Args:
        hit: the hit.
        new: what would take its place, to be shown beside it; None where nothing is replaced.
    """
    text, start, end = hit.text, hit.spot.start, hit.spot.end
    before = text[max(0, start - _BEFORE) : start]
    lead = ("…" if start > _BEFORE else "") + before
    found = text[start:end]
    shows_new = new is not None and hit.can_replace
    put, gap = (f"{new}", " ") if new and shows_new else ("", "")
    rest = text[end : end + _AFTER] + ("…" if end + _AFTER < len(text) else "")
    at, split = len(lead), len(lead) + len(found)
    marks = [Marked(at, split, Mark.OLD if shows_new else Mark.HIT)]
    if put:
        marks.append(Marked(split + len(gap), split + len(gap) + len(put), Mark.NEW))
    aside = "" if hit.can_replace or new is None else say("found only")
    # One sign for one: the marks count characters.
    detail = "".join(" " if sign.isspace() else sign for sign in f"{lead}{found}{gap}{put}{rest}")
    return Line(hit.spot, hit.title, detail, tuple(marks), aside, is_faded=bool(aside))


def lines_of(hits: list[Hit], new: str | None) -> list[Line]:
    """Return hits as lines under the headings of their steps."""
    lines: list[Line] = []
    step: Step | None = None
    for hit in hits:
        if hit.step is not step:
            step = hit.step
            lines.append(Line(None, f"{list(Step).index(step) + 1}  {step.heading}", is_heading=True))
        lines.append(line_of(hit, new))
    return lines
