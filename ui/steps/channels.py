"""Listening and channels: where people are met, what they are promised, and whether that can be kept."""

from functools import partial

from planner.charts.capacity import capacity_chart
from planner.charts.scene import Measure, Scene
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.surge_panel import SurgePanel
from ui.steps.base import StepPage

_PURPOSE = phrase(
    "List every place where people meet you, what you promise them there, and where you listen."
)
_PROMISES = phrase(
    "A filled bar is the hours a week that answering takes; the outline is what the voices have left for it. "
    "A bar beyond its outline is a promise that can't be kept."
)
_NEEDS = phrase("Mark a channel as interactive and give its messages a week and the minutes a message takes.")


class ChannelsPage(StepPage):
    """Channels, listening sources, policies, and promises against capacity."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.CHANNELS, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("channels")
        self._add_kind("listening", title=say("Listening"))
        self._add_kind("policies")
        shown = ("channels", "people")
        promises = partial(
            ChartPanel, document, _draw, shown, say(_PROMISES), needs=Needs(say(_NEEDS), ("channels",))
        )
        self._add_chart(say("Promises kept?"), promises)
        self._add_chart(say("Rush"), partial(SurgePanel, document))


def _draw(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    return capacity_chart(plan, width, measure, size=size)
