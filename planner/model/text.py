"""The one cleaning function for whatever a user types, pastes or imports.

Why it exists: lone surrogates make SQLite raise, control characters make spreadsheets and PDF
readers raise or lose text in silence, and overrides of the text direction make a name look like
another one. Composed form (NFC) keeps fingerprints equal for texts that look equal.
"""

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x85")

_LONG, _MARKS_IN_A_ROW = 1000, 30


def clean_text(text: str, *, lines: bool = True) -> str:
    """Return the text as it may be stored, drawn and exported.

    Args:
        text: anything that a user or a file gave.
        lines: keep line breaks (as a single newline); otherwise they become blanks.

    Returns:
        NFC text without control characters (tab and newline stay where `lines` is set), lone
        surrogates (shown as U+FFFD), byte-order marks and direction overrides.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _DIRECTION_OVERRIDES.sub("", _CONTROLS.sub("", text))
    if not lines:
        text = " ".join(text.split())
    if len(text) > _LONG:
        text = _stream_safe(text)
    return unicodedata.normalize("NFC", text)


def _stream_safe(text: str) -> str:
    """Part endless runs of marks, whose sorting would take minutes (Unicode annex 15, stream-safe text)."""
    parts: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MARKS_IN_A_ROW:
            parts.append("\N{COMBINING GRAPHEME JOINER}")
            run = 1
        parts.append(character)
    return "".join(parts)
