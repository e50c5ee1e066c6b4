"""Which things the palette lists for what is typed, the best first."""

from collections.abc import Sequence

from ui.palette.entries import Entry
from ui.palette.matching import folded, rank_of

MOST = 100
"""More are never listed: a better word is typed faster than a long list is read."""

Key = tuple[str, str]


def without_words(entries: Sequence[Entry], recent: Sequence[Key]) -> list[Entry]:
    """Return what is listed while nothing is typed: the recent things, then what can be done now."""
    by_key = {entry.key: entry for entry in entries}
    first = [by_key[key] for key in recent if key in by_key]
    rest = [entry for entry in entries if entry.key[0] == "do" and entry.key not in set(recent)]
    return [*first, *sorted(rest, key=lambda entry: bool(entry.reason))]


def ranked(entries: Sequence[Entry], text: str, recent: Sequence[Key]) -> list[Entry]:
    """Return what fits some words, the best first; among equals the recent, the possible, the short."""
    words = folded(text).split()
    places = {key: place for place, key in enumerate(recent)}
    found = []
    for order, entry in enumerate(entries):
        rank = rank_of(words, entry.name, entry.about)
        if rank is not None:
            recency = places.get(entry.key, len(places))
            found.append((rank, recency, bool(entry.reason), len(entry.name), order, entry))
    return [item[-1] for item in sorted(found, key=lambda item: item[:-1])]
