"""The order on paper of text that mixes scripts running to the left and to the right.

Unicode's bidirectional algorithm (UAX 9), without its explicit embeddings and overrides:
`planner.paper.text.clean.printable` takes those characters out. Of isolates it leaves those that the
program itself puts around a day (`planner.language.figures`): U+2068 up to the next U+2069. What stands
within is a paragraph of its own, and a mere sign for what stands around it; either is one level run, for
which the rules P2, P3, W1 to W7, N0 to N2, I1, I2, L1 and L2 remain.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from planner.language.figures import FIRST_STRONG_ISOLATE, POP_ISOLATE

_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b"
    "\u3008\u3009\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775"
    "\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986"
    "\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996"
    "\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29"
    "\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011"
    "\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09"
    "\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
"""Openers and closers in turn. Source: Unicode's BidiBrackets.txt."""
_CLOSER = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENER = {closer: opener for opener, closer in _CLOSER.items()}
_MIRRORED = str.maketrans(_CLOSER | _OPENER | dict(zip("<>«»‹›≤≥", "><»«›‹≥≤", strict=True)))
_MOST_OPEN = 63

_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""How the rules on neutrals read a type: numbers count as text that runs to the left."""
_SKIPPED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_SPACE = frozenset({"WS", "S", "B", *_SKIPPED})
ISOLATE = re.compile("\u2068([^\u2066-\u2069]*)\u2069")
"""What runs in its own direction, whatever stands around it (FSI and PDI)."""
ISOLATE_MARKS = frozenset({FIRST_STRONG_ISOLATE, POP_ISOLATE})


def base_level(text: str) -> int:
    """Return 1 where the first strong character of a paragraph runs to the left, else 0 (P2, P3).

    Isolates are passed over, unless nothing outside of them has a direction.
    """
    outside = ISOLATE.sub("", text) if FIRST_STRONG_ISOLATE in text else text
    return int((_first_strong(outside) or _first_strong(text)) in {"R", "AL"})


def _first_strong(text: str) -> str:
    """Return the type of the first character that has a direction; nothing without one."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return kind
    return ""


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character; odd levels run to the left.

    Args:
        text: one paragraph.
        base: the paragraph's own level, 0 or 1.
    """
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    isolates = [*ISOLATE.finditer(text)] if FIRST_STRONG_ISOLATE in text else []
    for found in isolates:
        # Its two marks stand for the whole of it, as a sign without a direction would.
        original[found.start() : found.end()] = ["ON", *(["BN"] * len(found[1])), "ON"]
    result = _levels(text, original, base)
    for found in isolates:
        result[found.start(1) : found.end(1)] = _inside(found[1], base)
    return result


def _inside(text: str, around: int) -> list[int]:
    """Return the levels within an isolate: the next one above that around it which runs its way (X5c)."""
    own = around + 1 + ((around + 1) % 2 != base_level(text))
    return _levels(text, [unicodedata.bidirectional(char) or "L" for char in text], own)


def _levels(text: str, original: Sequence[str], base: int) -> list[int]:
    """Return the level of each character of one level run, from the type of each."""
    kept = [i for i, kind in enumerate(original) if kind not in _SKIPPED]
    types = _weak([original[i] for i in kept], "LR"[base % 2])
    _pair_brackets([text[i] for i in kept], [original[i] for i in kept], types, base)
    _neutral(types, base)
    result = [-1] * len(text)
    for i, kind in zip(kept, types, strict=True):
        result[i] = _implicit(kind, base)
    return _with_skipped(result, base)


def line_levels(text: str, found: Sequence[int], base: int) -> list[int]:
    """Return the levels of one line: blanks at its end and around tabs take the paragraph's (L1).

    Args:
        text: the line's text.
        found: its part of what `levels` gave.
        base: the paragraph's level.
    """
    result = list(found)
    at_end = True
    for i in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[i])
        at_end = kind in {"S", "B"} or (at_end and kind in _SPACE)
        if at_end:
            result[i] = base
    return result


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """Return the indexes of a line's runs from left to right (L2)."""
    order = list(range(len(run_levels)))
    odd = [level for level in run_levels if level % 2]
    for level in range(max(run_levels, default=0), min(odd, default=1) - 1, -1):
        for start, end in _stretches(run_levels, order, level):
            order[start:end] = reversed(order[start:end])
    return order


def mirrored(text: str) -> str:
    """Return a text with each bracket and quotation mark as it looks where text runs to the left."""
    return text.translate(_MIRRORED)


def _stretches(run_levels: Sequence[int], order: Sequence[int], level: int) -> Iterator[tuple[int, int]]:
    start = None
    for i, index in enumerate([*order, -1]):
        deep = index >= 0 and run_levels[index] >= level
        if deep and start is None:
            start = i
        elif not deep and start is not None:
            yield start, i
            start = None


def _weak(types: list[str], edge: str) -> list[str]:
    """Resolve marks, numbers and their separators (W1 to W7)."""
    types = _marks_and_arabic(types, edge)
    _separators(types)
    _terminators(types)
    strong = edge
    for i, kind in enumerate(types):
        if kind in {"ES", "ET", "CS"}:
            types[i] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[i] = "L"
    return types


def _marks_and_arabic(types: list[str], edge: str) -> list[str]:
    """Give marks the type of their base, digits after Arabic theirs, Arabic that of Hebrew (W1 to W3)."""
    result, before, strong = [], edge, edge
    for kind in types:
        now = before if kind == "NSM" else kind
        before = now
        if now in {"L", "R", "AL"}:
            strong = now
        if now == "EN" and strong == "AL":
            now = "AN"
        result.append("R" if now == "AL" else now)
    return result


def _separators(types: list[str]) -> None:
    """Make one separator between two numbers part of the number (W4)."""
    for i in range(1, len(types) - 1):
        before, kind, after = types[i - 1 : i + 2]
        if (before == after == "EN" and kind in {"ES", "CS"}) or (before == after == "AN" and kind == "CS"):
            types[i] = before


def _terminators(types: list[str]) -> None:
    """Make signs such as % beside a number part of it (W5)."""
    i = 0
    while i < len(types):
        end = i
        while end < len(types) and types[end] == "ET":
            end += 1
        if end > i and "EN" in (types[i - 1] if i else "", types[end] if end < len(types) else ""):
            types[i:end] = ["EN"] * (end - i)
        i = max(end, i + 1)


def _pair_brackets(chars: Sequence[str], original: Sequence[str], types: list[str], base: int) -> None:
    """Give both brackets of a pair the direction of what they hold (N0)."""
    inside = "LR"[base % 2]
    counts = {side: [0, *accumulate(_STRONG.get(kind) == side for kind in types)] for side in "LR"}
    context, seen = inside, 0
    for opener, closer in _pairs(chars, types):
        for kind in types[seen:opener]:
            context = _STRONG.get(kind, context)
        seen = opener
        held = {side for side in "LR" if counts[side][closer] > counts[side][opener + 1]}
        if held:
            side = inside if inside in held or context == inside else context
            _set_bracket(opener, side, original, types)
            _set_bracket(closer, side, original, types)


def _pairs(chars: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets by their openers' places (BD16)."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for i, char in enumerate(chars):
        if types[i] != "ON":
            continue
        if char in _CLOSER:
            if len(stack) == _MOST_OPEN:
                return []
            stack.append((_CLOSER[char], i))
        elif char in _OPENER:
            match = next((n for n in range(len(stack) - 1, -1, -1) if stack[n][0] == char), None)
            if match is not None:
                found.append((stack[match][1], i))
                del stack[match:]
    return sorted(found)


def _set_bracket(place: int, side: str, original: Sequence[str], types: list[str]) -> None:
    types[place] = side
    for i in range(place + 1, len(types)):
        if original[i] != "NSM":
            return
        types[i] = side


def _neutral(types: list[str], base: int) -> None:
    """Give signs the direction on both of their sides, else the paragraph's (N1, N2)."""
    edge = "LR"[base % 2]
    strong = [i for i, kind in enumerate(types) if kind in _STRONG]
    sides = [edge, *(_STRONG[types[i]] for i in strong), edge]
    for place, kind in enumerate(types):
        if kind not in _STRONG:
            after = bisect_left(strong, place)
            types[place] = sides[after] if sides[after] == sides[after + 1] else edge


def _implicit(kind: str, base: int) -> int:
    """Return the level of a resolved type (I1, I2)."""
    if kind == "L":
        return base + base % 2
    if kind == "R":
        return base + 1 - base % 2
    return base + 2 - base % 2


def _with_skipped(found: list[int], base: int) -> list[int]:
    """Give characters that the rules pass over the level of what stands before them."""
    before = base
    for i, level in enumerate(found):
        before = found[i] = level if level >= 0 else before
    return found
