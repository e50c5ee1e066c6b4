"""Filling pages: which piece stands on which page, before anything is drawn.

Laying out everything first and drawing afterwards gives page numbers and "Page n of m" without
building the document twice.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

_TOLERANCE = 0.01
"""Points by which a piece may be too high without breaking; sums of floats are not exact."""


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
    """The pages filled so far, and the place on the present one."""

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


def paginate(
    pieces: Sequence[Piece], width: float, height: float, step: Callable[[int], None] | None = None
) -> list[Page]:
    """Return the pages with what stands on each.

    Args:
        pieces: what to place, in order.
        width: of the frame, in points.
        height: of the frame, in points.
        step: told the number of pieces placed, after each; may raise to stop.
    """
    filler = _Filler(width, height)
    fixed, floating = _apart(pieces)
    for index, piece in enumerate(fixed):
        filler.waiting += floating.get(index, ())
        if index in floating or not (index and fixed[index - 1].keep):
            filler.settle(all_of_them=piece.barrier or piece.new_page)
        if piece.new_page:
            filler.turn()
        while not filler.empty and not _fits(filler, fixed, index):
            filler.turn()
            filler.settle()
        filler.put(piece)
        if step is not None:
            step(index + 1)
    filler.waiting += floating.get(len(fixed), ())
    filler.settle(all_of_them=True)
    return filler.pages


def _apart(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, list[Piece]]]:
    """Return the pieces that do not float, and those that do by the index of what follows them."""
    fixed: list[Piece] = []
    floating: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.floats:
            floating.setdefault(len(fixed), []).append(piece)
        else:
            fixed.append(piece)
    return fixed, floating


def _fits(filler: _Filler, pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece may begin here: with what it keeps, and with its group where that fits a page."""
    room = filler.room(pieces[index]) + _TOLERANCE
    last = index
    while pieces[last].keep and last + 1 < len(pieces):
        last += 1
    if _need(filler, pieces[index : last + 1]) > room:
        return False
    begins = not index or pieces[index - 1].group != pieces[index].group
    if not pieces[last].group or not (begins or pieces[last].group != pieces[index].group):
        return True
    while last + 1 < len(pieces) and pieces[last + 1].group == pieces[last].group:
        last += 1
    whole = _stack(filler, pieces[index : last + 1])
    return whole <= room or whole > filler.height


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
