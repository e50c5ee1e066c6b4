"""Is a translation whole? `python -m tests.translations FILE.po` names what is missing or wrong in it.

A message that is not translated is said in English; so is one whose names differ from those in English, since
what stands in for them would be lost.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from messages import catalogue

_NAMES = re.compile(r"\{\w*\}|%(?:\(\w+\))?[sr]")


def faults(given: Catalog, wanted: Catalog) -> Iterator[str]:
    """Yield what is wrong in a translation, a line each.

    Args:
        given: the translation.
        wanted: all messages of the program.
    """
    for message in wanted:
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            found = given.get(ids[0])
            texts = () if found is None or found.fuzzy else _texts(found.string)
            yield from _of_texts(ids, texts, given.num_plurals)


def _texts(string: str | Iterable[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def _of_texts(ids: tuple[str, ...], texts: tuple[str, ...], forms: int) -> Iterator[str]:
    if not texts or not all(texts) or len(texts) != (forms if len(ids) > 1 else 1):
        yield f"Not translated: {ids[0]!r}"
        return
    known = {name for text in ids for name in _NAMES.findall(text)}
    # A form for one number, such as two, may leave that number out.
    needed = known - {"{count}"} if len(ids) > 1 else known
    for text in texts:
        names = set(_NAMES.findall(text))
        if not needed <= names <= known:
            yield f"Other names than in {ids[0]!r}: {text!r}"


def main(words: list[str]) -> int:
    """Name the faults of a file, and return whether there are any."""
    if len(words) != 1:
        print("Usage: python -m tests.translations FILE.po", file=sys.stderr)
        return 2
    with Path(words[0]).open("rb") as stream:
        found = list(faults(read_po(stream), catalogue()))
    print("\n".join(found) or "Whole: every message is translated, with the names that it has.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
