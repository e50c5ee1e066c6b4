"""People: who does it, who helps, what changes in how people work, and who has too much to do."""

from functools import partial

from planner.charts.load import load_chart
from planner.charts.scene import Measure, Scene
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.steps.base import StepPage

_PURPOSE = phrase("Name who owns, speaks and works for the plan, and see whether they have the time.")
_LOAD = phrase(
    "Each person's hours a week for tactics, listening and answering, against the hours they have. A frame "
    "with “!” is a week with too much in it."
)
_NEEDS = phrase("Add people with their hours, and tactics with hours a week and who is responsible.")


class PeoplePage(StepPage):
    """People, partners, change actions and the load."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.PEOPLE, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("people")
        self._add_kind("partners")
        self._add_kind("changes", title=say("Changes"))
        shown = ("people", "tactics", "channels", "listening")
        load = partial(
            ChartPanel, document, _draw, shown, say(_LOAD), needs=Needs(say(_NEEDS), ("people", "tactics"))
        )
        self._add_chart(say("Load"), load)


def _draw(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    return load_chart(plan, width, measure, size=size)
