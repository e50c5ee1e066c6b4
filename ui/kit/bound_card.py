"""A card with fields of one record that is always there: brief, budget, thresholds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from planner.model.schema import field
from ui.document import PlanDocument
from ui.kit.card import Card
from ui.kit.field_grid import FieldGrid
from ui.kit.field_row import FieldRow
from ui.kit.record_binding import RecordBinding


class BoundCard(Card):
    """Fields of the plan's one record of a kind."""

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        names: Sequence[str],
        title: str,
        words: str = "",
        *,
        role: str = "h3",
    ) -> None:
        """Make the card.

        Args:
            document: the document.
            kind_key: a kind of which a plan has exactly one record.
            names: the fields in order.
            title: the card's heading.
            words: a sentence below it.
            role: the look of the heading.
        """
        super().__init__(title, words, role=role)
        self._rows = {name: FieldRow(field(kind_key, name), document) for name in names}
        self._grid = FieldGrid(self._rows.values())
        self.body.addWidget(self._grid)
        self._binding = RecordBinding(document, kind_key, self._rows.values(), self)
        self._binding.bind(kind_key)

    def row(self, name: str) -> FieldRow | None:
        """Return the row of a field, where it stands on this card."""
        return self._rows.get(name)

    def focus_field(self, name: str) -> FieldRow | None:
        """Lead the keyboard to a field, or to the first one where there is none of that name.

        Returns:
            The row that has the keyboard now.
        """
        row = self._rows.get(name) or next(iter(self._rows.values()))
        row.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        return row
