"""A line as signs from left to right, each with the characters that it stands for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from planner.paper.text.bidi import line_levels, mirrored, visual_order
from planner.paper.text.compose import Part
from planner.paper.text.faces import Glyph
from planner.paper.text.fonts import stand_in
from planner.paper.text.layout import Line
from planner.paper.text.runs import Run
from planner.paper.text.scripts import clusters

SOFT_HYPHEN = "\u00ad"
_HYPHEN = "-"
_FARTHEST = 16_000
"""Units of the font by which a glyph is shifted at most: a font's tables hold 16 bits."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What a reader sees as one character, distances in units of the font.

    Attributes:
        parts: its glyphs with their shifts from the sign's own origin.
        text: its characters, in the order in which extraction has to meet them from left to right.
        x: its origin from the run's left end.
        advance: how far the pen moves on behind it.
    """

    parts: tuple[Part, ...]
    text: str
    x: int
    advance: int


def visual_runs(line: Line) -> list[Run]:
    """Return the parts of a line from left to right, the blanks behind its end included."""
    paragraph = line.paragraph
    first = bisect_right(paragraph.runs, line.start, key=lambda run: run.start) - 1
    behind = bisect_left(paragraph.runs, line.resume, key=lambda run: run.start)
    parts = [
        run.part(max(run.start, line.start), min(run.end, line.resume))
        for run in paragraph.runs[first:behind]
    ]
    if all(run.level == 0 for run in parts):
        return parts
    found = [level for run in parts for level in [run.level] * len(run.text)]
    fixed = line_levels(paragraph.text[line.start : line.resume], found, paragraph.base)
    split = [piece for run in parts for piece in _by_level(run, fixed, line.start)]
    return [split[i] for i in visual_order([run.level for run in split])]


def _by_level(run: Run, fixed: list[int], start: int) -> Iterator[Run]:
    place = run.start
    for level, group in groupby(fixed[run.start - start : run.end - start]):
        end = place + sum(1 for _ in group)
        yield replace(run.part(place, end), level=level)
        place = end


def signs(run: Run, *, at_line_end: bool) -> list[Sign]:
    """Return a run's signs from left to right.

    Args:
        run: part of one line.
        at_line_end: a soft hyphen at its end is drawn as a hyphen.
    """
    if run.missing:
        return list(_stand_ins(run))
    shown = run.text[:-1] + _HYPHEN if at_line_end and run.text.endswith(SOFT_HYPHEN) else run.text
    glyphs = run.face.shape(shown, run.script, leftward=run.leftward)
    texts = _texts(glyphs, run.text)
    if run.leftward:
        texts = {start: mirrored(text[::-1]) for start, text in texts.items()}
    return list(_grouped(glyphs, texts, run.face.glyphs[" "]))


def _stand_ins(run: Run) -> Iterator[Sign]:
    """Yield the number of each character that no font has, as one sign that stands for the character."""
    face, pen = run.face, 0
    for char in reversed(run.text) if run.leftward else run.text:
        letters = stand_in(char)
        starts = [*accumulate((face.advances[letter] for letter in letters), initial=0)]
        parts = tuple((face.glyphs[letter], x, 0) for letter, x in zip(letters, starts, strict=False))
        yield Sign(parts, char, pen, starts[-1])
        pen += starts[-1]


def _texts(glyphs: Iterable[Glyph], text: str) -> dict[int, str]:
    """Return the characters of each sign by where it starts.

    A sign starts where both a user-perceived character and a cluster of the shaped text start.
    """
    starts = {glyph.cluster for glyph in glyphs}
    found: dict[int, str] = {}
    place = current = 0
    for cluster in clusters(text):
        if place in starts:
            current = place
        found[current] = found.get(current, "") + cluster
        place += len(cluster)
    return found


def _grouped(glyphs: Iterable[Glyph], texts: dict[int, str], blank: int) -> Iterator[Sign]:
    """Put glyphs together to signs.

    HarfBuzz gives a blank without width for a character that is never drawn: it is left out, and its
    character goes to the next sign, or to the last one.
    """
    starts = sorted(texts)
    pen = 0
    waiting = ""
    last: Sign | None = None
    for start, group in groupby(glyphs, lambda glyph: starts[bisect_right(starts, glyph.cluster) - 1]):
        origin, parts = pen, []
        for glyph in group:
            if glyph.advance or glyph.gid != blank:
                parts.append((glyph.gid, _near(pen - origin + glyph.dx), _near(glyph.dy)))
            pen += glyph.advance
        waiting += texts[start]
        if parts:
            if last is not None:
                yield last
            last = Sign(tuple(parts), waiting, origin, pen - origin)
            waiting = ""
    if last is not None:
        yield replace(last, text=last.text + waiting)


def _near(shift: int) -> int:
    return max(-_FARTHEST, min(_FARTHEST, shift))
