"""From plain text to lines of a given width."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from planner.paper.text.bidi import base_level
from planner.paper.text.breaking import Breaks, find_breaks
from planner.paper.text.clean import printable
from planner.paper.text.runs import Run, runs_of
from planner.paper.text.scripts import clusters, is_plain
from planner.paper.text.style import Span, TextStyle

_ROUNDING = 0.001
"""Points by which a line may stick out, as widths are sums of rounded numbers."""
_SHORT = 200
"""Characters up to which a laid out paragraph is kept for the next time that it is asked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Text between two line ends, measured but not yet broken.

    Attributes:
        text: the characters.
        runs: stretches of one font, one look and one direction, in reading order.
        base: 1 where the paragraph runs to the left, else 0.
        places: in points, where each character begins; one more for the end.
        breaks: where lines may end.
        signs: where user-perceived characters begin, the end included.
        shaped: a character in it is not one glyph, from left to right.
        plain: the one run that is all of it and needs no shaping; None where there are several.
    """

    text: str
    runs: tuple[Run, ...]
    base: int
    places: tuple[float, ...]
    breaks: Breaks
    signs: Sequence[int]
    shaped: bool = False
    plain: Run | None = None


class Line(NamedTuple):
    """One line of a paragraph; a tuple, as a document has tens of thousands of them.

    Attributes:
        paragraph: what it is a line of.
        start: index of its first character.
        end: index behind its last visible character.
        resume: index at which the next line starts; blanks between are drawn, so that they can be extracted.
        width: from the first to the last visible character, in points.
    """

    paragraph: Paragraph
    start: int
    end: int
    resume: int
    width: float

    @property
    def text(self) -> str:
        """The line's characters."""
        return self.paragraph.text[self.start : self.end]

    @property
    def leftward(self) -> bool:
        """Whether the paragraph runs to the left."""
        return self.paragraph.base == 1

    @property
    def blank_width(self) -> float:
        """Width of the blanks behind the line's end, in points."""
        places = self.paragraph.places
        return places[self.resume] - places[self.end]


def paragraphs(content: str | Sequence[Span], style: TextStyle) -> Sequence[Paragraph]:
    """Return one paragraph for each line of the source text.

    Args:
        content: plain text, or stretches of it that look different.
        style: the look where a span does not say otherwise.
    """
    if isinstance(content, str):
        return (_kept_lines if len(content) <= _SHORT else _lines)(content, style)
    return [_paragraph(pieces) for pieces in _source_lines(content, style)]


def fill(paragraph: Paragraph, width: float, start: int = 0) -> list[Line]:
    """Break a paragraph into lines.

    Args:
        paragraph: the text.
        width: room in points.
        start: index of the first character to place.

    Returns:
        At least one line; none is wider than the room unless one character alone is.
    """
    ends, starts = paragraph.breaks.ends, paragraph.breaks.starts
    whole = paragraph.places[ends[-1]] - paragraph.places[start]
    if whole <= width + _ROUNDING:
        return [Line(paragraph, start, ends[-1], starts[-1], whole)]
    end_places = [paragraph.places[end] for end in ends]
    lines: list[Line] = []
    while True:
        limit = paragraph.places[start] + width + _ROUNDING
        chosen = bisect_right(end_places, limit) - 1
        if chosen >= 0 and (ends[chosen] > start or chosen == len(ends) - 1):
            end, resume = ends[chosen], starts[chosen]
        else:
            end = resume = _forced_end(paragraph, start, limit)
        width_taken = paragraph.places[end] - paragraph.places[start]
        lines.append(Line(paragraph, start, end, resume, width_taken))
        if resume >= len(paragraph.text):
            return lines
        start = resume


def _forced_end(paragraph: Paragraph, start: int, limit: float) -> int:
    """Return where a word without a break has to be cut: at least one whole character is taken."""
    signs = paragraph.signs
    fitting = bisect_right(paragraph.places, limit, start, len(paragraph.text)) - 1
    first_behind = bisect_right(signs, start)
    last_fitting = bisect_right(signs, fitting) - 1
    return signs[max(first_behind, last_fitting)]


def _lines(text: str, style: TextStyle) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(((line, style),)) for line in printable(text).split("\n"))


def _source_lines(spans: Sequence[Span], style: TextStyle) -> list[tuple[tuple[str, TextStyle], ...]]:
    lines: list[list[tuple[str, TextStyle]]] = [[]]
    for span in spans:
        look = span.look(style)
        first, *others = printable(span.text).split("\n")
        lines[-1].append((first, look))
        lines.extend([(other, look)] for other in others)
    return [tuple(line) for line in lines]


def _paragraph(pieces: tuple[tuple[str, TextStyle], ...]) -> Paragraph:
    if sum(len(text) for text, _ in pieces) <= _SHORT:
        return _kept(pieces)
    return _measured(pieces)


def _measured(pieces: tuple[tuple[str, TextStyle], ...]) -> Paragraph:
    text = "".join(piece for piece, _ in pieces)
    base = base_level(text)
    runs = runs_of(pieces, base)
    widths = runs[0].widths() if len(runs) == 1 else [width for run in runs for width in run.widths()]
    places = tuple(accumulate(widths, initial=0.0))
    signs = range(len(text) + 1) if is_plain(text) else [*accumulate(map(len, clusters(text)), initial=0)]
    shaped = any(run.missing or not run.plain for run in runs)
    plain = runs[0] if len(runs) == 1 and not shaped else None
    return Paragraph(text, runs, base, places, find_breaks(text), signs, shaped, plain)


_kept = lru_cache(maxsize=2048)(_measured)
_kept_lines = lru_cache(maxsize=2048)(_lines)
