"""Tactics: what is done, the ideas that feed it, and when it all happens."""

from functools import partial

from planner.charts.scene import Measure, Scene
from planner.charts.sequence import sequence_chart
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.timeline_panel import timeline_panel
from ui.kit.weak import weakly
from ui.steps.base import StepPage

_PURPOSE = phrase("Say what you will do, where, for which objective, and who answers for it.")
_TIMELINE = phrase("When everything happens: fixes first, then tactics.")
_SEQUENCE = phrase(
    "Which push waits for which fix. A broken frame is a push that starts before what it needs is mended."
)
_NO_SEQUENCE = phrase(
    "Add tactics that publish or promote, and experience issues with the date of their fix."
)
_NEEDS = phrase("Give tactics their first and last day, and fixes their date.")


class TacticsPage(StepPage):
    """Tactics, ideas and the timeline."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.TACTICS, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("tactics")
        self._add_kind("ideas")
        shown = ("tactics", "issues", "reviews", "channels")
        self._add_chart(say("Timeline"), partial(timeline_panel, document, say(_TIMELINE), say(_NEEDS)))
        draw = weakly(self._draw_order)
        order = partial(
            ChartPanel,
            document,
            draw,
            shown,
            say(_SEQUENCE),
            needs=Needs(say(_NO_SEQUENCE), ("tactics", "issues")),
        )
        self._add_chart(say("Sequence"), order)

    def _draw_order(self, plan: Plan, width: float, measure: Measure, size: float) -> Scene:
        return sequence_chart(plan, width, measure, size=size, today=self._document.today())
