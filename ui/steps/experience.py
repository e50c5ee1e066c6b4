"""Experience: how good it is for customers today, and what is mended before anything is pushed."""

from functools import partial

from planner.charts.scene import Measure, Scene
from planner.charts.sequence import sequence_chart
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.weak import weakly
from ui.steps.base import StepPage

_PURPOSE = phrase(
    "Rate your customers' journey as it is today, and mend what is broken before you push anything."
)
_SEQUENCE = phrase(
    "What is mended when, and which push waits for it. A broken frame is a push that starts too early."
)
_NEEDS = phrase("Add experience issues with the date of their fix, and tactics that publish or promote.")


class ExperiencePage(StepPage):
    """Touchpoints, experience issues, and the sequence of fixes and pushes."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.EXPERIENCE, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("touchpoints")
        self._add_kind("issues")
        shown = ("issues", "tactics", "touchpoints", "people")
        self._add_chart(
            say("Sequence"),
            partial(
                ChartPanel,
                document,
                weakly(self._draw),
                shown,
                say(_SEQUENCE),
                needs=Needs(say(_NEEDS), ("issues", "tactics")),
            ),
        )

    def _draw(self, plan: Plan, width: float, measure: Measure, size: float) -> Scene:
        return sequence_chart(plan, width, measure, size=size, today=self._document.today())
