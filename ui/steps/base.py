"""What all pages have in common: heading, purpose, tabs, and leading to a record's field."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.model.kinds import Step, kind_of
from ui.document import PlanDocument
from ui.kit.chart_panel import ChartPanel
from ui.kit.kind_editor import KindEditor
from ui.kit.kind_tabs import KindTabs
from ui.kit.record_table import RecordTable
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, TIGHT

ShowRecord: TypeAlias = Callable[[str, str], None]
"""Selects a record by its id and leads the keyboard to one of its fields."""


class StepPage(QWidget):
    """The page of one step.

    Signals:
        record_wanted: kind, id and field of a record that lies on another page.
    """

    record_wanted = Signal(str, str, str)

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
        self._tables: list[RecordTable] = []
        self._tabs: KindTabs | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)
        head = QVBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(plain_label(step.heading, role="h1", wraps=True))
        head.addWidget(plain_label(purpose, role="muted", wraps=True))
        self._column.addLayout(head)
        self._add_quick_add()

    @property
    def tabs(self) -> KindTabs | None:
        """The page's tabs, where it has any."""
        return self._tabs

    @property
    def chosen_record(self) -> str:
        """Id of the record chosen in the table that is shown; empty where there is none."""
        shown = (table.view.current_id for table in self._tables if table.isVisible())
        return next((record_id for record_id in shown if record_id), "")

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

    def show_linked(self, record_id: str) -> None:
        """Show any record of the plan, here or on its own page."""
        record = self._document.plan.find(record_id)
        if record is not None:
            self.show_record(kind_of(record).key, record_id, "")

    def quick_add(self) -> None:
        """Lead the keyboard to quick adding on the tab that is shown."""
        for table in self._tables:
            if table.isVisible():
                table.quick_add()
                return

    def _pass_on(self, kind_key: str, record_id: str, field: str) -> None:
        if kind_key:
            self.record_wanted.emit(kind_key, record_id, field)

    def _add_quick_add(self) -> None:
        action = QAction("Quick add", self)
        action.setShortcut(QKeySequence("Ctrl+Shift+N"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.quick_add)
        self.addAction(action)

    def _use_tabs(self) -> KindTabs:
        self._tabs = KindTabs(self._document)
        self._column.addWidget(self._tabs, 1)
        return self._tabs

    def _place(self, kind_key: str, tab: QWidget | None, show: ShowRecord) -> None:
        """Say where and how records of a kind are shown."""
        self._places[kind_key] = (tab, show)

    def _add_kind(self, kind_key: str, editor: KindEditor | None = None, title: str = "") -> KindEditor:
        """Add the editor of a kind: as a tab where the page has tabs, or as the page itself."""
        editor = editor or KindEditor(self._document, kind_key)
        if self._tabs is None:
            self._column.addWidget(editor, 1)
        else:
            editor.set_air_above()
            self._tabs.add_kind(kind_key, editor, title)
        self._tables.append(editor.table)
        self._place(kind_key, editor, editor.show_record)
        return editor

    def _add_chart(self, title: str, chart: ChartPanel) -> None:
        """Add a tab with a chart whose marks lead to their records."""
        chart.picked.connect(self.show_linked)
        if self._tabs is not None:
            self._tabs.add_page(title, chart)
