"""The cards of the board: a name, what belongs to it, what it lacks, and its findings."""

from collections.abc import Sequence

from msgspec import Struct

from planner.charts.lettering import Lettering
from planner.charts.scene import Circle, Dash, Point, Polygon, Rect, Role, Weight
from planner.charts.sheet import Box, Sheet
from planner.language import say
from planner.language.figures import in_a_row
from planner.model import vocabulary

_PAD, _CORNER = 0.6, 4.0
"""Inner margin in sizes of running text; rounding of corners."""
_LINE = 1.45
"""Height of a line, in sizes of its text."""
_TONES = {
    vocabulary.Weight.STOP: Role.BAD,
    vocabulary.Weight.WARN: Role.WARN,
    vocabulary.Weight.ADVICE: Role.ACCENT,
}


class Card(Struct, frozen=True, kw_only=True):
    """What a card says.

    Attributes:
        record: id of the entry to which it leads.
        name: what the entry is called.
        facts: lines of what belongs to it.
        gaps: what it lacks, in words.
        found: its findings in words, the heaviest level only; empty without any.
        level: that level.
        is_head: it stands for an objective.
    """

    record: str
    name: str
    facts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    found: str = ""
    level: vocabulary.Weight | None = None
    is_head: bool = False

    @property
    def text(self) -> str:
        """All of it, a line each."""
        gaps = say("Missing: {gaps}", gaps=say(", ").join(self.gaps)) if self.gaps else ""
        return "\n".join(filter(None, (self.name, *self.facts, gaps, self.found)))

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        return ", ".join(self.text.split("\n"))


def short_height(letters: Lettering) -> float:
    """Return the height of the card of a tactic or metric: a name and a line of facts."""
    return (2 * _PAD + _LINE) * letters.size + _LINE * letters.small


def objective_height(letters: Lettering, lines: Sequence[str], card: Card) -> float:
    """Return the height of an objective's card.

    Args:
        letters: sizes of text.
        lines: its name as it is broken into lines.
        card: what it says.
    """
    below = len(card.facts) + bool(card.gaps) + bool(card.found)
    return max(
        short_height(letters), (2 * _PAD + _LINE * len(lines)) * letters.size + _LINE * letters.small * below
    )


def draw_card(sheet: Sheet, box: Box, card: Card, lines: Sequence[str], *, fold: bool | None = None) -> None:
    """Draw a card and let it lead to its entry.

    Args:
        sheet: what it is drawn on.
        box: its place.
        card: what it says.
        lines: its name as it is broken into lines.
        fold: for an objective, whether its band is folded; None where it has no fold.
    """
    x, y, width, _ = box
    size, small = sheet.letters.size, sheet.letters.small
    _frame(sheet, box, card)
    inset = size * _PAD
    right = x + width - inset
    if fold is not None:
        _chevron(sheet, (x + inset, y + inset + size * 0.7), is_folded=fold)
    left = x + inset if fold is None else name_left(sheet.letters, x)
    room = right - left
    if card.found and not card.is_head:
        room -= _finding(sheet, (right, y + inset + size), card, at_end=True) + size * 0.6
    baseline = y + inset + size
    for line in lines:
        weight = Weight.SEMIBOLD if card.is_head else Weight.REGULAR
        sheet.write((left, baseline), line, weight=weight, room=room)
        baseline += size * _LINE
    baseline += small - size
    if card.is_head:
        _head_lines(sheet, card, (left, baseline), right)
    else:
        _facts(sheet, card, (left, baseline), right)
    sheet.mark(box, card.record, card.text)


def name_left(letters: Lettering, x: float) -> float:
    """Return where the name begins on a card that folds."""
    return x + letters.size * (_PAD + 1.3)


def name_room(letters: Lettering, width: float) -> float:
    """Return the width that a name has on a card that folds."""
    return width - letters.size * (2 * _PAD + 1.3)


def draw_gap(sheet: Sheet, box: Box, words: str, record: str, name: str) -> None:
    """Draw an empty broken frame with a cross where something should stand; it leads to an entry."""
    sheet.draw(Rect(*box, fill=None, stroke=Role.BAD, thick=1.4, radius=_CORNER, dash=Dash.DASHED))
    x, y, width, height = box
    _lack(
        sheet,
        (x + sheet.letters.size * _PAD, y + height / 2 + sheet.letters.drop),
        words,
        x + width,
        small=False,
    )
    sheet.mark(box, record, f"{name}\n{say('Missing: {gaps}', gaps=words)}")


def draw_summary(sheet: Sheet, box: Box, words: str, gaps: str) -> None:
    """Write what a folded band holds, and how much of it is missing."""
    x, y, width, height = box
    baseline = y + height / 2 + sheet.letters.drop
    inset = sheet.letters.size * _PAD
    room = width - 2 * inset
    x += inset
    used = sheet.write((x, baseline), words, role=Role.MUTED, room=room)
    if gaps:
        _lack(sheet, (x + used + sheet.letters.size, baseline), gaps, x + room, small=False)


def _frame(sheet: Sheet, box: Box, card: Card) -> None:
    if card.gaps:
        sheet.draw(Rect(*box, fill=Role.BAD_TINT, stroke=Role.BAD, thick=1.4, radius=_CORNER))
    elif card.is_head:
        sheet.draw(Rect(*box, fill=Role.ACCENT_TINT, stroke=Role.ACCENT, thick=0.8, radius=_CORNER))
    else:
        sheet.draw(Rect(*box, fill=Role.PANEL, stroke=Role.RULE, thick=0.8, radius=_CORNER))


def _chevron(sheet: Sheet, at: Point, *, is_folded: bool) -> None:
    """Draw the triangle that points down over an open band, and to the right over a folded one."""
    x, y = at
    arm = sheet.letters.size * 0.42
    points: tuple[Point, ...] = ((x, y - arm), (x + arm * 1.5, y), (x, y + arm))
    if not is_folded:
        points = ((x, y - arm * 0.75), (x + 2 * arm, y - arm * 0.75), (x + arm, y + arm * 0.75))
    sheet.draw(Polygon(points, Role.INK))


def _head_lines(sheet: Sheet, card: Card, at: Point, right: float) -> None:
    x, baseline = at
    step = sheet.letters.small * _LINE
    for fact in card.facts:
        sheet.write((x, baseline), fact, role=Role.INK, small=True, room=right - x)
        baseline += step
    if card.gaps:
        _lack(sheet, (x, baseline), ", ".join(card.gaps), right)
        baseline += step
    if card.found:
        _finding(sheet, (x, baseline), card, at_end=False)


def _facts(sheet: Sheet, card: Card, at: Point, right: float) -> None:
    """Write what is missing, then what belongs to it, on one line."""
    x, baseline = at
    if card.gaps:
        x += _lack(sheet, at, ", ".join(card.gaps), right) + sheet.letters.gap
    role = Role.INK if card.gaps else Role.MUTED
    sheet.write((x, baseline), in_a_row(*card.facts), role=role, small=True, room=max(0.0, right - x))


def _lack(sheet: Sheet, at: Point, words: str, right: float, *, small: bool = True) -> float:
    """Write what is missing behind a cross; return the width."""
    x, baseline = at
    cross = sheet.cross((x, baseline - sheet.letters.drop)) + sheet.letters.gap / 2
    room = max(0.0, right - x - cross)
    return cross + sheet.write(
        (x + cross, baseline), words, role=Role.BAD, small=small, weight=Weight.SEMIBOLD, room=room
    )


def _finding(sheet: Sheet, at: Point, card: Card, *, at_end: bool) -> float:
    """Draw the level's shape with its words, from a point to the right or up to it; return the width."""
    if card.level is None:
        return 0.0
    letters = sheet.letters
    side = letters.small
    wide = side * 1.25 + letters.width(card.found, small=True)
    x, baseline = (at[0] - wide if at_end else at[0]), at[1]
    _level_shape(sheet, (x + side / 2, baseline - side * 0.36), side / 2, card.level)
    sheet.write((x + side * 1.25, baseline), card.found, role=Role.INK, small=True)
    return wide


def _level_shape(sheet: Sheet, at: Point, arm: float, level: vocabulary.Weight) -> None:
    """Draw the shape of a level: an octagon for a stop, a triangle for a warning, a ring for advice."""
    x, y = at
    role = _TONES[level]
    cut = arm * 0.42
    if level is vocabulary.Weight.ADVICE:
        sheet.draw(Circle(x, y, arm * 0.8, None, role, 1.3))
    elif level is vocabulary.Weight.WARN:
        sheet.draw(Polygon(((x, y - arm), (x + arm, y + arm * 0.8), (x - arm, y + arm * 0.8)), role))
    else:
        corners = ((-arm, cut), (-arm, -cut), (-cut, -arm), (cut, -arm), (arm, -cut), (arm, cut), (cut, arm))
        sheet.draw(Polygon(tuple((x + dx, y + dy) for dx, dy in (*corners, (-cut, arm))), role))
