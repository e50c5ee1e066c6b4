"""Several kinds on one page: a tab each, with how many there are and how heavy its findings weigh."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabWidget, QToolButton, QWidget

from planner.language import say
from planner.model.format import format_number
from planner.model.kinds import kind_of
from planner.model.plan import Plan
from planner.model.vocabulary import Weight
from planner.truths.findings import Report
from ui.document import PlanDocument
from ui.kit.buttons import icon_size
from ui.kit.finding_index import place_of
from ui.kit.finding_note import LEVEL_LOOKS, findings_words
from ui.kit.text import caption_of
from ui.theme import dress, icon

Count = Callable[[Plan], int | str]
_WEIGHTS = list(Weight)


class KindTabs(QTabWidget):
    """Tabs whose words are kept up to date."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._titles: list[str] = []
        self._counts: list[Count | None] = []
        self._kinds: list[frozenset[str]] = []
        self._bar = self.tabBar()
        dress(self._bar)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self.setIconSize(icon_size())
        for button in self._bar.findChildren(QToolButton):
            to_left = button.objectName() == "ScrollLeftButton"
            button.setAccessibleName(say("Scroll left") if to_left else say("Scroll right"))
        document.changed.connect(self._write)
        document.report_changed.connect(self._mark)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.setIconSize(icon_size())

    def add_kind(self, kind_key: str, widget: QWidget, title: str = "") -> None:
        """Add the tab of a kind, with the number of its records."""
        kind = kind_of(kind_key)
        self.add_page(title or kind.words, widget, lambda plan: len(plan.records(kind)), {kind_key})

    def add_page(
        self, title: str, widget: QWidget, count: Count | None = None, kinds: Collection[str] = ()
    ) -> None:
        """Add a tab.

        Args:
            title: its word.
            widget: what it shows.
            count: tells the number behind the word, where there is one.
            kinds: the kinds whose findings it marks.
        """
        self._titles.append(title)
        self._counts.append(count)
        self._kinds.append(frozenset(kinds))
        self.addTab(widget, caption_of(title))
        dress(widget)
        self._write()
        self._mark(self._document.report)

    def _write(self) -> None:
        for at, (title, count) in enumerate(zip(self._titles, self._counts, strict=True)):
            number = "" if count is None else f" {_written(count(self._document.plan))}"
            self.setTabText(at, caption_of(title) + number)

    def _mark(self, report: Report) -> None:
        for at, kinds in enumerate(self._kinds):
            levels = [finding.level for finding in report.standing if place_of(finding)[0] in kinds]
            worst = min(levels, key=_WEIGHTS.index, default=None)
            look = LEVEL_LOOKS[worst] if worst else None
            self.setTabIcon(at, icon(look.icon, look.tone) if look else QIcon())
            self.setTabToolTip(
                at,
                findings_words(len(levels), worst.label) if worst else "",
            )


def _written(count: int | str) -> str:
    """Return a number as the region writes it; words as they are."""
    return count if isinstance(count, str) else format_number(count)
