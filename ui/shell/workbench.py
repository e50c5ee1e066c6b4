"""One open plan: steps at the left, the page in the middle, findings at the right."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.kinds import KINDS, Step, kind_of
from planner.model.vocabulary import Weight
from planner.truths.consent import call_back, dismiss
from planner.truths.findings import Finding
from ui.dialogs.waive import WaiveDialog
from ui.document import PlanDocument
from ui.findings.panel import FindingsPanel
from ui.findings.rows import target_of
from ui.kit.hold_bar import HoldBar
from ui.kit.keyboard import first_stop
from ui.messages import tell_error
from ui.shell.board_button import BoardButton
from ui.shell.page_and_findings import PageAndFindings
from ui.shell.page_stack import PageStack, neighbour
from ui.shell.step_marks import step_marks
from ui.shell.stepper import STEP_EDGE, Stepper
from ui.theme import current_tokens, dress
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_RAIL_BELOW = 1000
"""Width in pixels at 100 % below which the steps are shown by their marks alone."""
_MARKS_AFTER_MS = 200


class Workbench(QWidget):
    """Lays out the parts of one plan's window and leads from findings to fields.

    Signals:
        step_shown: the `Step` that is now shown.
        panel_toggled: the findings panel was shown or hidden.
        board_toggled: the board was shown in place of the step, or left.
        fix_all_wanted: the user wants all safe fixes.
        plan_wanted: a `Plan` is to be kept in a new file and opened, and what that file may be called.
    """

    step_shown = Signal(object)
    panel_toggled = Signal()
    board_toggled = Signal()
    fix_all_wanted = Signal()
    plan_wanted = Signal(object, str)

    def __init__(self, document: PlanDocument, panel_width: int = 0) -> None:
        """Lay out a plan.

        Args:
            document: the plan.
            panel_width: how wide the findings were made; 0 for the usual width.
        """
        super().__init__()
        self._document = document
        self._stepper = Stepper()
        self._board_button = BoardButton()
        self._pages = PageStack(document)
        self._panel = FindingsPanel(document)
        self._marks_timer = QTimer(self)
        self._marks_timer.setSingleShot(True)
        self._marks_timer.timeout.connect(self._show_marks)
        self._fold_timer = QTimer(self)
        self._fold_timer.setSingleShot(True)
        self._fold_timer.timeout.connect(self._fold)
        self._split = PageAndFindings(self._pages, self._panel, self, panel_width)
        self._build()
        self._connect()
        self._show_marks()

    def _build(self) -> None:
        steps = QFrame()
        steps.setProperty("role", "card")
        inner = QVBoxLayout(steps)
        inner.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        top = QVBoxLayout()
        # In line with the ground of the steps below it.
        top.setContentsMargins(STEP_EDGE, STEP_EDGE, STEP_EDGE, 0)
        top.addWidget(self._board_button)
        inner.addLayout(top)
        inner.addWidget(self._stepper)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        layout.setSpacing(MEDIUM)
        layout.addWidget(steps)
        dress(steps)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(SMALL)
        layout.addLayout(self._middle, 1)
        self.add_strip(HoldBar(self._document, self))
        self._middle.addWidget(self._split, 1)

    def _connect(self) -> None:
        self._board_button.clicked.connect(self.toggle_board)
        self._stepper.step_chosen.connect(self._show_page)
        self._stepper.clicked.connect(self._leave_board)
        self._stepper.activated.connect(self._leave_board)
        self._pages.step_wanted.connect(self.show_step)
        self._pages.record_wanted.connect(self._show_elsewhere)
        self._pages.plan_wanted.connect(self.plan_wanted)
        self._split.toggled.connect(self.panel_toggled)
        self._panel.go_wanted.connect(self.lead_to)
        self._panel.mend_wanted.connect(self._do)
        self._panel.fix_all_wanted.connect(self.fix_all_wanted)
        self._panel.consent_wanted.connect(self._ask_consent)
        self._panel.restore_wanted.connect(self._restore)
        self._document.report_changed.connect(self._show_marks)
        self._document.changed.connect(self._marks_soon)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._pages.step

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.page

    @property
    def tab(self) -> int:
        """Number of the page's tab that is shown; 0 where it has none."""
        return self._pages.tab

    @property
    def panel_width(self) -> int:
        """How wide the findings were made beside the page; 0 where they have their usual width."""
        return self._split.panel_width

    @property
    def chosen_record(self) -> str:
        """Id of the entry chosen on the page; empty where none is."""
        return self._pages.chosen_record

    @property
    def panel(self) -> FindingsPanel:
        """The findings beside the page."""
        return self._panel

    @property
    def chosen_finding(self) -> Finding | None:
        """The finding that is chosen beside the page."""
        return self._panel.current

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip above the page, whichever that is."""
        self._middle.insertWidget(0, strip)
        dress(strip)

    @property
    def panel_is_open(self) -> bool:
        """Whether the findings panel is shown."""
        return self._split.is_open

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self._stepper.show_step(step)
        if self._pages.shows_board:
            self._show_page(step)

    def show_tab(self, number: int) -> None:
        """Show a tab of the page, where there are so many."""
        self._pages.show_tab(number)

    @property
    def board_is_open(self) -> bool:
        """Whether the board is shown in place of the step."""
        return self._pages.shows_board

    def toggle_board(self) -> None:
        """Show the board, or the step again."""
        if self.board_is_open:
            self.show_step(self.step)
        else:
            self._pages.show_board()
            self._tell_board()

    def go(self, direction: int) -> None:
        """Show the next step (1) or the one before (-1)."""
        self.show_step(neighbour(self.step, direction))

    def show_record(self, kind_key: str, record_id: str, field: str = "") -> None:
        """Show an entry of the present step."""
        self._pages.show_record(kind_key, record_id, field)

    def lead_to_entry(self, kind_key: str, record_id: str, field: str = "") -> None:
        """Show any entry of the plan, whatever step it is on, and give the keyboard to a field of it."""
        self._split.close_drawer()
        self.show_step(kind_of(kind_key).step)
        self._pages.show_record(kind_key, record_id, field)

    def follow(self, patch: Patch) -> None:
        """Show the step that a change touched, where nothing of it is on the present one."""
        steps = [kind.step for kind in KINDS if kind.key in patch.touched and not kind.room]
        if steps and self.step not in steps and not self.board_is_open:
            self.show_step(steps[0])

    def lead_to(self, finding: Finding) -> None:
        """Show the very field at which a finding is mended."""
        target = target_of(finding, self._document.plan)
        self._split.close_drawer()
        self.show_step(target.step)
        self._pages.show_record(target.kind, target.record, target.field)

    def lead_to_next(self, direction: int) -> None:
        """Lead to the next finding (1) or the one before (-1)."""
        finding = self._panel.choose_next(direction)
        if finding is not None:
            self.lead_to(finding)

    def toggle_panel(self) -> None:
        """Show or hide the findings."""
        self._split.set_open(is_open=not self.panel_is_open)
        if self.panel_is_open:
            self._panel.take_focus()

    def focus_page(self) -> None:
        """Give the keyboard to the first place of the page."""
        first = first_stop(self.page) if self.page is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_steps(self) -> None:
        """Give the keyboard to the steps, where what is typed changes nothing."""
        self._stepper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_part(self) -> None:
        """Give the keyboard to the next of steps, page and findings."""
        if self._stepper.hasFocus():
            self.focus_page()
        elif self._panel.isAncestorOf(self.focusWidget() or self) or not self.panel_is_open:
            self.focus_steps()
        else:
            self._panel.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the findings to a drawer and the steps to a rail where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            # Not at once: Qt walks through all widgets just now, and folding deletes the splitter's handle.
            self._fold_timer.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the drawer on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._split.has_open_drawer:
            self._split.close_drawer()
            self.focus_page()
        else:
            super().keyPressEvent(event)

    def _fold(self) -> None:
        px = current_tokens().px
        narrow = self.width() < px(_RAIL_BELOW)
        self._stepper.set_narrow(narrow=narrow)
        self._board_button.set_narrow(narrow=narrow)
        self._split.fold()

    def _show_page(self, step: Step) -> None:
        self._pages.show_step(step)
        self._panel.show_step(step)
        self.step_shown.emit(step)
        self._tell_board()

    def _leave_board(self) -> None:
        self.show_step(self.step)

    def _tell_board(self) -> None:
        self._board_button.setChecked(self.board_is_open)
        self._stepper.mark_shown(shown=not self.board_is_open)
        self.board_toggled.emit()

    def _show_elsewhere(self, kind_key: str, record_id: str, field: str) -> None:
        step = kind_of(kind_key).step
        if step is not self.step or self.board_is_open:
            self.show_step(step)
            self._pages.show_record(kind_key, record_id, field)

    def _marks_soon(self) -> None:
        if not self._marks_timer.isActive():
            self._marks_timer.start(_MARKS_AFTER_MS)

    def _show_marks(self) -> None:
        self._stepper.show_marks(step_marks(self._document.plan, self._document.report))

    def _ask_consent(self, finding: Finding) -> None:
        if finding.level is Weight.WARN:
            WaiveDialog(self._document, finding, self).open()
        else:
            self._do(dismiss(self._document.plan, finding))

    def _restore(self, finding: Finding) -> None:
        self._do(call_back(self._document.plan, finding))

    def _do(self, edit: Edit) -> None:
        try:
            self._document.do(edit)
        except PlanError as error:
            tell_error(self, error)
