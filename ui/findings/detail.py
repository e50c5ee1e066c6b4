"""What is to be known about one finding: why it matters, how it looks broken and kept, and what to do."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.model.vocabulary import Weight
from planner.truths.catalogue import rules
from planner.truths.findings import Finding
from planner.truths.registry import Rule
from planner.truths.waivers import can_be_waived
from ui.findings.mending import Mend
from ui.kit.flow import FlowLayout
from ui.kit.text import caption_of, plain_label, set_tip
from ui.theme import icon
from ui.theme.tokens import SMALL, TIGHT


class FindingDetail(QFrame):
    """Explains the chosen finding and offers what can be done about it.

    Signals:
        go_wanted: the user wants to see the field.
        mend_wanted: the label of the fix by machine that the user wants.
        consent_wanted: the user wants to accept a warning as an exception or to dismiss advice.
        restore_wanted: the user calls a waived or dismissed finding back.
    """

    go_wanted = Signal()
    mend_wanted = Signal(str)
    consent_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._title = plain_label(role="strong", wraps=True)
        self._go = _button("Go to it", "arrow-right")
        self._consent = _button("Accept exception…", "shield-check")
        self._restore = _button("Call back", "rotate-ccw")
        self._go.clicked.connect(self.go_wanted)
        self._consent.clicked.connect(self.consent_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(TIGHT)
        self._paragraphs: list[QLabel] = []
        self._buttons = FlowLayout()
        self._mends: list[QPushButton] = []
        self._shown: tuple[Finding, tuple[Mend, ...], str] | None = None
        self._build()

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        layout.setSpacing(SMALL)
        layout.addWidget(self._title)
        for button in (self._go, self._consent, self._restore):
            self._buttons.addWidget(button)
        layout.addLayout(self._buttons)
        layout.addLayout(self._texts)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def sizeHint(self) -> QSize:
        """Return a height that leaves most of the panel to the list."""
        return QSize(200, 230)

    def show_finding(self, finding: Finding, mends: tuple[Mend, ...], source: str) -> None:
        """Explain a finding.

        Args:
            finding: which one.
            mends: what its fixes would do.
            source: where the truth comes from, in words.
        """
        if (finding, mends, source) == self._shown:
            return
        self._shown = (finding, mends, source)
        rule = rules()[finding.rule][0]
        self._title.setText(rule.title)
        self._show_mends(mends)
        waivable = finding.level is Weight.WARN and can_be_waived(finding.rule)
        self._consent.setVisible(finding.stands and (waivable or finding.level is Weight.ADVICE))
        self._consent.setText("Accept exception…" if waivable else "Dismiss")
        self._restore.setVisible(not finding.stands)
        self._show_texts(_paragraphs_of(rule, mends, source))

    def _show_mends(self, mends: tuple[Mend, ...]) -> None:
        for button in self._mends:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._mends = [self._mend_button(mend) for mend in mends]
        for button in self._mends:
            self._buttons.addWidget(button)

    def _mend_button(self, mend: Mend) -> QPushButton:
        button = _button(caption_of(mend.label), "wrench")
        button.setProperty("mend", mend.label)
        set_tip(button, "\n".join((*mend.changes, "", mend.kind)))
        button.setAccessibleDescription(mend.kind)
        button.clicked.connect(self._mend_clicked)
        return button

    def _mend_clicked(self) -> None:
        self.mend_wanted.emit(self.sender().property("mend"))

    def _show_texts(self, paragraphs: list[tuple[str, str]]) -> None:
        for label in self._paragraphs:
            self._texts.removeWidget(label)
            label.deleteLater()
        self._paragraphs.clear()
        for heading, text in paragraphs:
            self._add(plain_label(heading, role="caption"))
            self._add(plain_label(text, wraps=True))

    def _add(self, label: QLabel) -> None:
        self._paragraphs.append(label)
        self._texts.addWidget(label)


def _paragraphs_of(rule: Rule, mends: tuple[Mend, ...], source: str) -> list[tuple[str, str]]:
    return [
        *((f"“{mend.label}” would change · {mend.kind}", "\n".join(mend.changes)) for mend in mends),
        ("Why it matters", rule.why),
        ("It is broken when, for example", rule.breaks.text),
        ("It is kept when, for example", rule.keeps.text),
        *([("Source", source)] if source else []),
    ]


def _button(title: str, symbol: str) -> QPushButton:
    button = QPushButton(icon(symbol), title)
    button.setObjectName(f"finding.{symbol}")
    return button
