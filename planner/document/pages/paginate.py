"""Filling pages: which piece stands on which page, before anything is drawn.

A page is given away as soon as nothing more can come onto it, and no piece is asked for before it is
needed: so a long document is never laid out as a whole.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

_TOLERANCE = 0.01
"""Points by which a piece may be too high without breaking; sums of floats are not exact."""
_MOST_EMPTY = 0.35
"""Part of a page that a loose group leaves empty at most to stand on the next one as a whole."""


class Flow(Protocol):
    """What can be placed: ReportLab's flowables have these methods."""

    def wrap(self, width: float, height: float, /) -> tuple[float, float]:
        """Return the width and height that it takes."""

    def split(self, width: float, height: float, /) -> "Sequence[Flow]":
        """Return it in two parts of which the first fits the height; empty where nothing fits."""

    def drawOn(self, canvas: Canvas, x: float, y: float, /) -> None:  # noqa: N802 - ReportLab's name
        """Draw it with its lower left corner at a place."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to place.

    Attributes:
        flow: what is drawn.
        before: distance to what stands above; none at the top of a page.
        after: distance to what follows; of two distances that meet the larger one counts.
        least: height that must fit below what stands above, where the piece may be split; whatever
            cannot be split needs its whole height.
        keep: stands on the same page as the beginning of the next piece.
        group: pieces of one group (not 0) stand on one page, if they fit on one.
        loose: its group is broken rather than leave a good part of a page empty.
        new_page: begins a page.
        floats: where it does not fit, what follows goes first, until it fits.
        barrier: nothing that floats passes it.
    """

    flow: Flow
    before: float = 0.0
    after: float = 0.0
    least: float = float("inf")
    keep: bool = False
    group: int = 0
    loose: bool = False
    new_page: bool = False
    floats: bool = False
    barrier: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece on its page.

    Attributes:
        flow: what is drawn.
        top: distance of its upper edge from the top of the frame.
        height: how high it is.
    """

    flow: Flow
    top: float
    height: float


Page = list[Placed]


@dataclass
class _Filler:
    """The pages filled and not yet given away, and the place on the present one."""

    width: float
    height: float
    pages: list[Page] = field(default_factory=lambda: [[]])
    used: float = 0.0
    after: float = 0.0
    waiting: deque[Piece] = field(default_factory=deque)

    @property
    def empty(self) -> bool:
        return not self.pages[-1]

    def gap(self, piece: Piece) -> float:
        return 0.0 if self.empty else max(self.after, piece.before)

    def room(self, piece: Piece) -> float:
        return self.height - self.used - self.gap(piece)

    def turn(self) -> None:
        if not self.empty:
            self.pages.append([])
            self.used = self.after = 0.0

    def full(self) -> Iterator[Page]:
        """Yield the pages onto which nothing more can come, and let go of them."""
        while len(self.pages) > 1:
            yield self.pages.pop(0)

    def settle(self, *, all_of_them: bool = False) -> None:
        """Place what waits for room, as far as there is room; all of it on demand, on pages of its own."""
        while self.waiting:
            fits = self._height(self.waiting[0]) <= self.room(self.waiting[0]) + _TOLERANCE
            if not fits and not all_of_them:
                return
            if not fits:
                self.turn()
            self.put(self.waiting.popleft())

    def put(self, piece: Piece) -> None:
        """Place a piece, broken over pages as needed."""
        height = self._height(piece)
        while height > self.room(piece) + _TOLERANCE:
            parts = piece.flow.split(self.width, self.room(piece))
            if len(parts) == 2:
                self._set(replace(piece, flow=parts[0], after=0.0))
                piece = replace(piece, flow=parts[1], before=0.0)
            elif self.empty:
                break
            self.turn()
            height = self._height(piece)
        self._set(piece)

    def _height(self, piece: Piece) -> float:
        return piece.flow.wrap(self.width, self.height)[1]

    def _set(self, piece: Piece) -> None:
        height = self._height(piece)
        top = self.used + self.gap(piece)
        self.pages[-1].append(Placed(piece.flow, top, height))
        self.used, self.after = top + height, piece.after


class _Ahead:
    """Pieces in their order, read no further than somebody looks; those that float stand apart."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._source = iter(pieces)
        self._fixed: deque[Piece] = deque()
        self._passed = 0
        self._floating: dict[int, list[Piece]] = {}

    def at(self, index: int) -> Piece | None:
        """Return a piece that does not float; None behind the last one."""
        while index >= self._passed + len(self._fixed):
            piece = next(self._source, None)
            if piece is None:
                return None
            if piece.floats:
                self._floating.setdefault(self._passed + len(self._fixed), []).append(piece)
            else:
                self._fixed.append(piece)
        return self._fixed[index - self._passed]

    def is_kept(self, index: int) -> bool:
        """Whether the piece before one wants it on its page."""
        before = self.at(index - 1) if index else None
        return before is not None and before.keep

    def floating(self, index: int) -> list[Piece]:
        """Return, once, the floating pieces that stand before a piece which was looked at."""
        return self._floating.pop(index, [])

    def between(self, first: int, last: int) -> list[Piece]:
        """Return some pieces, both ends included."""
        return [piece for index in range(first, last + 1) if (piece := self.at(index)) is not None]

    def forget(self, index: int) -> None:
        """Let go of the pieces before one."""
        while self._passed < index:
            self._fixed.popleft()
            self._passed += 1


def paginate(
    pieces: Iterable[Piece], width: float, height: float, step: Callable[[int], None] | None = None
) -> list[Page]:
    """Return the pages with what stands on each; see `fill_pages`."""
    return list(fill_pages(pieces, width, height, step))


def fill_pages(
    pieces: Iterable[Piece], width: float, height: float, step: Callable[[int], None] | None = None
) -> Iterator[Page]:
    """Yield the pages with what stands on each.

    Args:
        pieces: what to place, in order.
        width: of the frame, in points.
        height: of the frame, in points.
        step: told the number of pieces placed, after each; may raise to stop.
    """
    filler = _Filler(width, height)
    ahead = _Ahead(pieces)
    for index in count():
        piece = ahead.at(index)
        floating = ahead.floating(index)
        filler.waiting += floating
        if piece is None:
            break
        if floating or not ahead.is_kept(index):
            filler.settle(all_of_them=piece.barrier or piece.new_page)
        _place(filler, ahead, index, piece)
        ahead.forget(index)
        if step is not None:
            step(index + 1)
        yield from filler.full()
    filler.settle(all_of_them=True)
    yield from filler.pages


def _place(filler: _Filler, ahead: _Ahead, index: int, piece: Piece) -> None:
    if piece.new_page:
        filler.turn()
    while not filler.empty and not _fits(filler, ahead, index):
        filler.turn()
        filler.settle()
    filler.put(piece)


def _fits(filler: _Filler, ahead: _Ahead, index: int) -> bool:
    """Whether a piece may begin here: with what it keeps, and with its group where that fits a page."""
    kept = _kept(ahead, index)
    room = filler.room(kept[0]) + _TOLERANCE
    if _need(filler, kept) > room:
        return False
    group = kept[-1].group
    if not group or _goes_on(ahead, index, group):
        return True
    whole = _stack(filler, [*kept, *_rest_of_group(ahead, index + len(kept), group)])
    if whole <= room or whole > filler.height:
        return True
    return kept[-1].loose and filler.room(kept[0]) > _MOST_EMPTY * filler.height


def _kept(ahead: _Ahead, index: int) -> list[Piece]:
    """Return a piece with those that stand on its page in any case."""
    last = index
    while ahead.is_kept(last + 1) and ahead.at(last + 1) is not None:
        last += 1
    return ahead.between(index, last)


def _goes_on(ahead: _Ahead, index: int, group: int) -> bool:
    """Whether a group has begun before a piece that is of it."""
    around = ahead.between(index - 1, index) if index else []
    return bool(around) and all(piece.group == group for piece in around)


def _rest_of_group(ahead: _Ahead, index: int, group: int) -> list[Piece]:
    last = index
    while (piece := ahead.at(last)) is not None and piece.group == group:
        last += 1
    return ahead.between(index, last - 1)


def _need(filler: _Filler, pieces: Sequence[Piece]) -> float:
    """Return the height that kept pieces need at least; the last one may be broken."""
    *heads, last = pieces
    whole = last.flow.wrap(filler.width, filler.height)[1]
    gap = max(heads[-1].after, last.before) if heads else 0.0
    return _stack(filler, heads) + gap + min(whole, last.least)


def _stack(filler: _Filler, pieces: Sequence[Piece]) -> float:
    """Return the height of whole pieces one below the other."""
    total = after = 0.0
    for number, piece in enumerate(pieces):
        total += max(after, piece.before) if number else 0.0
        total += piece.flow.wrap(filler.width, filler.height)[1]
        after = piece.after
    return total
