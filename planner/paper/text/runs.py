"""Stretches of a paragraph that one font draws in one direction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from planner.paper.text.bidi import levels
from planner.paper.text.faces import Face
from planner.paper.text.fontfiles import CJK_FONTS
from planner.paper.text.fonts import font_book, is_for_script, stand_in
from planner.paper.text.scripts import COMMON, clusters, is_plain, script_of
from planner.paper.text.style import TextStyle

_SIMPLIFIED, _TRADITIONAL, _JAPANESE, _KOREAN = CJK_FONTS


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of one font, one look, one script and one direction.

    Attributes:
        start: index of its first character in the paragraph.
        text: its characters.
        style: its look.
        face: its font.
        level: its embedding level; odd runs to the left.
        script: ISO 15924 code.
        plain: each character is one glyph, so that nothing has to be shaped.
        missing: no font has these characters; the number of each is drawn.
    """

    start: int
    text: str
    style: TextStyle
    face: Face
    level: int = 0
    script: str = COMMON
    plain: bool = True
    missing: bool = False

    @property
    def end(self) -> int:
        """Index behind the last character in the paragraph."""
        return self.start + len(self.text)

    @property
    def factor(self) -> float:
        """Points in one unit of the font."""
        return self.style.size / self.face.upem

    @property
    def leftward(self) -> bool:
        """Whether it runs to the left."""
        return self.level % 2 == 1

    def widths(self) -> list[float]:
        """Return the width of each character in points; a cluster's width stands at its first one."""
        factor = self.factor
        if self.missing:
            return [sum(map(self.face.advances.__getitem__, stand_in(char))) * factor for char in self.text]
        if self.plain:
            return [width * factor for width in map(self.face.advances.__getitem__, self.text)]
        return self._shaped_widths(factor)

    def part(self, start: int, end: int) -> "Run":
        """Return what lies between two indexes of the paragraph."""
        if start == self.start and end == self.end:
            return self
        text = self.text[start - self.start : end - self.start]
        return Run(start, text, self.style, self.face, self.level, self.script, self.plain, self.missing)

    def _shaped_widths(self, factor: float) -> list[float]:
        result = [0.0] * len(self.text)
        for glyph in self.face.shape(self.text, self.script, leftward=self.leftward):
            result[glyph.cluster] += glyph.advance * factor
        return result


def runs_of(pieces: Sequence[tuple[str, TextStyle]], base: int) -> tuple[Run, ...]:
    """Split a paragraph into runs, in reading order.

    Args:
        pieces: text and look, in turn.
        base: the paragraph's level, 0 or 1.
    """
    text = "".join(piece for piece, _ in pieces)
    han = _han_font(text)
    if is_plain(text):
        return tuple(_plain_runs(pieces, han))
    return tuple(_shaped_runs(pieces, levels(text, base), han))


def _han_font(text: str) -> str:
    """Return the font for Chinese characters, which look different in each language that uses them."""
    if text.isascii():
        return _SIMPLIFIED
    if any("\u3041" <= char <= "\u30ff" for char in text):
        return _JAPANESE
    if any("\uac00" <= char <= "\ud7a3" for char in text):
        return _KOREAN
    return _TRADITIONAL if any("\u3105" <= char <= "\u312f" for char in text) else _SIMPLIFIED


def _plain_runs(pieces: Sequence[tuple[str, TextStyle]], han: str) -> Iterator[Run]:
    start = 0
    for text, style in pieces:
        main = font_book().main(style.weight)
        if all(map(main.glyphs.__getitem__, text)):
            yield Run(start, text, style, main)
            start += len(text)
            continue
        for face, chars in groupby(text, partial(font_book().choose, weight=style.weight, han=han)):
            part = "".join(chars)
            used = face or main
            yield Run(start, part, style, used, plain=used.truetype, missing=face is None)
            start += len(part)


def _shaped_runs(pieces: Sequence[tuple[str, TextStyle]], found: Sequence[int], han: str) -> Iterator[Run]:
    for key, group in groupby(_places(pieces, found, han), lambda place: (place.style, *place.key)):
        places = list(group)
        face = places[0].face
        yield Run(
            start=places[0].start,
            text="".join(place.text for place in places),
            style=key[0],
            face=face or font_book().main(key[0].weight),
            level=places[0].level,
            script=places[0].script,
            plain=False,
            missing=face is None,
        )


class _Place(NamedTuple):
    """One user-perceived character with all that decides which run it belongs to."""

    start: int
    text: str
    style: TextStyle
    face: Face | None
    level: int
    script: str

    @property
    def key(self) -> tuple[int, int, str]:
        return id(self.face), self.level, self.script


def _places(pieces: Sequence[tuple[str, TextStyle]], found: Sequence[int], han: str) -> Iterator[_Place]:
    start = 0
    face: Face | None = None
    script = _first_script(pieces)
    for piece, style in pieces:
        for cluster in clusters(piece):
            own = script_of(cluster[0])
            script = script if own == COMMON else own
            for text, chosen in _faces(cluster, style, han, face):
                face = chosen
                yield _Place(start, text, style, face, found[start], script)
                start += len(text)


def _first_script(pieces: Sequence[tuple[str, TextStyle]]) -> str:
    """Return the script of the first character that has one; signs before it are shaped with it."""
    scripts = (script_of(char) for piece, _ in pieces for char in piece)
    return next((script for script in scripts if script != COMMON), COMMON)


def _faces(
    cluster: str, style: TextStyle, han: str, before: Face | None
) -> Iterator[tuple[str, Face | None]]:
    """Yield a cluster with the font that has all of it, else its characters with a font each.

    A blank between words of a script stays in the script's font, so that the words are shaped in one go.
    """
    if cluster == " " and before is not None and before.weight == style.weight and is_for_script(before):
        yield cluster, before
        return
    whole = font_book().choose(cluster, style.weight, han)
    if whole is not None or len(cluster) == 1:
        yield cluster, whole
        return
    for char in cluster:
        yield char, font_book().choose(char, style.weight, han)
