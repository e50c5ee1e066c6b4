"""The organisation's colour: typed or picked, shown, and told where it is printed darker."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.language import say
from planner.model.schema import field
from ui.document import PlanDocument
from ui.kit.editors.base import sentence_of
from ui.kit.text import plain_label, set_tip
from ui.theme import colour, current_tokens, set_look
from ui.theme.tokens import CONTROL_HEIGHT, SMALL, TIGHT

OWN = "#0B4F7D"
"""Shown as an example, and where the choice of a colour begins."""


class Swatch(QPushButton):
    """Shows a colour, and asks for another one when it is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = QColor()
        self.setAccessibleName(say("Pick the accent colour"))
        set_tip(self, say("Pick the accent colour"))
        side = current_tokens().px(CONTROL_HEIGHT)
        self.setFixedSize(side + SMALL, side)

    def show_colour(self, shown: str) -> None:
        """Show a colour; none where it is empty."""
        self._shown = QColor(shown) if shown else QColor()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the colour in the button; a stroke through it where there is none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(6.5, 6.5, -6.5, -6.5)
        painter.setPen(colour("field"))
        painter.setBrush(self._shown if self._shown.isValid() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if not self._shown.isValid():
            painter.drawLine(box.bottomLeft(), box.topRight())


class AccentField(QWidget):
    """Edits the plan's accent colour."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        spec = field("layout", "accent")
        self._document = document
        self._line = QLineEdit()
        self._line.setObjectName("export.accent")
        self._line.setAccessibleName(spec.title)
        self._line.setAccessibleDescription(spec.hint)
        self._line.setPlaceholderText(say("Truecourse's own"))
        set_tip(self._line, spec.hint)
        self._swatch = Swatch()
        self._problem = plain_label(role="error", wraps=True)
        self._note = plain_label(role="caption", wraps=True)
        self._lay_out(spec.title)
        for widget in (self._line, self._swatch):
            widget.setEnabled(not document.read_only)
        self._line.textChanged.connect(self._typed)
        self._line.editingFinished.connect(self._settle)
        self._swatch.clicked.connect(self._pick)
        self.redraw()

    def _lay_out(self, title: str) -> None:
        label = plain_label(title, role="label")
        label.setBuddy(self._line)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._swatch)
        row.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label)
        column.addLayout(row)
        for told in (self._problem, self._note):
            told.hide()
            column.addWidget(told)

    @property
    def note(self) -> str:
        """What is said about the colour; empty where it is printed as it is."""
        return self._note.text()

    def redraw(self) -> None:
        """Show the colour that the plan has now; what is typed for it stays."""
        accent = self._document.plan.the_layout.accent
        self._swatch.show_colour(accent)
        if self._line.text().strip().upper() != accent and not self._problem.text():
            with QSignalBlocker(self._line):
                self._line.setText(accent)

    def tell_note(self, note: str) -> None:
        """Say how the colour is printed where that is not as it is."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def take_focus(self) -> None:
        """Give the keyboard to the line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, typed: str) -> None:
        """Take a colour as soon as it is whole; a part of one is no mistake yet."""
        if not typed.strip() or (QColor.isValidColorName(typed.strip()) and len(typed.strip()) == len(OWN)):
            self._put(typed)
        else:
            self._tell("")

    def _settle(self) -> None:
        if self._line.text().strip().upper() != self._document.plan.the_layout.accent:
            self._put(self._line.text())

    def _put(self, typed: str) -> None:
        from planner.document.options import checked_accent  # noqa: PLC0415 - heavy; only where needed

        try:
            accent = checked_accent(typed) if typed.strip() else ""
            self._tell("")
            self._document.do(change(self._document.plan, "layout", "accent", accent))
        except PlanError as error:
            self._tell(sentence_of(error))

    def _tell(self, problem: str) -> None:
        set_look(self._line, "invalid", bool(problem))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self._document.plan.the_layout.accent or OWN), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(say("Accent colour"))
        dialog.colorSelected.connect(self._picked)
        dialog.open()

    def _picked(self, picked: QColor) -> None:
        self._line.setText(picked.name().upper())
