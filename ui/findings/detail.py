"""What is to be known about one finding: why it matters, how it looks broken and kept, and what to do."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from planner.truths.registry import Rule
from ui.findings.mending import Mend
from ui.kit.buttons import WordButton
from ui.kit.flow import FlowLayout
from ui.kit.text import plain_label, set_tip
from ui.theme.tokens import SMALL, TIGHT

_EXAMPLE_HEADINGS = {
    "breaks": phrase("It is broken when, for example"),
    "keeps": phrase("It is kept when, for example"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What is to be known about a finding.

    Attributes:
        rule: the truth that it goes back to.
        mends: what its fixes would do.
        source: where the truth comes from, in words.
        can_be_waived: a senior person may accept it as an exception.
    """

    rule: Rule
    mends: tuple[Mend, ...]
    source: str
    can_be_waived: bool


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
        self._go = _button(say("Go to it"), "arrow-right")
        self._consent = _button(say("Accept exception…"), "shield-check")
        self._restore = _button(say("Call back"), "rotate-ccw")
        self._go.clicked.connect(self.go_wanted)
        self._consent.clicked.connect(self.consent_wanted)
        self._restore.clicked.connect(self.restore_wanted)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(TIGHT)
        self._paragraphs: list[QLabel] = []
        self._buttons = FlowLayout()
        self._mends: list[QPushButton] = []
        self._shown: tuple[Finding | None, About] | None = None
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

    def show_finding(self, finding: Finding | None, about: About) -> None:
        """Explain a finding.

        Args:
            finding: which one; None for many of a kind, about which nothing can be done at once.
            about: what is to be known about it.
        """
        if (finding, about) == self._shown:
            return
        self._shown = (finding, about)
        self._title.setText(about.rule.title)
        self._show_mends(about.mends)
        self._show_ways(finding, about)
        self._show_texts(_paragraphs_of(about))

    def _show_ways(self, finding: Finding | None, about: About) -> None:
        is_advice = finding is not None and finding.level is Weight.ADVICE
        waivable = finding is not None and finding.level is Weight.WARN and about.can_be_waived
        stands = finding is not None and finding.stands
        self._go.setVisible(finding is not None)
        self._consent.setVisible(stands and (waivable or is_advice))
        self._consent.setText(say("Accept exception…") if waivable else say("Dismiss"))
        self._restore.setVisible(finding is not None and not stands)

    def _show_mends(self, mends: tuple[Mend, ...]) -> None:
        for button in self._mends:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._mends = [self._mend_button(mend) for mend in mends]
        for button in self._mends:
            self._buttons.addWidget(button)

    def _mend_button(self, mend: Mend) -> QPushButton:
        button = _button(mend.label, "wrench")
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
            label = plain_label(heading, role="caption", wraps=True)
            label.setContentsMargins(0, TIGHT, 0, 0)
            self._add(label)
            self._add(plain_label(text, wraps=True))

    def _add(self, label: QLabel) -> None:
        self._paragraphs.append(label)
        self._texts.addWidget(label)
        # At once, not when Qt gets to it: the page would be measured without what is not shown yet.
        label.show()


def _paragraphs_of(about: About) -> list[tuple[str, str]]:
    rule = about.rule
    examples = ((say(_EXAMPLE_HEADINGS[side]), text) for side, text in rule.examples.items())
    return [
        *(
            (
                say("“{fix}” would change · {kind}", fix=mend.label, kind=mend.kind),
                "\n".join(mend.changes),
            )
            for mend in about.mends
        ),
        *([(say("Why it matters"), rule.why)] if rule.why else []),
        *examples,
        *([(say("Source"), about.source)] if about.source else []),
    ]


def _button(title: str, symbol: str) -> QPushButton:
    button = WordButton(title, symbol)
    button.setObjectName(f"finding.{symbol}")
    return button
