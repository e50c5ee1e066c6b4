"""What all pages have in common: heading, purpose, tabs, and leading to a record's field."""

from collections.abc import Callable, Collection
from functools import partial
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from planner.model.kinds import Step, kind_of
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.kind_editor import KindEditor
from ui.kit.kind_tabs import Count, KindTabs
from ui.kit.lazy_tab import LazyTab
from ui.kit.record_table import RecordTable
from ui.kit.surge_panel import SurgePanel
from ui.kit.table_setup import USUAL, TableSetup
from ui.kit.text import plain_label, set_tip
from ui.kit.weak import weakly
from ui.theme import current_tokens, dress, set_look
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_LOW = 480
"""Below this height in pixels at 100 % a page has a small heading."""

Part = TypeVar("Part", bound=QWidget)
"""A kind of widget that is looked for on a page."""

MakeChart: TypeAlias = Callable[[], ChartPanel | SurgePanel]
"""Makes a chart, or what stands in for one."""

ShowRecord: TypeAlias = Callable[[str, str], None]
"""Selects a record by its id and leads the keyboard to one of its fields."""

ShowIn: TypeAlias = Callable[[Any, str, str], None]
"""The same as a method: takes the tab's widget first."""


class StepPage(QWidget):
    """The page of one step.

    Signals:
        record_wanted: kind, id and field of a record that lies on another page.
        plan_wanted: a `Plan` is to be kept in a new file and opened, and what that file may be called.
    """

    record_wanted = Signal(str, str, str)
    plan_wanted = Signal(object, str)

    def __init__(self, step: Step, document: PlanDocument, purpose: str) -> None:
        """Make a page with its heading.

        Args:
            step: which step.
            document: the document.
            purpose: what the page is for, in one sentence.
        """
        super().__init__()
        self._document = document
        self._places: dict[str, tuple[QWidget | None, ShowRecord]] = {}
        self._tabs: KindTabs | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)
        self._heading = plain_label(step.heading, role="h1", wraps=True)
        self._purpose = plain_label(purpose, role="muted", wraps=True)
        set_tip(self._heading, purpose)
        top = QWidget()
        head = QVBoxLayout(top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(TIGHT)
        head.addWidget(self._heading)
        head.addWidget(self._purpose)
        self._add_part(top)
        self._add_quick_add()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading small where the page is low: what one works with comes first."""
        super().resizeEvent(event)
        is_low = event.size().height() < current_tokens().px(_LOW)
        self._purpose.setVisible(not is_low)
        set_look(self._heading, "role", "h2" if is_low else "h1")
        self._column.setSpacing(TIGHT if is_low else MEDIUM)

    @property
    def tabs(self) -> KindTabs | None:
        """The page's tabs, where it has any."""
        return self._tabs

    @property
    def chosen_record(self) -> str:
        """Id of the record chosen in the table that is shown; empty where there is none."""
        table = self._shown_table()
        return table.view.current_id or "" if table else ""

    def show_record(self, kind_key: str, record_id: str, field: str) -> None:
        """Select a record and lead the keyboard to a field of it.

        Args:
            kind_key: key of the kind; one that is not on this page is passed on.
            record_id: the record; empty leads to the kind's list.
            field: the field; empty leads to the record as a whole.
        """
        if kind_key not in self._places:
            self._pass_on(kind_key, record_id, field)
            return
        tab, show = self._places[kind_key]
        if self._tabs is not None and tab is not None:
            self._tabs.setCurrentWidget(tab)
        show(record_id, field)

    def show_kind(self, kind_key: str) -> None:
        """Lead to the list of a kind, here or on its own page."""
        self.show_record(kind_key, "", "")

    def show_linked(self, record_id: str) -> None:
        """Show any record of the plan, here or on its own page."""
        record = self._document.plan.find(record_id)
        if record is not None:
            self.show_record(kind_of(record).key, record_id, "")

    def quick_add(self) -> None:
        """Lead the keyboard to quick adding on the tab that is shown."""
        editor = self._shown(KindEditor) or self._shown(RecordTable)
        if editor is not None:
            editor.quick_add()

    def _shown_table(self) -> RecordTable | None:
        editor = self._shown(KindEditor)
        return editor.table if editor is not None else self._shown(RecordTable)

    def _shown(self, kind: type[Part]) -> Part | None:
        return next((part for part in self.findChildren(kind) if part.isVisible()), None)

    def _pass_on(self, kind_key: str, record_id: str, field: str) -> None:
        if kind_key:
            self.record_wanted.emit(kind_key, record_id, field)

    def _add_quick_add(self) -> None:
        action = QAction(say("Quick add"), self)
        action.setShortcut(QKeySequence("Ctrl+Shift+N"))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self.quick_add)
        self.addAction(action)

    def _add_part(self, part: QWidget, stretch: int = 0) -> None:
        """Add a part of the page below the others."""
        self._column.addWidget(part, stretch)
        dress(part)

    def _use_tabs(self) -> KindTabs:
        self._tabs = KindTabs(self._document)
        self._column.addWidget(self._tabs, 1)
        return self._tabs

    def _place(self, kind_key: str, tab: QWidget | None, show: ShowRecord) -> None:
        """Say where and how records of a kind are shown."""
        self._places[kind_key] = (tab, show)

    def _add_kind(self, kind_key: str, setup: TableSetup = USUAL, title: str = "") -> None:
        """Add the editor of a kind: as a tab where the page has tabs, or as the page itself."""
        if self._tabs is None:
            editor = KindEditor(self._document, kind_key, setup)
            self._add_part(editor, 1)
            self._place(kind_key, editor, editor.show_record)
        else:
            tab = LazyTab(partial(tabbed_editor, self._document, kind_key, setup))
            self._tabs.add_kind(kind_key, tab, title)
            self._place(kind_key, tab, partial(_show_in, tab, KindEditor.show_record))

    def _add_tab(
        self, title: str, make: Callable[[], QWidget], count: Count | None = None, kinds: Collection[str] = ()
    ) -> LazyTab:
        """Add a tab that is made when it is first shown."""
        tab = LazyTab(make)
        if self._tabs is not None:
            self._tabs.add_page(title, tab, count, kinds)
        return tab

    def _place_in(self, kind_key: str, tab: LazyTab, show: ShowIn) -> None:
        """Say which method of a tab's widget shows records of a kind."""
        self._place(kind_key, tab, partial(_show_in, tab, show))

    def _add_chart(self, title: str, make: MakeChart) -> None:
        """Add a tab with a chart whose marks lead to their records; it is made when it is first shown."""
        self._add_tab(title, partial(weakly(self._linked), make))

    def _linked(self, make: MakeChart) -> QWidget:
        chart = make()
        chart.picked.connect(self.show_linked)
        chart.kind_wanted.connect(self.show_kind)
        return chart


def tabbed_editor(document: PlanDocument, kind_key: str, setup: TableSetup = USUAL) -> KindEditor:
    """Return the editor of a kind, with some air below the tabs."""
    editor = KindEditor(document, kind_key, setup)
    editor.setContentsMargins(0, SMALL, 0, 0)
    return editor


def _show_in(tab: LazyTab, show: ShowIn, record_id: str, field: str) -> None:
    show(tab.content(), record_id, field)
