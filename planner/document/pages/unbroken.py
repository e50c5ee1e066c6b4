"""Figures and days that stay on one line of a heading."""

import re

_STUCK = "\N{NO-BREAK SPACE}"
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b")
_AMOUNT = re.compile(r"\b([A-Z]{3}) (\d)")


def unbroken(text: str) -> str:
    """Return a heading in which no day ("4 Jan 2027") and no amount ("EUR 12,500") is broken over lines."""
    return _AMOUNT.sub(rf"\1{_STUCK}\2", _DAY.sub(rf"\1{_STUCK}\2{_STUCK}\3", text))
