"""A field of several lines that grows with what is written."""

from math import ceil
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.model.schema import FieldSpec
from ui.kit.editors.base import FieldEditor, PlanSource, sentence_of

_FEWEST_LINES, _MOST_LINES = 2, 9
_FRAME = 12
"""Border and padding of the style sheet in pixels; one more, or the last line counts as cut off."""
# A bar that came while the field is about to grow would take width from it, and its lines would wrap anew.
_WITH_BAR, _WITHOUT_BAR = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GrowingText(QPlainTextEdit):
    """Plain text that is as high as its lines, within bounds; Tab leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = 0
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the height of the lines shown."""
        lines = max(_FEWEST_LINES, min(_MOST_LINES, self._lines))
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        margins = 2 * int(self.document().documentMargin())
        return QSize(240, lines * line + margins + _FRAME)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: it is the form that scrolls."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where lines wrap anew."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        # For plain text the document's "height" is its number of lines.
        lines = int(self.document().size().height())
        if lines != self._lines:
            self._lines = lines
            self.setVerticalScrollBarPolicy(_WITH_BAR if lines > _MOST_LINES else _WITHOUT_BAR)
            self.updateGeometry()


class TextEditor(FieldEditor):
    """Several lines of plain text."""

    wide = True

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._text = GrowingText()
        self._adopt(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self._text.textChanged.connect(self._typed)

    def focus_target(self) -> QWidget:
        """Return the text."""
        return self._text

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the text be read and copied but not changed."""
        self._read_only = on
        self._text.setReadOnly(on)

    def _typed(self) -> None:
        if self._showing:
            return
        try:
            self._take(self._read(self._text.toPlainText()))
        except PlanError as error:
            self.set_problem(sentence_of(error))

    def _show(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        if self._text.toPlainText() != value:
            self._text.setPlainText(value)
