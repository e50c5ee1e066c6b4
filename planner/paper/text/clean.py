"""The last cleaning before text is laid out: what paper can't show as it stands."""

import re

from planner.language.figures import FIRST_STRONG_ISOLATE, isolated
from planner.model.text import clean_text
from planner.paper.text.bidi import ISOLATE

TAB = "    "
_NO_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNPRINTABLE = re.compile(f"[\ufdd0-\ufdef\ufff9-\ufffb{_NO_CHARACTERS}]")


def printable(text: str) -> str:
    """Return the text as the page gets it.

    Beyond `clean_text` a tab becomes four blanks (a page has no tab stops), and code points that
    Unicode sets aside as "not a character" are dropped, as they have neither a shape nor a meaning. Whole
    isolates stay: they are the program's own, around days; no plan has any, and they can't make a name
    look like another one, as overrides can.

    Args:
        text: whatever a user typed.

    Returns:
        Text in which each character is one to print; newlines stay.
    """
    if FIRST_STRONG_ISOLATE not in text:
        return _cleaned(text)
    # Outside and inside of an isolate in turn.
    parts = [_cleaned(part) for part in ISOLATE.split(text)]
    parts[1::2] = [isolated(part) for part in parts[1::2]]
    return "".join(parts)


def _cleaned(text: str) -> str:
    return _UNPRINTABLE.sub("", clean_text(text).replace("\t", TAB))
