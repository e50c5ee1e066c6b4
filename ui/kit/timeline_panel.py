"""The timeline on a page: drawn, moved by hand, and explained."""

from planner.charts.scene import Measure, Scene
from planner.charts.timeline import timeline
from planner.language import phrase, say
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.timeline_view import TimelineView

_KINDS = ("tactics", "issues", "reviews", "channels", "people")
_WORDS = phrase(
    "Drag a bar or move it by arrow keys, its ends with Ctrl and Alt; Enter or a click shows its entry."
)


def timeline_panel(document: PlanDocument, words: str, needs: str) -> ChartPanel:
    """Return a timeline whose bars can be moved.

    Args:
        document: the document.
        words: what is to be seen on this page, in a sentence.
        needs: what is missing where there is nothing to draw yet.
    """

    def draw(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
        return timeline(plan, width, measure, size=size, today=document.today())

    said = words if document.read_only else f"{words} {say(_WORDS)}"
    view = TimelineView(document)
    return ChartPanel(document, draw, _KINDS, said, needs=Needs(needs, ("tactics",)), view=view)
