"""The budget: what the plan costs, part upon part, against what was approved."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from planner.analysis.budget import CostSummary, lines_by_category, planned_cost
from planner.charts.scene import Line, Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.language import say
from planner.model.format import money
from planner.model.plan import Plan
from planner.model.values import Money
from planner.model.vocabulary import BudgetCategory

_CENT = Decimal("0.01")
"""Makes the longest amount one with cents: a smaller part may have them where the sum has none."""


class _Part(Struct, frozen=True):
    """A part of the planned cost or the whole of it, and the entry to which it leads ("" for none)."""

    name: str
    amount: Money
    record: str = ""
    is_whole: bool = False


def budget_chart(plan: Plan, width: float, measure: Measure, *, size: float = 9.0) -> Scene:
    """Draw the planned cost, each part beginning where the one above it ends, and the approved amount.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
    """
    cost = planned_cost(plan)
    drawing = _Drawing(Sheet(width, measure, size), cost)
    before = Decimal(0)
    for part in _parts(plan, cost):
        drawing.row(part, before)
        before += part.amount.amount
    drawing.rule()
    drawing.row(_Part(say("Planned"), cost.total, "budget", is_whole=True), Decimal(0), total=True)
    if cost.approved is not None:
        drawing.row(_Part(say("Approved"), cost.approved, "budget"), Decimal(0), total=True)
    return drawing.scene(_summary(cost))


def _parts(plan: Plan, cost: CostSummary) -> Iterator[_Part]:
    first_lines: dict[BudgetCategory, str] = {}
    for line in plan.budget_lines.values():
        first_lines.setdefault(line.category, line.id)
    parts = [
        *(
            _Part(category.label, amount, first_lines.get(category, ""))
            for category, amount in lines_by_category(plan).items()
        ),
        _Part(say("Tactics, beyond hours"), cost.tactics),
        _Part(say("Fixes, beyond lines"), cost.fixes),
        _Part(say("Hours of people"), cost.hours),
    ]
    return (part for part in parts if part.amount.amount)


class _Drawing:
    """Draws one row after the other, all to one scale."""

    def __init__(self, sheet: Sheet, cost: CostSummary) -> None:
        letters = sheet.letters
        approved = Decimal(0) if cost.approved is None else cost.approved.amount
        largest = max(cost.total.amount, approved, Decimal(1))
        self._sheet, self._over, self._approved = sheet, cost.over, approved
        self._left = min(letters.width("n") * 20, sheet.width * 0.35)
        longest = money(Money(largest.quantize(Decimal(1)) + _CENT, cost.total.currency))
        figures = letters.width(longest, small=True, weight=Weight.SEMIBOLD)
        self._scale = max(1.0, sheet.width - self._left - figures - 2 * letters.gap) / float(largest)
        self._y = 0.0

    def row(self, part: _Part, before: Decimal, *, total: bool = False) -> None:
        """Draw a part's bar behind what stands before it, with its name and amount."""
        sheet, letters = self._sheet, self._sheet.letters
        weight = Weight.SEMIBOLD if total else Weight.REGULAR
        middle = self._y + letters.row / 2
        room = self._left - letters.gap
        sheet.write((0, middle + letters.drop), part.name, weight=weight, room=room)
        over = self._over if part.is_whole else None
        x = self._left + float(before) * self._scale
        wide = max(1.0, float(part.amount.amount) * self._scale)
        role = Role.BAD if over else Role.ACCENT
        high = letters.size * 1.3
        box = (x, middle - high / 2, wide, high)
        sheet.draw(Rect(*box, role, role, strength=0.45 if total else 0.2))
        text = money(part.amount)
        at = (x + wide + letters.gap, middle + letters.drop * 0.9)
        sheet.write(at, text, weight=weight, small=True)
        if over:
            self._tell_excess(over, middle)
        if part.record:
            sheet.mark((0, self._y, sheet.width, letters.row), part.record, f"{part.name}: {text}")
        self._y += letters.row

    def rule(self) -> None:
        """Draw the line under the parts."""
        self._sheet.draw(Line(0, self._y, self._sheet.width, self._y))

    def scene(self, summary: str) -> Scene:
        """Return the rows as a scene."""
        return self._sheet.scene(self._y + 1, summary)

    def _tell_excess(self, over: Money, middle: float) -> None:
        """Write by how much the plan is over the approved amount, where that amount ends."""
        sheet, letters = self._sheet, self._sheet.letters
        edge = self._left + float(self._approved) * self._scale
        high = letters.size
        sheet.draw(Line(edge, middle - high, edge, middle + high, Role.BAD, 1.6))
        text = say("{amount} too much", amount=money(over))
        x = self._left + letters.gap
        x += sheet.cross((x, middle)) + letters.gap / 2
        sheet.write((x, middle + letters.drop * 0.9), text, small=True)


def _summary(cost: CostSummary) -> str:
    if cost.approved is None:
        return say("Planned cost {total}; no budget is approved.", total=money(cost.total))
    if cost.over:
        return say(
            "Planned cost {total} of {approved} approved, {over} too much.",
            total=money(cost.total),
            approved=money(cost.approved),
            over=money(cost.over),
        )
    return say(
        "Planned cost {total} of {approved} approved.",
        total=money(cost.total),
        approved=money(cost.approved),
    )
