"""A finding at the field that it is about: bar, mark, word and sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.language import say, say_count
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from ui.kit.text import set_tip
from ui.theme import colour, current_tokens, mirrored, paint_icon, ui_font
from ui.theme.tokens import CAPTION
from ui.theme.wrapping import evened

_BAR, _PAD, _MARK = 4, 6, 14


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a level of findings is told: by shape, word and colour.

    Attributes:
        icon: the shape.
        tone: token of its colour.
        tint: token of the ground.
    """

    icon: str
    tone: str
    tint: str


LEVEL_LOOKS = {
    Weight.STOP: LevelLook("octagon-x", "bad", "bad_tint"),
    Weight.WARN: LevelLook("triangle-alert", "warn", "warn_tint"),
    Weight.ADVICE: LevelLook("info", "note", "note_tint"),
}


def headline_of(finding: Finding) -> str:
    """Return a finding's level and sentence."""
    return say("{level}: {sentence}", level=finding.level.label, sentence=finding.message)


def findings_words(count: int, heaviest: str) -> str:
    """Say how many findings there are, and what the heaviest is."""
    return say_count(
        "{count} finding, the heaviest is {level}",
        "{count} findings, the heaviest is {level}",
        count,
        level=heaviest,
    )


class FindingNote(QWidget):
    """Shows one finding in a few lines; painted, so that its text is never markup."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._words = headline_of(finding)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(finding.remedy)
        set_tip(self, finding.remedy)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def finding(self) -> Finding:
        """The finding."""
        return self._finding

    def hasHeightForWidth(self) -> bool:
        """Tell that the sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped sentence."""
        return round(self._text_rect(width).height()) + 2 * _PAD

    def sizeHint(self) -> QSize:
        """Return a middling size."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows the width."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, bar, mark and words."""
        look = LEVEL_LOOKS[self._finding.level]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.tint))
        painter.drawRoundedRect(self.rect(), 4, 4)
        painter.fillRect(mirrored(self.rect(), QRectF(0, 0, _BAR, self.height())), colour(look.tone))
        size = current_tokens().px(_MARK)
        mark = mirrored(self.rect(), QRectF(_BAR + _PAD, _PAD + 1, size, size))
        paint_icon(painter, mark, look.icon, colour(look.tone).name())
        painter.setFont(ui_font(CAPTION))
        painter.setPen(colour("text"))
        text = mirrored(self.rect(), self._text_rect(self.width()))
        shown = evened(self._words, painter.font(), text.width())
        painter.drawText(text, int(Qt.TextFlag.TextWordWrap), shown)

    def _text_rect(self, width: int) -> QRectF:
        left = _BAR + 2 * _PAD + current_tokens().px(_MARK)
        box = QRectF(left, _PAD, max(40, width - left - _PAD), 10_000)
        metrics = QFontMetricsF(ui_font(CAPTION))
        return metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), self._words)


class NoteColumn(QVBoxLayout):
    """The findings about one thing, one note below the other; takes no room where there are none."""

    def __init__(self, spacing: int) -> None:
        """Make an empty column.

        Args:
            spacing: pixels between two notes.
        """
        super().__init__()
        self.setSpacing(spacing)
        self._notes: list[FindingNote] = []

    @property
    def notes(self) -> Sequence[FindingNote]:
        """The findings shown."""
        return self._notes

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        if [note.finding for note in self._notes] == list(findings):
            return
        for note in self._notes:
            note.hide()
            note.deleteLater()
        self._notes = [FindingNote(finding) for finding in findings]
        for note in self._notes:
            self.addWidget(note)
