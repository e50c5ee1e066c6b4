"""A rush over time: how many messages wait, and how old the oldest of them is, against the promise.

The rush itself lies on a tinted ground with its word. A promise that breaks is told by a cross and the
moment, a backlog that is gone by a diamond and the moment. Hours outside the cover are grey where there is
room to tell them apart.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from planner.analysis.cover import DAY_NAMES
from planner.analysis.surge import SurgeCourse
from planner.analysis.surge_words import moment_words, surge_sentence
from planner.charts.scene import Anchor, Dash, Line, Measure, Polygon, Polyline, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.charts.surge_frame import Frame, closed_hours, figures_shown, hours_shown, scale_step, thinned
from planner.language import phrase, say, say_count
from planner.language.calendar_words import short_weekday
from planner.model.format import format_number, hours
from planner.model.plan import Plan

_DAY = 24
_WEEK = 7 * _DAY
_RUSH = 0.12
"""How much of the accent lies on the days of the rush."""

_STRIP = 4.0
_RUSH_WORD = phrase("rush")
"""Height of the strip below the hours in which nobody is there."""


def surge_chart(
    plan: Plan, course: SurgeCourse, width: float, measure: Measure, *, size: float = 9.0
) -> Scene:
    """Draw the backlog of a rush, and below it the age of the oldest message with the promise as a line.

    Args:
        plan: the plan.
        course: the rush; see `planner.analysis.surge.simulate`.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
    """
    drawing = _Drawing(Sheet(width, measure, size), course)
    drawing.picture(say("Messages that wait"), [parts / course.setup.part for parts in course.parts_waiting])
    drawing.tell_cleared()
    promise = course.setup.promise
    drawing.picture(
        say("Age of the oldest message, in hours"),
        course.ages,
        None if promise is None else float(promise / 60),
    )
    drawing.tell_break()
    drawing.days()
    name = plan.name_of(course.setup.channel)
    return drawing.scene(say("A rush on {name}: {course}", name=name, course=surge_sentence(course)))


class _Drawing:
    """Draws one picture below the other over the same days."""

    def __init__(self, sheet: Sheet, course: SurgeCourse) -> None:
        self._sheet, self._course = sheet, course
        size = sheet.letters.size
        self._hours = hours_shown(course)
        self._left = sheet.letters.width(_longest_figure(course), small=True) + sheet.letters.gap
        self._high = size * 11
        self._y = 0.0
        self._frame = self._new_frame(1.0)

    def picture(self, title: str, figures: Sequence[float], promise: float | None = None) -> None:
        """Draw figures over the hours, with a line at a promise."""
        sheet, letters = self._sheet, self._sheet.letters
        shown = figures_shown(figures, self._hours)
        most = max(*shown, (promise or 0.0) * 1.15, 1.0)
        sheet.write((0, self._y + letters.size), title, weight=Weight.SEMIBOLD, room=sheet.width)
        self._y += letters.row
        step = scale_step(most)
        self._frame = self._new_frame(step * ceil(most / step))
        self._ground()
        self._scale(step)
        self._curve(shown)
        if promise is not None:
            self._promise(promise)
        self._y = self._frame.bottom + letters.row

    def tell_cleared(self) -> None:
        """Say when the backlog is gone, with a diamond there and beside the words."""
        course, frame, letters = self._course, self._frame, self._sheet.letters
        if course.cleared is None or not course.most:
            return
        at = (frame.x(course.cleared + 1), frame.bottom - letters.size * 0.6)
        self._sheet.diamond(at, Role.OK, filled=True)
        x = self._headline(say("backlog gone {moment}", moment=moment_words(course.cleared)), Role.OK)
        self._sheet.diamond(
            (x - letters.size, frame.top - letters.row + letters.size * 0.65), Role.OK, filled=True
        )

    def tell_break(self) -> None:
        """Say when the promise breaks first, with a cross there and beside the words."""
        course, frame, letters = self._course, self._frame, self._sheet.letters
        promise = course.setup.promise
        if promise is None or course.breaks is None:
            return
        self._sheet.cross((frame.x(course.breaks + 1) - letters.size * 0.28, frame.y(float(promise) / 60)))
        told = (
            say("promise not kept even as things are")
            if course.broken_before
            else say("promise breaks {moment}", moment=moment_words(course.breaks))
        )
        x = self._headline(told, Role.BAD)
        self._sheet.cross((x - letters.size, frame.top - letters.row + letters.size * 0.65))

    def days(self) -> None:
        """Write the days or weeks below the pictures, and let each lead to the channel."""
        sheet, letters, frame = self._sheet, self._sheet.letters, self._frame
        by_week = frame.x(_DAY) - frame.x(0) < letters.width(short_weekday(2), small=True) + 5
        step = _WEEK if by_week else _DAY
        top = letters.row
        for first in range(0, self._hours, step):
            last = min(first + step, self._hours) - 1
            x = frame.x(first)
            word = _week(first // _WEEK + 1) if by_week else short_weekday(first // _DAY % 7)
            at, room = (x + 2, self._y - letters.size * 0.2), frame.x(last + 1) - x - 2
            sheet.write(at, word, role=Role.MUTED, small=True, room=room if last + 1 == self._hours else None)
            box = (x, top, frame.x(last + 1) - x, frame.bottom - top)
            sheet.mark(box, self._course.setup.channel, self._told(first, last))
        self._y += letters.size * 0.4
        self._legend()

    def scene(self, summary: str) -> Scene:
        """Return both pictures as a scene."""
        return self._sheet.scene(self._y, summary)

    def _legend(self) -> None:
        sheet, size = self._sheet, self._sheet.letters.size
        middle = self._y + sheet.letters.row / 2
        sheet.draw(
            Rect(self._left, middle - size * 0.45, size * 1.6, size * 0.9, Role.ACCENT, strength=_RUSH)
        )
        x = sheet.legend((self._left + size * 2.2, middle), say(_RUSH_WORD))
        sheet.draw(Rect(x, middle - _STRIP / 2, size * 1.6, _STRIP, Role.MUTED, strength=0.6))
        sheet.legend((x + size * 2.2, middle), say("nobody there"))
        self._y += sheet.letters.row

    def _new_frame(self, most: float) -> Frame:
        bottom = self._y + self._high
        return Frame(self._left, self._sheet.width - 1, self._y, bottom, self._hours, most)

    def _ground(self) -> None:
        """Draw what lies behind the figures: the rush, and the hours outside the cover."""
        sheet, frame, course = self._sheet, self._frame, self._course
        high = frame.bottom - frame.top
        end = min(course.days * _DAY, self._hours)
        sheet.draw(Rect(frame.left, frame.top, frame.x(end) - frame.left, high, Role.ACCENT, strength=_RUSH))
        if frame.x(_DAY) - frame.x(0) >= sheet.letters.size:
            for first, last in closed_hours(course, self._hours):
                sheet.draw(
                    Rect(
                        frame.x(first),
                        frame.bottom,
                        frame.x(last) - frame.x(first),
                        _STRIP,
                        Role.MUTED,
                        strength=0.6,
                    )
                )
        room = frame.x(end) - frame.left - 3
        word = say(_RUSH_WORD)
        if sheet.letters.width(word, small=True) <= room:
            sheet.write((frame.left + 3, frame.top + sheet.letters.small), word, role=Role.ACCENT, small=True)

    def _scale(self, step: float) -> None:
        sheet, frame, letters = self._sheet, self._frame, self._sheet.letters
        figure = 0.0
        while figure <= frame.most:
            y = frame.y(figure)
            sheet.draw(Line(frame.left, y, frame.right, y))
            at = (frame.left - letters.gap / 2, y + letters.drop * 0.8)
            sheet.write(
                at, format_number(Decimal(str(figure))), role=Role.MUTED, anchor=Anchor.END, small=True
            )
            figure += step

    def _curve(self, shown: Sequence[float]) -> None:
        frame = self._frame
        points = tuple((frame.x(hour), frame.y(figure)) for hour, figure in thinned(shown, frame))
        ground = ((frame.left, frame.bottom), *points, (points[-1][0], frame.bottom))
        self._sheet.draw(Polygon(ground, Role.PANEL), Polyline(points, Role.ACCENT, 1.6))

    def _promise(self, promise: float) -> None:
        """Draw the promise as a line, with its words on a ground of their own."""
        sheet, frame, letters = self._sheet, self._frame, self._sheet.letters
        y, weight = frame.y(promise), Weight.SEMIBOLD
        sheet.draw(Line(frame.left, y, frame.right, y, Role.INK, 1.2, Dash.DASHED))
        words = say("promise: {time}", time=hours(Decimal(str(promise))))
        wide = letters.width(words, small=True, weight=weight) + letters.gap
        high = letters.small * 1.4
        sheet.draw(Rect(frame.right - wide, y - high - 1, wide, high, Role.SURFACE))
        at = (frame.right - letters.gap / 2, y - high * 0.28 - 1)
        sheet.write(at, words, anchor=Anchor.END, weight=weight, small=True)

    def _headline(self, words: str, role: Role) -> float:
        """Write to the right above the picture; return where the words begin."""
        sheet, frame = self._sheet, self._frame
        weight = Weight.SEMIBOLD
        at = (sheet.width - 1, frame.top - sheet.letters.row + sheet.letters.size)
        room = sheet.width * 0.5
        return at[0] - sheet.write(
            at, words, role=role, anchor=Anchor.END, weight=weight, small=True, room=room
        )

    def _told(self, first: int, last: int) -> str:
        """Return what is to be said on a day or a week."""
        course = self._course
        week, day = divmod(first // _DAY, 7)
        oldest = max(course.ages[first : last + 1], default=0.0)
        lines = [
            _week_day(week + 1, day) if last - first < _DAY else _week(week + 1),
            say(_RUSH_WORD) if first < course.days * _DAY else say("as usual"),
            say_count(
                "{count} message waiting at the end",
                "{count} messages waiting at the end",
                round(course.waiting(last)),
            ),
            say("oldest message up to {time}", time=hours(Decimal(str(round(oldest, 1))))),
        ]
        if course.breaks is not None and first <= course.breaks <= last:
            lines.append(say("promise breaks {moment}", moment=moment_words(course.breaks)))
        if course.cleared is not None and course.most and first <= course.cleared <= last:
            lines.append(say("backlog gone {moment}", moment=moment_words(course.cleared)))
        return "\n".join(lines)


def _week(number: int) -> str:
    return say("Week {number}", number=str(number))


def _week_day(week: int, day: int) -> str:
    return say("{weekday} of week {number}", weekday=say(DAY_NAMES[day]), number=str(week))


def _longest_figure(course: SurgeCourse) -> str:
    """Return a figure as long as the longest one that a scale may have."""
    most = max(
        max(course.parts_waiting) / course.setup.part, *course.ages, float(course.setup.promise or 0) / 60
    )
    return format_number(10 ** len(str(int(most))))
