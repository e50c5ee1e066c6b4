"""Names, texts and numbers as PDF spells them (PDF 32000-1, section 7.3)."""

from datetime import date

from reportlab.lib.rl_accel import fp_str

_REGULAR = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+")
_PLAIN = frozenset(map(chr, range(0x20, 0x7F))) - frozenset("()\\")


def name(text: str) -> str:
    """Return a name, its slash included."""
    if _REGULAR.issuperset(text):
        return f"/{text}"
    escaped = (
        char if char in _REGULAR else "".join(f"#{byte:02X}" for byte in char.encode()) for char in text
    )
    return f"/{''.join(escaped)}"


def string(text: str) -> str:
    """Return a text that people read: in brackets where it is plain ASCII, else as UTF-16."""
    if _PLAIN.issuperset(text):
        return f"({text})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def numbers(*values: float) -> str:
    """Return numbers with blanks between them, none longer than a page's drawing needs."""
    return str(fp_str(*values))


def moment(day: date) -> str:
    """Return the beginning of a day as PDF writes dates."""
    return f"(D:{day:%Y%m%d}000000Z)"
