"""Metrics: the ladder from activity to the business result, and what was read later."""

from collections.abc import Mapping
from functools import partial

from planner.charts.ladder import ladder
from planner.charts.scene import Measure, Scene
from planner.language import phrase, say
from planner.model.kinds import Step
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.kind_editor import KindEditor
from ui.kit.nothing_to_draw import Needs
from ui.kit.table_setup import TableSetup
from ui.kit.weak import weakly
from ui.steps.base import StepPage

_PURPOSE = phrase("Lead from what you do up to the business result, one figure feeding the next.")
_LADDER = phrase(
    "How activity becomes a business result; ✓ or ✕ says whether the targets yield what is wanted. "
    "The kind of a line tells how its link is known."
)
_NEEDS = phrase("Add metrics, and say which metric or objective each of them feeds.")


class MetricsPage(StepPage):
    """Metrics, readings and the ladder."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.METRICS, document, say(_PURPOSE))
        self._use_tabs()
        self._add_kind("metrics")
        self._add_kind("readings", TableSetup(fresh=weakly(self._new_reading)))
        shown = ("metrics", "objectives", "tactics")
        rungs = partial(
            ChartPanel,
            document,
            _draw,
            shown,
            say(_LADDER),
            needs=Needs(say(_NEEDS), ("metrics", "objectives")),
        )
        self._add_chart(say("Ladder"), rungs)

    def _new_reading(self) -> Mapping[str, object]:
        """Begin a reading of the metric that is selected, today."""
        metrics = next((e for e in self.findChildren(KindEditor) if e.kind_key == "metrics"), None)
        chosen = metrics.table.view.current_id if metrics else None
        return {"metric": chosen, "on": self._document.today()}


def _draw(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    return ladder(plan, width, measure, size=size)
