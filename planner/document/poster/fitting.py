"""Fitting the panels: the largest type in which all of them fit, and counting what finds no room."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.document.pages import theme
from planner.document.pages.furniture import elided
from planner.document.pages.setting import Strip, height_of
from planner.document.poster.panels import Item, Panel
from planner.language import say
from planner.paper.text.block import lines_for, text_width
from planner.paper.text.style import TextStyle

LARGEST, SMALLEST = 21.0, 14.0
"""Sizes of a panel's text."""
_STEP = 0.5
_LEADING = 1.36
_DETAIL = 0.82
"""Size of a detail, in sizes of the text."""
_BETWEEN = 0.42
"""Room between two items, in sizes of the text."""
_TEXT_LINES, _DETAIL_LINES = 9, 2
"""Lines of one item's text and of its detail at most."""
_BEFORE_ELLIPSIS = " ·,;:"
"""What does not stand before the sign that something was left out."""


@dataclass(frozen=True, slots=True)
class PanelType:
    """How a panel's texts are set.

    Attributes:
        size: of the text, in units.
    """

    size: float

    @property
    def text(self) -> TextStyle:
        """The style of an item's text."""
        return TextStyle(self.size, self.size * _LEADING, colour=theme.INK)

    @property
    def detail(self) -> TextStyle:
        """The style of a detail, and of what counts the items that find no room."""
        size = self.size * _DETAIL
        return TextStyle(size, size * _LEADING, colour=theme.GREY)

    @property
    def between(self) -> float:
        """Room between two items."""
        return self.size * _BETWEEN


@dataclass(frozen=True, slots=True)
class Fitted:
    """What stands in a panel.

    Attributes:
        items: the lines of each item.
        height: of all of them with what lies between.
        whole: nothing was left out.
    """

    items: tuple[list[Strip], ...] = field(default=())
    height: float = 0.0
    whole: bool = True


def natural_height(panel: Panel, look: PanelType, width: float) -> float:
    """Return the height that a panel's items take without any limit."""
    return _stack([_set(item, look, width) for item in _items(panel)], look)


def largest_type(panels: Sequence[Panel], width: float, height: float) -> PanelType:
    """Return the largest look in which all panels fit a height; the smallest where none does."""
    size = LARGEST
    while size > SMALLEST:
        tried = PanelType(size)
        if all(natural_height(panel, tried, width) <= height for panel in panels):
            return tried
        size -= _STEP
    return PanelType(SMALLEST)


def fitted(panel: Panel, look: PanelType, width: float, height: float) -> Fitted:
    """Return as many of a panel's items as fit a height, with a last line that counts the others."""
    found = [_set(item, look, width) for item in _items(panel)]
    if _stack(found, look) <= height:
        return Fitted(tuple(found), _stack(found, look))
    kept = _within(found, look, (width, height - look.detail.leading - look.between))
    left = len(found) - len(kept)
    text = panel.more(left) if left else say("The rest stands in the plan document.")
    rest = [Strip(lines_for(text, look.detail, width)[0], look.detail)]
    return Fitted((*kept, rest), _stack([*kept, rest], look), whole=False)


def _items(panel: Panel) -> Sequence[Item]:
    return panel.items or (Item(panel.empty),)


def _set(item: Item, look: PanelType, width: float) -> list[Strip]:
    text = _lines(item.text, look.text, width)
    below = _lines(item.detail, look.detail, width)
    return [*_cut(text, _TEXT_LINES, width), *_cut(below, _DETAIL_LINES, width)]


def _lines(text: str, style: TextStyle, width: float) -> list[Strip]:
    return [Strip(line, style) for line in lines_for(text, style, width)] if text else []


def _cut(found: list[Strip], most: int, width: float) -> list[Strip]:
    """Return as many lines as there may be; where some are left out, the last one says so."""
    if len(found) <= most:
        return found
    kept = found[:most]
    while len(kept) > 1 and not kept[-1].line.text.strip():
        kept.pop()
    return [*kept[:-1], _going_on(kept[-1], width)]


def _going_on(strip: Strip, width: float) -> Strip:
    """Return a line with an ellipsis behind it."""
    style = strip.style
    text = f"{strip.line.text.rstrip(_BEFORE_ELLIPSIS)}…"
    if text_width(text, style) > width:
        text = elided(text, style, width)
    return Strip(lines_for(text, style, width)[0], style)


def _within(found: Sequence[list[Strip]], look: PanelType, room: tuple[float, float]) -> list[list[Strip]]:
    """Return the items that fit a width and height; of a first one that is too high, the lines that fit."""
    width, height = room
    kept = 0
    while kept < len(found) and _stack(found[: kept + 1], look) <= height:
        kept += 1
    if kept:
        return list(found[:kept])
    first = found[0]
    lines = len(first)
    while lines > 1 and height_of(first[:lines]) > height:
        lines -= 1
    # Its text may stand whole though its detail has no room: then nothing goes on.
    goes_on = lines < len(first) and first[lines].style == first[lines - 1].style
    return [_cut(first, lines, width) if goes_on else first[:lines]]


def _stack(found: Sequence[list[Strip]], look: PanelType) -> float:
    return sum(map(height_of, found)) + look.between * max(len(found) - 1, 0)
