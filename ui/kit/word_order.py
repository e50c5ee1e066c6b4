"""The order of words as the language in use has it: Ä beside A in German, behind Z in Swedish."""

from functools import cache

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt


def word_order(text: str) -> QCollatorSortKey:
    """Return by what a text is sorted among others, whatever its capitals."""
    return _collator(QLocale().name()).sortKey(text)


@cache
def _collator(locale: str) -> QCollator:
    made = QCollator(QLocale(locale))
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return made
