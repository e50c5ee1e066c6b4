"""The pictures of the plan for a room: drawn by the charts, in letters that nothing is smaller than."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil

from planner.charts.lettering import ELLIPSIS, caption_size
from planner.charts.room_board import room_boards
from planner.charts.room_ladder import room_ladders
from planner.charts.room_load import room_loads
from planner.charts.room_timeline import room_timelines
from planner.charts.scene import Measure, Scene
from planner.model.plan import Plan
from ui.workshop.room.ink import LEAST

Pages = Callable[[Plan, tuple[float, float], Measure, float, date], tuple[Scene, ...]]
"""Draws a plan's picture on as many pages as it needs: room, measure, size of letters and the day."""


def picture_pages(
    picture: str, plan: Plan, room: tuple[float, float], measure: Measure, height: int, today: date
) -> tuple[Scene, ...]:
    """Return a picture on pages that fit the room, as large as it can be without more pages or cut names.

    Args:
        picture: which one.
        plan: the plan.
        room: width and height that the picture may take.
        measure: widths of texts.
        height: of the whole window, by which letters are sized.
        today: marked on the timeline.
    """
    draw, has_captions = _PICTURES[picture]
    smallest = draw(plan, room, measure, _letters(height, has_captions=has_captions), today)
    if has_captions:
        return smallest
    larger = (draw(plan, room, measure, float(height // part), today) for part in _LARGER)
    if picture in _ONE_EACH:
        return _largest_of_each(tuple(larger), smallest, room[1])
    return next((pages for pages in larger if _fits(pages, smallest, room[1])), smallest)


_LARGER = (18, 20, 22, 24)
"""Parts of the height that are tried as sizes of letters, the largest first."""


_ONE_EACH = frozenset({"ladder"})
"""Pictures in which each page shows one thing at every size: a page that is full keeps no other one small."""


def _largest_of_each(
    larger: Sequence[Sequence[Scene]], smallest: Sequence[Scene], height: float
) -> tuple[Scene, ...]:
    """Return each page as large as it fits."""
    return tuple(
        next((pages[at] for pages in larger if _fits((pages[at],), (page,), height)), page)
        for at, page in enumerate(smallest)
    )


def _fits(pages: Sequence[Scene], smallest: Sequence[Scene], height: float) -> bool:
    """Whether larger pages are no more, have room and say as much as the smallest do."""
    is_whole = _cut(pages) <= _cut(smallest) and _said(pages) >= _said(smallest)
    return len(pages) == len(smallest) and is_whole and all(page.height <= height for page in pages)


def _said(pages: Iterable[Scene]) -> int:
    """Return how many texts there are."""
    return sum(1 for page in pages for _ in page.texts())


def _cut(pages: Iterable[Scene]) -> int:
    """Return how many names are cut."""
    return sum(text.text.endswith(ELLIPSIS) for page in pages for text in page.texts())


def _letters(height: int, *, has_captions: bool) -> float:
    """Return the size of running text at which the smallest text is not below the least one."""
    least = ceil(height / LEAST)
    if not has_captions:
        return float(ceil(height / 27))
    size = float(least)
    while caption_size(size) < least:
        size += 1
    return size


def _ladders(
    plan: Plan, room: tuple[float, float], measure: Measure, size: float, _today: date
) -> tuple[Scene, ...]:
    return room_ladders(plan, room, measure, size)


def _boards(
    plan: Plan, room: tuple[float, float], measure: Measure, size: float, _today: date
) -> tuple[Scene, ...]:
    return room_boards(plan, room, measure, size)


def _timelines(
    plan: Plan, room: tuple[float, float], measure: Measure, size: float, today: date
) -> tuple[Scene, ...]:
    return room_timelines(plan, room, measure, size, today)


def _loads(
    plan: Plan, room: tuple[float, float], measure: Measure, size: float, _today: date
) -> tuple[Scene, ...]:
    return room_loads(plan, room, measure, size)


_PICTURES: dict[str, tuple[Pages, bool]] = {
    "ladder": (_ladders, False),
    "board": (_boards, False),
    "timeline": (_timelines, True),
    "load": (_loads, False),
}
