"""A line as glyphs from left to right, each with the characters that it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from planner.document.text.bidi import line_levels, visual_order
from planner.document.text.faces import Glyph
from planner.document.text.fonts import REPLACEMENT
from planner.document.text.layout import Line
from planner.document.text.runs import Run

SOFT_HYPHEN = "\u00ad"
_HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph and the characters that it stands for.

    Attributes:
        glyph: what is drawn; its distances are in thousandths of the letter size.
        text: its characters; empty for further glyphs of the same character.
    """

    glyph: Glyph
    text: str


def visual_runs(line: Line) -> list[Run]:
    """Return the parts of a line from left to right, the blanks behind its end included."""
    paragraph = line.paragraph
    parts = [
        run.part(max(run.start, line.start), min(run.end, line.resume))
        for run in paragraph.runs
        if run.start < line.resume and run.end > line.start
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


def placed_glyphs(run: Run, *, at_line_end: bool) -> list[Placed]:
    """Return a run's glyphs from left to right.

    Args:
        run: part of one line.
        at_line_end: a soft hyphen at its end is drawn as a hyphen.
    """
    if run.missing:
        gid, width = run.face.glyphs[REPLACEMENT], run.face.advances[REPLACEMENT]
        return [Placed(Glyph(gid, i, width), char) for i, char in enumerate(run.text)]
    leftward = run.level % 2 == 1
    shown = run.text[:-1] + _HYPHEN if at_line_end and run.text.endswith(SOFT_HYPHEN) else run.text
    shaped = run.face.shape(shown, run.script, leftward=leftward)
    reading = _with_text(shaped[::-1] if leftward else shaped, run.text, run.face.glyphs[" "])
    return reading[::-1] if leftward else reading


def _with_text(glyphs: list[Glyph], text: str, blank: int) -> list[Placed]:
    """Give each glyph its share of the characters, all in reading order.

    The glyphs of a cluster get a character each and the last one the rest; where there are more glyphs than
    characters the rest of the glyphs get none. HarfBuzz gives a blank without width for a character that is
    never drawn: that is left out, and its character goes to the glyph before it, or to the first one.
    """
    result: list[Placed] = []
    waiting = ""
    starts = [*sorted({glyph.cluster for glyph in glyphs}), len(text)]
    ends = dict(pairwise(starts))
    for start, group in groupby(glyphs, lambda glyph: glyph.cluster):
        chars = waiting + text[start : ends[start]]
        drawn = [glyph for glyph in group if glyph.advance or glyph.gid != blank]
        waiting = ""
        if drawn:
            result += map(Placed, drawn, _shares(chars, len(drawn)))
        elif result:
            result[-1] = Placed(result[-1].glyph, result[-1].text + chars)
        else:
            waiting = chars
    return result


def _shares(chars: str, count: int) -> list[str]:
    if len(chars) <= count:
        return [*chars, *[""] * (count - len(chars))]
    return [*chars[: count - 1], chars[count - 1 :]]
