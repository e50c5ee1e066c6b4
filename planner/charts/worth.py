"""Cost against worth: two bars for each objective, to one scale, and what no objective is charged with."""

from collections.abc import Iterator
from decimal import Decimal

from planner.analysis.worth import ObjectiveCost, WorthSummary, worth_of_objectives
from planner.charts.scene import Line, Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.language import say, say_count
from planner.model.format import listing, money, plural, quoted
from planner.model.plan import Plan, display_name
from planner.model.values import Money

_ROW = 4.0
"""Height of an objective's row, in sizes of running text."""


def worth_chart(plan: Plan, width: float, measure: Measure, *, size: float = 9.0) -> Scene:
    """Draw, for each objective, a filled bar of its cost above an outlined one of its worth.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
    """
    summary = worth_of_objectives(plan)
    drawing = _Drawing(Sheet(width, measure, size), plan, summary)
    for each in summary.objectives:
        drawing.objective(each)
    for name, amount in _others(summary):
        drawing.other(name, amount)
    return drawing.scene(_told(plan, summary), tuple(_lines(plan, summary)))


class _Drawing:
    """Draws one row below the other."""

    def __init__(self, sheet: Sheet, plan: Plan, summary: WorthSummary) -> None:
        self._sheet, self._plan = sheet, plan
        self._summary = summary
        letters = sheet.letters
        amounts = [*_amounts(summary)]
        longest = max((letters.width(money(each), small=True) for each in amounts), default=0.0)
        largest = max((each.amount for each in amounts), default=Decimal(0))
        self._left = min(letters.width("n") * 26, sheet.width * 0.34)
        room = max(1.0, sheet.width - self._left - longest - 3 * letters.gap)
        self._scale = room / float(largest) if largest else 0.0
        self._y = 0.0

    def objective(self, each: ObjectiveCost) -> None:
        """Draw an objective's cost and worth, and say which is more."""
        sheet, letters, size = self._sheet, self._sheet.letters, self._sheet.letters.size
        name = display_name(self._plan.objectives[each.objective])
        words = worth_words(each)
        room = self._left - letters.gap
        sheet.draw(Line(0, self._y, sheet.width, self._y))
        lines = letters.wrap(name, room, 2)
        for at, line in enumerate(lines):
            sheet.write((0, self._y + size * (1.35 + 1.25 * at)), line)
        role = Role.BAD if each.is_worth_less else Role.ACCENT
        self._bar(each.cost, self._y + size * 0.4, role, filled=True)
        if each.worth is not None:
            self._bar(each.worth, self._y + size * 1.6, Role.INK, filled=False)
        x = self._left
        if each.is_worth_less:
            x += sheet.cross((x, self._y + size * 3.2)) + letters.gap / 2
        sheet.write((x, self._y + size * 3.5), words, small=True, role=Role.MUTED, room=sheet.width - x)
        sheet.mark((0, self._y, sheet.width, _ROW * size), each.objective, f"{name}\n{words}")
        self._y += _ROW * size

    def other(self, name: str, amount: Money) -> None:
        """Draw cost that no objective is charged with."""
        sheet, letters = self._sheet, self._sheet.letters
        sheet.draw(Line(0, self._y, sheet.width, self._y))
        room = self._left - letters.gap
        sheet.write((0, self._y + letters.row * 0.66), name, role=Role.MUTED, room=room)
        self._bar(amount, self._y + letters.row / 2 - letters.size * 0.5, Role.MUTED, filled=True)
        self._y += letters.row

    def scene(self, summary: str, lines: tuple[str, ...]) -> Scene:
        """Return all rows as a scene, with the legend below."""
        if self._summary.objectives:
            self._legend()
        return self._sheet.scene(self._y, summary, lines)

    def _bar(self, amount: Money, y: float, role: Role, *, filled: bool) -> None:
        sheet, letters = self._sheet, self._sheet.letters
        wide = float(amount.amount) * self._scale
        high = letters.size
        if wide:
            fill = role if filled else None
            sheet.draw(Rect(self._left, y, max(1.0, wide), high, fill, role, 1.2, strength=0.35))
        at = (self._left + wide + letters.gap, y + high * 0.82)
        sheet.write(at, money(amount), small=True, weight=Weight.REGULAR)

    def _legend(self) -> None:
        sheet, size = self._sheet, self._sheet.letters.size
        middle = self._y + sheet.letters.row / 2
        top, high = middle - size * 0.45, size * 0.9
        sheet.draw(Rect(0.5, top, size * 1.6, high, Role.ACCENT, Role.ACCENT, strength=0.35))
        x = sheet.legend((size * 2.2, middle), say("cost of its tactics"))
        sheet.draw(Rect(x, top, size * 1.6, high, None, Role.INK, 1.2))
        sheet.legend((x + size * 2.2, middle), say("what reaching it is worth"))
        self._y += sheet.letters.row


def worth_words(each: ObjectiveCost) -> str:
    """Return how an objective's worth compares with its cost."""
    counted = _counted(each)
    if each.worth is None:
        return say("no worth stated; {tactics}", tactics=counted)
    if each.is_worth_less:
        over = Money(each.cost.amount - each.worth.amount, each.cost.currency)
        return say("costs {amount} more than it is worth; {tactics}", amount=money(over), tactics=counted)
    if each.worth_per_cost is None:
        return say("costs nothing yet; {tactics}", tactics=counted)
    brings = money(Money(each.worth_per_cost, each.cost.currency))
    return say(
        "each {amount} brings {worth}; {tactics}",
        amount=money(Money(Decimal(1), each.cost.currency)),
        worth=brings,
        tactics=counted,
    )


def _counted(each: ObjectiveCost) -> str:
    if not each.shared:
        return plural(each.tactics, "tactic")
    return say_count(
        "{count} tactic, {shared} shared with others",
        "{count} tactics, {shared} shared with others",
        each.tactics,
        shared=each.shared,
    )


def _others(summary: WorthSummary) -> Iterator[tuple[str, Money]]:
    named = (
        (say("Tactics for no objective"), summary.unassigned),
        (say("Lines, fixes, other hours"), summary.elsewhere),
    )
    return ((name, amount) for name, amount in named if amount.amount)


def _amounts(summary: WorthSummary) -> Iterator[Money]:
    for each in summary.objectives:
        yield each.cost
        if each.worth is not None:
            yield each.worth
    yield from (amount for _, amount in _others(summary))


def _lines(plan: Plan, summary: WorthSummary) -> Iterator[str]:
    for each in summary.objectives:
        name, cost = display_name(plan.objectives[each.objective]), money(each.cost)
        verdict = worth_words(each)
        if each.worth is None:
            yield say("{name}: cost {cost}; {verdict}", name=name, cost=cost, verdict=verdict)
        else:
            worth = money(each.worth)
            yield say(
                "{name}: cost {cost}, worth {worth}; {verdict}",
                name=name,
                cost=cost,
                worth=worth,
                verdict=verdict,
            )
    yield from (f"{name}: {money(amount)}" for name, amount in _others(summary))


def _told(plan: Plan, summary: WorthSummary) -> str:
    counted = plural(len(summary.objectives), "objective")
    less = [quoted(plan.name_of(each.objective)) for each in summary.objectives if each.is_worth_less]
    if less:
        return say(
            "Cost against worth of {objectives}; more is spent than it is worth on {names}.",
            objectives=counted,
            names=listing(less, most=5),
        )
    return say("Cost against worth of {objectives}; none costs more than stated.", objectives=counted)
