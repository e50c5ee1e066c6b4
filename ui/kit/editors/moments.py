"""A moment that the program noted: shown, never typed."""

from PySide6.QtWidgets import QWidget

from planner.model.schema import FieldSpec
from ui.kit.editors.base import PlanSource
from ui.kit.editors.lines import LineEditor


class MomentView(LineEditor):
    """A moment by this computer's clock; it can be read and copied."""

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        super().set_read_only(on=True)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Stay as it is: nobody types a moment."""
