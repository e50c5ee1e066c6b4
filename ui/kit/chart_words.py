"""A chart in words, for screen readers and for whoever would rather read or copy it: field and switch."""

from PySide6.QtWidgets import QPlainTextEdit

from planner.language import say
from ui.kit.buttons import WordButton


def word_field() -> QPlainTextEdit:
    """Return the field that has a chart in words."""
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName(say("The chart in words"))
    return field


def words_button() -> WordButton:
    """Return the switch between a chart and the same in words."""
    button = WordButton(say("In words"), role="segment")
    button.setCheckable(True)
    return button
