"""A chart in words, for screen readers and for whoever would rather read or copy it: field and switch."""

from PySide6.QtWidgets import QPlainTextEdit

from ui.kit.buttons import WordButton


def word_field() -> QPlainTextEdit:
    """Return the field that has a chart in words."""
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName("The chart in words")
    return field


def words_button() -> WordButton:
    """Return the switch between a chart and the same in words."""
    button = WordButton("In words", role="segment")
    button.setCheckable(True)
    return button
