"""Budget and rhythm: the money against what was approved, and the days on which the plan is reviewed."""

from functools import partial

from planner.analysis.budget import planned_cost
from planner.charts.budget import budget_chart
from planner.charts.scene import Measure, Scene
from planner.charts.worth import worth_chart
from planner.language import phrase, say
from planner.model.format import money
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.records_work import Tactic
from planner.model.values import Money
from ui.document import PlanDocument
from ui.kit.bound_card import BoundCard
from ui.kit.card import Card, card_page
from ui.kit.chart_panel import ChartPanel
from ui.kit.nothing_to_draw import Needs
from ui.kit.scrolling import ScrollPage
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.kit.timeline_panel import timeline_panel
from ui.kit.weak import weakly
from ui.steps.base import StepPage, tabbed_editor

_PURPOSE = phrase("See what the plan costs against what was approved, and settle when you look at it again.")
_COSTING = frozenset({"brief", "budget", "budget_lines", "tactics", "issues", "listening", "channels"})
_PARTS = phrase("Lines, tactics, fixes and hours, part upon part.")
_NO_COST = phrase("Add budget lines, the cost of tactics, or hours together with the cost of an hour.")
_WORTH = phrase("What the tactics for each objective cost, and what reaching it is worth.")
_NO_WORTH = phrase("Add objectives with their expected value, and the cost of tactics.")
_TIMELINE = phrase("When everything happens, reviews included.")
_NO_DAYS = phrase("Give tactics their first and last day, and reviews their date.")
_NO_PILOTS = phrase("No pilots yet")
_NO_PILOT = phrase(
    "No tactic is marked as a pilot. A small trial first shows early what works: mark one under Tactics."
)


class BudgetPage(StepPage):
    """The budget, its lines, reviews, pilots and the timeline."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(Step.BUDGET, document, say(_PURPOSE))
        tabs = self._use_tabs()
        self._approval = BoundCard(
            document, "budget", ("approved", "approved_by", "approved_on"), say("The approved budget")
        )
        self._sum = plain_label(wraps=True)
        self._overview = ScrollPage(card_page(self._approval, self._cost_card()))
        tabs.add_page(say("Budget"), self._overview, kinds={"budget"})
        self._place("budget", self._overview, weakly(self._show_budget))
        self._add_kind("budget_lines", title=say("Lines"))
        self._add_kind("reviews")
        self._add_pilots()
        shown = _COSTING | {"objectives"}
        worth = partial(
            ChartPanel,
            document,
            _draw_worth,
            shown,
            say(_WORTH),
            needs=Needs(say(_NO_WORTH), ("objectives", "tactics")),
        )
        self._add_chart(say("Worth"), worth)
        self._add_chart(say("Timeline"), partial(timeline_panel, document, say(_TIMELINE), say(_NO_DAYS)))
        document.changed.connect(self._write_sum)
        self._write_sum()

    def _cost_card(self) -> Card:
        card = Card(say("What the plan costs"))
        chart = ChartPanel(
            self._document,
            _draw_cost,
            _COSTING,
            say(_PARTS),
            needs=Needs(say(_NO_COST), ("budget_lines",)),
            scrolls=False,
        )
        chart.picked.connect(self.show_linked)
        chart.kind_wanted.connect(self.show_kind)
        card.body.addWidget(self._sum)
        card.body.addWidget(chart)
        return card

    def _add_pilots(self) -> None:
        setup = TableSetup(only=_is_pilot, can_add=False, empty=_NO_PILOT, nothing=_NO_PILOTS)
        make = partial(tabbed_editor, self._document, "tactics", setup)
        self._add_tab(say("Pilots"), make, lambda plan: sum(map(_is_pilot, plan.tactics.values())))

    def _show_budget(self, _record_id: str, name: str) -> None:
        row = self._approval.focus_field(name)
        if row is not None:
            self._overview.reveal(row)

    def _write_sum(self) -> None:
        self._sum.setText(cost_in_words(self._document.plan))


def cost_in_words(plan: Plan) -> str:
    """Return one sentence that holds the planned cost against the approved amount."""
    cost = planned_cost(plan)
    planned = money(cost.total)
    if cost.approved is None:
        return say("Planned: {planned}. No amount is approved yet.", planned=planned)
    approved = money(cost.approved)
    if cost.over is not None:
        return say(
            "Planned: {planned} of {approved} approved; that is {over} too much.",
            planned=planned,
            approved=approved,
            over=money(cost.over),
        )
    left = Money(cost.approved.amount - cost.total.amount, cost.total.currency)
    return say(
        "Planned: {planned} of {approved} approved; {left} left.",
        planned=planned,
        approved=approved,
        left=money(left),
    )


def _is_pilot(tactic: Tactic) -> bool:
    return tactic.pilot


def _draw_worth(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    return worth_chart(plan, width, measure, size=size)


def _draw_cost(plan: Plan, width: float, measure: Measure, size: float) -> Scene:
    cost = planned_cost(plan)
    if not cost.total.amount and cost.approved is None:
        return Scene(width, 0.0, (), (), "")
    return budget_chart(plan, width, measure, size=size)
