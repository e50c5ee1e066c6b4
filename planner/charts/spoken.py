"""A chart in words, for those who can't see it: what it says as a whole, then what each place on it says."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from planner.charts.scene import Mark, Scene
from planner.language import say, say_count

_LONGEST = 2_000
"""Characters of the places' texts: who listens can't skip through them."""


def spoken(scene: Scene) -> str:
    """Return a chart's alternative text, from the chart's own figures; it is one line and never empty.

    Args:
        scene: the chart, or the part of it that stands on a page.
    """
    sentences = [_ended(line) for line in scene.details] or list(_sentences(scene.marks))
    told = sentences[: bisect_right([*accumulate(map(len, sentences))], _LONGEST)]
    more = [say_count("And {count} more entry.", "And {count} more entries.", len(sentences) - len(told))]
    return " ".join([scene.summary or say("A chart."), *told, *(more if len(told) < len(sentences) else ())])


def _sentences(marks: Sequence[Mark]) -> Iterator[str]:
    """Yield a sentence for each entry: its name, and what all of its places say about it."""
    texts = ([" ".join(line.split()) for line in mark.text.splitlines() if line.strip()] for mark in marks)
    for name, places in groupby(filter(None, texts), key=lambda lines: lines[0]):
        said = "; ".join(line for lines in places for line in lines[1:])
        yield _ended(f"{name}: {said}" if said else name)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
