"""Taking in house truths from a file: what would come, and what happens to those that differ."""

from collections.abc import Iterable

from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.exchange.house_json import Incoming, take_in
from planner.language import say, say_count
from planner.model.plan import display_name
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import TruthSort
from planner.truths.house.conditions import problems
from planner.truths.house.types import kind_looked_at
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM, SMALL


class HouseImportDialog(Dialog):
    """Shows a set of house truths before anything is taken in; taking it in is one step to undo."""

    def __init__(self, document: PlanDocument, coming: Incoming, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            document: the document.
            coming: what the set would do to the plan.
            parent: the window that it lies over.
        """
        super().__init__(say("Take in house truths"), parent)
        self._document = document
        self._coming = coming
        self._replace = QRadioButton(say("Replace the plan's: answers and exceptions stay with them"))
        self._keep = QRadioButton(say("Keep both: the new ones come beside them under other ids"))
        self._replace.setChecked(True)
        self._group = QButtonGroup(self)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self.body.addWidget(ScrollPage(self._listing()), 1)
        self._add_choice()
        self.body.addWidget(self._problem)
        role = QDialogButtonBox.ButtonRole
        self.add_button(say("Cancel"), role.RejectRole, "cancel")
        accept = self.add_button(say("Take in"), role.AcceptRole, "accept")
        accept.setEnabled(bool(coming.fresh or coming.differing))
        self.buttons.accepted.connect(self._take_in)
        self.setMinimumSize(current_tokens().px(520), current_tokens().px(360))

    @property
    def keep_choice(self) -> QRadioButton:
        """Keeps truths of the same id beside the new ones."""
        return self._keep

    def _listing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        coming = self._coming
        sorts = zip(_titles(coming), (coming.fresh, coming.differing, coming.same), strict=True)
        for title, truths in sorts:
            if truths:
                column.addWidget(plain_label(title, role="h3", wraps=True))
                _add_lines(column, truths)
        if not (coming.fresh or coming.differing):
            column.addWidget(plain_label(say("Nothing would change."), wraps=True))
        column.addStretch(1)
        return page

    def _add_choice(self) -> None:
        for button in (self._replace, self._keep):
            self._group.addButton(button)
        if self._coming.differing:
            choice = QVBoxLayout()
            choice.setSpacing(MEDIUM)
            choice.addWidget(plain_label(say("Those with other content:"), role="strong", wraps=True))
            choice.addWidget(self._replace)
            choice.addWidget(self._keep)
            self.body.addLayout(choice)

    def _take_in(self) -> None:
        document = self._document
        try:
            document.do(take_in(document.plan, self._coming, keep_both=self._keep.isChecked()))
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
        else:
            self.accept()


def _titles(coming: Incoming) -> tuple[str, str, str]:
    """Return what stands above the truths that are new, that differ, and that are there just so."""
    return (
        say_count("New: {count} truth", "New: {count} truths", len(coming.fresh)),
        say_count(
            "In the plan with other content: {count} truth",
            "In the plan with other content: {count} truths",
            len(coming.differing),
        ),
        say_count(
            "In the plan just so: {count} truth", "In the plan just so: {count} truths", len(coming.same)
        ),
    )


def _add_lines(column: QVBoxLayout, truths: Iterable[HouseTruth]) -> None:
    for truth in truths:
        column.addWidget(plain_label(_line(truth), wraps=True))


def _line(truth: HouseTruth) -> str:
    if truth.sort is TruthSort.QUESTION:
        return say("Question: {name}", name=display_name(truth))
    wrong = problems(truth.conditions, kind_looked_at(truth.looks_at))
    level, kind, name = truth.level.label, truth.looks_at.label.lower(), display_name(truth)
    if not wrong:
        return say("{level} on {kind}: {name}.", level=level, kind=kind, name=name)
    return say(
        "{level} on {kind}: {name}. It can't be checked as it is. {reason}",
        level=level,
        kind=kind,
        name=name,
        reason=wrong[0].sentence,
    )
