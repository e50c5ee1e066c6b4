"""What posters and worksheets are like: chosen for one export, not kept in the plan."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QListWidget, QListWidgetItem, QSizePolicy

from planner.language import say
from planner.model.kinds import Step
from ui.kit.card import Card
from ui.kit.editors.choices import CalmCombo
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_POSTER_PAPERS = ("A3", "A4", "Tabloid", "Letter")
_SHEET_PAPERS = ("A4", "Letter")
_ROWS = (0, 1, 2, 3, 5, 8, 12, 20)


class PosterCard(Card):
    """How the plan on a page is made.

    Signals:
        changed: something was chosen.
    """

    changed = Signal()

    def __init__(self, paper: str) -> None:
        super().__init__(say("Page"), say("Large type for the wall: A3 is read from one and a half metres."))
        self._paper = _combo(say("Paper of the plan on a page"), ((name, name) for name in _POSTER_PAPERS))
        self._paper.setCurrentIndex(max(0, self._paper.findData(paper)))
        self._paper.currentIndexChanged.connect(self.changed)
        self.body.addLayout(_form((say("Paper"), self._paper)))

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return str(self._paper.currentData())


class WorksheetsCard(Card):
    """Which worksheets are made.

    Signals:
        changed: something was chosen.
    """

    changed = Signal()

    def __init__(self, paper: str) -> None:
        super().__init__(say("Worksheets"))
        self._paper = _combo(say("Paper of the worksheets"), ((name, name) for name in _SHEET_PAPERS))
        self._paper.setCurrentIndex(max(0, self._paper.findData(paper)))
        self._rows = _combo(say("Blank entries of each kind"), _row_choices())
        self._prefilled = QCheckBox(say("With what the plan has already"))
        self._steps = _step_list()
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self.body.addLayout(_form((say("Paper"), self._paper), (say("Blank entries"), self._rows)))
        self.body.addWidget(self._prefilled)
        self.body.addWidget(plain_label(say("Steps"), role="label"))
        self.body.addWidget(self._steps)
        self.body.addWidget(self._problem)
        self._paper.currentIndexChanged.connect(self.changed)
        self._rows.currentIndexChanged.connect(self.changed)
        self._prefilled.toggled.connect(self.changed)
        self._steps.itemChanged.connect(self._ticked)

    @property
    def paper(self) -> str:
        """The paper that is chosen."""
        return str(self._paper.currentData())

    @property
    def rows(self) -> int | None:
        """Blank entries of each kind; None for as many as usually come up."""
        rows: int | None = self._rows.currentData()
        return rows

    @property
    def is_prefilled(self) -> bool:
        """Whether the plan's own entries stand there too."""
        return self._prefilled.isChecked()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that are ticked."""
        ticked = (self._steps.item(row).checkState() is Qt.CheckState.Checked for row in range(len(Step)))
        return tuple(step for step, is_ticked in zip(Step, ticked, strict=True) if is_ticked)

    def _ticked(self, item: QListWidgetItem) -> None:
        self._problem.hide()
        if self.steps:
            self.changed.emit()
            return
        self._problem.setText(say("Worksheets need at least one step."))
        item.setCheckState(Qt.CheckState.Checked)
        self._problem.show()


def _row_choices() -> Iterator[tuple[str, int | None]]:
    yield say("As many as usually come up"), None
    yield from ((str(count), count) for count in _ROWS)


def _step_list() -> QListWidget:
    ticks = QListWidget()
    ticks.setObjectName("export.steps")
    ticks.setAccessibleName(say("Steps that get worksheets"))
    ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for number, step in enumerate(Step, start=1):
        item = QListWidgetItem(f"{number} {step.heading}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        ticks.addItem(item)
    ticks.setCurrentRow(0)
    ticks.setFixedHeight(len(Step) * ticks.sizeHintForRow(0) + 2 * ticks.frameWidth() + SMALL)
    return ticks


def _combo(name: str, choices: Iterable[tuple[str, object]]) -> CalmCombo:
    combo = CalmCombo()
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setAccessibleName(name)
    for words, value in choices:
        combo.addItem(words, value)
    return combo


def _form(*rows: tuple[str, CalmCombo]) -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for words, combo in rows:
        label = plain_label(words)
        label.setBuddy(combo)
        form.addRow(label, combo)
    return form
