"""Objectives: the business results that are wanted."""

from functools import partial

from planner.charts.scene import Measure, Scene
from planner.charts.worth import worth_chart
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.steps.base import StepPage

_PURPOSE = phrase(
    "Name the few business results you want, each with its figure today, its target and its day."
)
_COSTING = ("objectives", "tactics", "budget", "budget_lines", "issues", "listening", "channels")
_WORTH = phrase("What the tactics for each objective cost, and what reaching it is worth.")
_NEEDS = phrase(
    "Add objectives with their expected value, and tactics with cost, or with hours and the cost of an hour."
)


class ObjectivesPage(StepPage):
    """Objectives, and what they cost against what they are worth."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.OBJECTIVES, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("objectives")
        worth = partial(
            ChartPanel,
            document,
            _draw,
            _COSTING,
            say(_WORTH),
            needs=Needs(say(_NEEDS), ("objectives", "tactics")),
        )
        self._add_chart(say("Worth"), worth)


def _draw(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    return worth_chart(plan, width, measure, size=size)
