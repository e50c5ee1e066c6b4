"""The editor of the agenda: the day as a column, the form of a block beside it, and how it all adds up."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan, display_name
from planner.model.vocabulary import BlockSort
from planner.workshop.agenda import delete, insert, make_agenda, move, resize
from ui.document import PlanDocument
from ui.kit.bound_card import BoundCard
from ui.kit.buttons import WordButton
from ui.kit.card import card_page
from ui.kit.record_form import RecordForm
from ui.kit.scrolling import ScrollPage
from ui.messages import tell_error
from ui.theme import keep_within
from ui.theme.tokens import LARGE, MEDIUM, SMALL
from ui.workshop.agenda.beginning import AgendaBeginning
from ui.workshop.agenda.column import AgendaColumn
from ui.workshop.agenda.day import retimed, slots_of
from ui.workshop.agenda.slots import Order, Slot
from ui.workshop.agenda.tools import AgendaTools
from ui.workshop.agenda.total import AgendaTotal
from ui.workshop.undo_strip import UndoStrip

_DAY_FIELDS = ("on", "start", "until", "place", "facilitator", "aim", "sound")
_KINDS = {"agenda_blocks", "workshop"}


class AgendaEditor(QWidget):
    """Makes and changes the agenda; every edit is one step to undo.

    Signals:
        print_wanted: the agenda is to be printed.
        export_wanted: the agenda is to be written into a file.
    """

    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._column = AgendaColumn(self._retime)
        self._column.set_read_only(document.read_only)
        self._form = RecordForm(document, "agenda_blocks")
        self._total = AgendaTotal(document)
        self._undo = UndoStrip(document)
        self._beginning = AgendaBeginning()
        self._tabs = QTabWidget()
        self._tools = AgendaTools()
        self._day = QWidget()
        self._build()
        self._connect()
        self._show()

    @property
    def column(self) -> AgendaColumn:
        """The day."""
        return self._column

    @property
    def form(self) -> RecordForm:
        """The form of the block that has the mark."""
        return self._form

    @property
    def total(self) -> AgendaTotal:
        """How the day adds up."""
        return self._total

    @property
    def beginning(self) -> AgendaBeginning:
        """What is offered while there is no agenda."""
        return self._beginning

    @property
    def undo_strip(self) -> UndoStrip:
        """Brings back what was removed or replaced."""
        return self._undo

    @property
    def tools(self) -> AgendaTools:
        """The row of buttons above the day."""
        return self._tools

    def show_block(self, block_id: str, field: str = "") -> None:
        """Mark a block, and lead the keyboard to one of its fields where one is named."""
        self._column.choose(block_id)
        if field:
            self._tabs.setCurrentIndex(0)
            self._form.focus_field(field)
        else:
            self._column.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def template_button(self) -> WordButton:
        """Offers the templates of a day."""
        return self._tools.template_button

    def use(self, key: str) -> None:
        """Replace the agenda by a template."""
        had_blocks = bool(self._document.plan.agenda_blocks)
        document = self._document
        if self._do(lambda plan: make_agenda(plan, key, document.report)):
            self._column.choose("")
            self._column.setFocus(Qt.FocusReason.OtherFocusReason)
            if had_blocks:
                self._undo.offer(say("The agenda is replaced."))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_width()

    def _build(self) -> None:
        left = QVBoxLayout(self._day)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SMALL)
        left.addWidget(self._column, 1)
        left.addWidget(self._total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._tools)
        column.addWidget(self._split(), 1)
        column.addWidget(self._undo)
        self._set_width()

    def _split(self) -> QSplitter:
        card = QFrame()
        card.setProperty("role", "card")
        inner = QHBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._form)
        day = BoundCard(self._document, "workshop", _DAY_FIELDS, say("The day"))
        self._tabs.addTab(card, say("Block"))
        self._tabs.addTab(ScrollPage(card_page(day)), say("The day"))
        self._tabs.setDocumentMode(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        keep_within(split)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(LARGE)
        split.addWidget(self._day)
        split.addWidget(self._beginning)
        split.addWidget(self._tabs)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setStretchFactor(2, 1)
        return split

    def _connect(self) -> None:
        self._column.chosen.connect(self._choose)
        self._column.moved.connect(self._move)
        self._column.resized.connect(self._resize)
        self._column.edit_wanted.connect(self._write)
        self._column.remove_wanted.connect(self._take_out)
        self._beginning.wanted.connect(self.use)
        tools = self._tools
        tools.template_wanted.connect(self.use)
        tools.block_wanted.connect(self._insert)
        tools.shift_wanted.connect(self._shift)
        tools.stretch_wanted.connect(self._column.stretch_current)
        tools.remove_wanted.connect(self._take_current_out)
        tools.print_wanted.connect(self.print_wanted)
        tools.export_wanted.connect(self.export_wanted)
        self._document.changed.connect(self._follow)

    def _set_width(self) -> None:
        self._day.setMinimumWidth(self._column.fontMetrics().averageCharWidth() * 44)

    def _follow(self, patch: Patch) -> None:
        if _KINDS & patch.touched.keys():
            self._show()

    def _show(self) -> None:
        plan = self._document.plan
        there = bool(plan.agenda_blocks)
        self._day.setVisible(there)
        self._beginning.setVisible(not there)
        self._column.show_slots(slots_of(plan))
        self._tools.show_state(has_blocks=there, read_only=self._document.read_only)
        self._beginning.setEnabled(not self._document.read_only)
        self._total.show_plan()

    def _retime(self, order: Order) -> tuple[Slot, ...]:
        return slots_of(retimed(self._document.plan, order))

    def _choose(self, block_id: str) -> None:
        self._form.set_record(block_id or None)

    def _write(self) -> None:
        self._tabs.setCurrentIndex(0)
        self._form.focus_field("name")

    def _move(self, block_id: str, place: int) -> None:
        self._do(lambda plan: move(plan, block_id, place))

    def _resize(self, block_id: str, minutes: int) -> None:
        self._do(lambda plan: resize(plan, block_id, minutes))

    def _shift(self, way: int) -> None:
        ids = list(self._document.plan.agenda_blocks)
        current = self._column.current
        if current in ids and 0 <= ids.index(current) + way < len(ids):
            self._move(current, ids.index(current) + way)

    def _insert(self, sort: BlockSort) -> None:
        """Add a block behind the one that has the mark, and let it be named."""
        before = set(self._document.plan.agenda_blocks)
        ids = list(self._document.plan.agenda_blocks)
        at = ids.index(self._column.current) + 1 if self._column.current in before else len(ids)
        if self._do(lambda plan: insert(plan, at, sort=sort)):
            fresh = next(key for key in self._document.plan.agenda_blocks if key not in before)
            self.show_block(fresh, "name")

    def _take_current_out(self) -> None:
        self._take_out(self._column.current)

    def _take_out(self, block_id: str) -> None:
        block = self._document.plan.agenda_blocks.get(block_id)
        if block is not None and self._do(lambda plan: delete(plan, block_id)):
            self._undo.offer(say("“{block}” is removed.", block=display_name(block)))

    def _do(self, make: Callable[[Plan], Edit]) -> bool:
        try:
            self._document.do(make(self._document.plan))
        except PlanError as error:
            tell_error(self.window(), error)
            return False
        return True
