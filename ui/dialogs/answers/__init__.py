"""Typing answers from worksheets back into the plan."""

from ui.dialogs.answers.dialog import AnswersDialog

__all__ = ["AnswersDialog"]
