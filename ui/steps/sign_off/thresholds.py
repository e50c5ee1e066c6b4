"""The thresholds of the truths: which ones differ from the usual, and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.language import phrase, say
from planner.model.schema import FieldSpec, fields
from planner.parsing import show_field
from ui.document import PlanDocument
from ui.kit.bound_card import BoundCard
from ui.kit.buttons import WordButton
from ui.kit.card import card_page
from ui.kit.region import current_locale
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label

_WORDS = phrase("When a truth begins to object. The signed document lists each threshold that you change.")


class DefaultLine(QWidget):
    """Says what a threshold usually is, and leads back to it where it was changed."""

    def __init__(self, document: PlanDocument, spec: FieldSpec) -> None:
        super().__init__()
        self._document = document
        self._spec = spec
        self._words = plain_label(role="caption")
        self._reset = WordButton(say("Reset"), "rotate-ccw", role="quiet")
        self._reset.setAccessibleName(say("Reset {field}", field=spec.title.lower()))
        self._reset.clicked.connect(self._go_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._reset)
        row.addStretch(1)
        document.changed.connect(self._follow)
        self._write()

    @property
    def reset_button(self) -> QPushButton:
        """The button that leads back."""
        return self._reset

    def _follow(self, patch: Patch) -> None:
        if "limits" in patch.touched:
            self._write()

    def _write(self) -> None:
        plan = self._document.plan
        figure = show_field(self._spec, self._spec.default, plan, current_locale())
        usual = f"{figure} {self._spec.unit}".strip()
        changed = getattr(plan.the_limits, self._spec.name) != self._spec.default
        self._words.setText(
            say("Changed; usually {usual}", usual=usual) if changed else say("As usual: {usual}", usual=usual)
        )
        self._reset.setVisible(changed and not self._document.read_only)

    def _go_back(self) -> None:
        plan = self._document.plan
        self._document.do(verbs.change(plan, "limits", self._spec.name, self._spec.default))


class ThresholdsTab(QWidget):
    """All thresholds on a card."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        specs = fields("limits")
        self._card = BoundCard(
            document, "limits", [spec.name for spec in specs], say("Thresholds"), say(_WORDS)
        )
        self._lines = {spec.name: DefaultLine(document, spec) for spec in specs}
        for name, line in self._lines.items():
            row = self._card.row(name)
            if row is not None:
                row.add_below(line)
        self._scroll = ScrollPage(card_page(self._card))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def line(self, name: str) -> DefaultLine:
        """Return what stands below a threshold."""
        return self._lines[name]

    def show_limit(self, _record_id: str, name: str) -> None:
        """Lead the keyboard to a threshold."""
        row = self._card.focus_field(name)
        if row is not None:
            self._scroll.reveal(row)
