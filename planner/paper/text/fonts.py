"""The book of fonts: which font has which character."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from unicodedata import combining

from planner.paper.text.clean import printable
from planner.paper.text.faces import Face, weight_name
from planner.paper.text.fontfiles import (
    CHAIN,
    CJK_FONTS,
    EMOJI,
    MAIN,
    SCRIPT_FONTS,
    FontFile,
    embeddable,
    opened,
    packaged,
    system_fonts,
)
from planner.paper.text.scripts import is_invisible
from planner.paper.text.style import Weight

_SCRIPTED = frozenset({MAIN, *SCRIPT_FONTS})
_EMOJI_MARKS = frozenset("\ufe0f\u200d\u20e3")


class FontBook:
    """Every font that a document may use, opened when it is first needed.

    Use `font_book()`: one book serves the whole program.
    """

    def __init__(self, last_resort: Callable[[], Iterable[FontFile]] = system_fonts) -> None:
        """Make a book; no font is opened yet.

        Args:
            last_resort: gives the fonts for what the packaged ones lack; asked only then.
        """
        self._faces: dict[tuple[str, Weight], Face] = {}
        self._chosen: dict[tuple[str, Weight, str], Face | None] = {}
        self._shown: set[str] = set()
        self._last_resort = last_resort
        self._last_faces: list[Face] | None = None

    def main(self, weight: Weight) -> Face:
        """Return the main font at a weight."""
        return self._packaged(MAIN, weight)

    def choose(self, cluster: str, weight: Weight, han: str = CJK_FONTS[0]) -> Face | None:
        """Return the font for one user-perceived character.

        Args:
            cluster: the character with its marks, joiners and selectors.
            weight: the wanted weight; a font without it is used as it is.
            han: the packaged font that is asked first for Chinese characters.

        Returns:
            The first font of the chain that has all of it, or None.
        """
        key = (cluster, weight, han)
        if key not in self._chosen:
            self._chosen[key] = self._search(cluster, weight, han)
        return self._chosen[key]

    def coverage(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font has, each once, in their order."""
        if self._shown.issuperset(text):
            return ()
        found = dict.fromkeys(printable(text))
        lacking = tuple(char for char in found if not self._covered(char))
        # A mark may make another character together with what stands before it: it is looked at each time.
        self._shown.update(char for char in found if not combining(char))
        self._shown.difference_update(lacking)
        return lacking

    def _covered(self, char: str) -> bool:
        return char == "\n" or is_invisible(char) or self.choose(char, "regular") is not None

    def _search(self, cluster: str, weight: Weight, han: str) -> Face | None:
        needed = "".join(char for char in cluster if not is_invisible(char))
        if not needed:
            return self.main(weight)
        names = _order(cluster, han)
        packaged_faces = (self._packaged(name, weight) for name in names)
        faces = chain(packaged_faces, self._others())
        return next((face for face in faces if face.has(needed)), None)

    def _packaged(self, name: str, weight: Weight) -> Face:
        face = self._faces.get((name, weight))
        if face is None:
            face = Face(f"{name}-{weight_name(weight)}", packaged(name).program(), weight)
            self._faces[name, weight] = face
        return face

    def _others(self) -> Iterator[Face]:
        if self._last_faces is None:
            programs = (opened(file) for file in self._last_resort())
            usable = (program for program in programs if program is not None and embeddable(program))
            self._last_faces = [Face(f"System{n}", program, "regular") for n, program in enumerate(usable, 1)]
        yield from self._last_faces


@cache
def font_book() -> FontBook:
    """Return the program's one book of fonts."""
    return FontBook()


def missing_characters(text: str) -> tuple[str, ...]:
    """Return the characters that the document can't show, each once, in their order.

    Args:
        text: any text of the plan.
    """
    return font_book().coverage(text)


def stand_in(char: str) -> str:
    """Return what is drawn in place of a character that no font has: its number, such as "[U+13000]".

    A box would not say what is missing. Text extraction still gives the character itself.
    """
    return f"[U+{ord(char):04X}]"


def is_for_script(face: Face) -> bool:
    """Tell whether a font was made for a script: its blank is as wide as that script's words need."""
    return face.name.partition("-")[0] in _SCRIPTED


def _order(cluster: str, han: str) -> Iterator[str]:
    """Yield the names of the packaged fonts, the likeliest first."""
    if not _EMOJI_MARKS.isdisjoint(cluster):
        yield EMOJI
    for name in CHAIN:
        if name == CJK_FONTS[0]:
            yield han
        yield name
