"""Any two revisions of the plan, one held against the other."""

from ui.dialogs.compare.dialog import CompareDialog

__all__ = ["CompareDialog"]
