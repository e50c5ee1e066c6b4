"""The charts of a document: scenes drawn from the plan, a part for each page that they need."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart, capacity_pages
from planner.charts.ladder import ladder, ladder_pages
from planner.charts.load import load_chart, load_pages
from planner.charts.pdf import SceneFlowable, paper_measure
from planner.charts.scene import Role, Scene
from planner.charts.sequence import sequence_chart, sequence_pages
from planner.charts.timeline import timeline, timeline_pages
from planner.document.blocks import Chart
from planner.document.pages.paginate import Flow
from planner.language import say
from planner.model.plan import Plan

_LADDER_PART = 0.45
"""Part of a page that one part of the ladder fills at most, unless one objective alone takes more."""
_LOAD_PART = 0.48
"""Part of a page that one part of the load fills where it takes several: two of them share a page, and the
first finds room behind the table before it.
"""

_Draw = Callable[[Plan, date, float, float], Iterator[Scene]]


def chart_flows(
    plan: Plan, today: date, theme: Mapping[Role, str], chart: Chart, width: float, height: float
) -> Sequence[Flow]:
    """Return a chart's parts.

    Args:
        plan: what is drawn.
        today: the day that the timeline marks.
        theme: the colour of each role.
        chart: which one.
        width: of the page between its margins, in points.
        height: that a part may have, in points.
    """
    scenes = chart_scenes(plan, today, chart, width, height)
    return [SceneFlowable(scene, theme, max_height=height) for scene in scenes]


def part_heading(chart: Chart, number: int, count: int) -> str:
    """Return what stands above one of a chart's parts.

    Args:
        chart: the chart.
        number: of the part, from 1.
        count: of all its parts.
    """
    if count == 1:
        return chart.heading
    return say(
        "{heading}, part {number} of {count}", heading=chart.heading, number=str(number), count=str(count)
    )


def chart_scenes(plan: Plan, today: date, chart: Chart, width: float, height: float) -> Iterator[Scene]:
    """Yield the scenes of a chart's parts; see `chart_flows`."""
    return _DRAWS[chart.name](plan, today, width, height)


def _timeline(plan: Plan, today: date, width: float, height: float) -> Iterator[Scene]:
    for rows in timeline_pages(plan, height):
        yield timeline(plan, width, paper_measure, rows=rows, today=today)


def _load(plan: Plan, _today: date, width: float, height: float) -> Iterator[Scene]:
    pages = load_pages(plan, height)
    if len(pages) > 1:
        pages = load_pages(plan, height * _LOAD_PART)
    for people in pages:
        yield load_chart(plan, width, paper_measure, people=people)


def _ladder(plan: Plan, _today: date, width: float, height: float) -> Iterator[Scene]:
    for roots in ladder_pages(plan, width, height * _LADDER_PART):
        yield ladder(plan, width, paper_measure, roots=roots)


def _budget(plan: Plan, _today: date, width: float, _height: float) -> Iterator[Scene]:
    yield budget_chart(plan, width, paper_measure)


def _capacity(plan: Plan, _today: date, width: float, height: float) -> Iterator[Scene]:
    for channels in capacity_pages(plan, height):
        yield capacity_chart(plan, width, paper_measure, channels=channels)


def _sequence(plan: Plan, today: date, width: float, height: float) -> Iterator[Scene]:
    for pushes in sequence_pages(plan, height):
        yield sequence_chart(plan, width, paper_measure, pushes=pushes, today=today)


_DRAWS: Mapping[str, _Draw] = {
    "timeline": _timeline,
    "load": _load,
    "ladder": _ladder,
    "budget": _budget,
    "capacity": _capacity,
    "sequence": _sequence,
}
