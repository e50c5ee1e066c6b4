"""One dialog for all that can be made of a plan: choices at the left, the pages themselves at the right."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLayout, QProgressBar, QWidget

from planner.errors import PlanError
from planner.language import say
from ui.dialogs.export.choices import Choices
from ui.dialogs.export.products import Product
from ui.dialogs.export.run import ExportRun, open_path
from ui.dialogs.export.showing import PreviewMaker
from ui.dialogs.export.target import Target
from ui.dialogs.export.workshop_papers import room_contents
from ui.dialogs.export.writing import Order, Written, signed_contents
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.files import default_folder
from ui.kit.preview.pages import Pages
from ui.kit.preview.pane import PreviewPane
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import current_tokens
from ui.theme.tokens import LARGE

_SIZE = QSize(1180, 860)
_AROUND = QSize(24, 56)
"""What stays of the window behind it."""
_LEAST, _MOST_SCALE = QSize(480, 440), 1.3
_CHOICES_WIDTH = 380
_BESIDE_FROM = 800
"""Width in pixels at 100 % from which on choices and preview stand beside each other."""


class ExportDialog(Dialog):
    """Exports a plan.

    Signals:
        record_wanted: kind, id and field of an entry that will not print well; the dialog is closed then.
    """

    record_wanted = Signal(str, str, str)

    def __init__(self, document: PlanDocument, settings: Settings, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(say("Export"), parent)
        self._document = document
        self._settings = settings
        self._choices = Choices(document, settings, tasks)
        self._scroll = ScrollPage(self._choices)
        self._preview = PreviewPane(tasks)
        self._target = Target(self._folder(), document.plan.the_brief.title)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(say("Progress"))
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._said = plain_label(wraps=True)
        self._said.hide()
        self._written: Written | None = None
        self._is_beside = True
        self._is_turned = False
        self._maker = PreviewMaker(tasks, self._order, self)
        self._run = ExportRun(tasks, self)
        self._build()
        self.resize(self._size_over(parent.window()))
        self._fold()
        self._connect()
        self._show_product(self._choices.product)

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        return self._choices

    @property
    def preview(self) -> PreviewPane:
        """The preview."""
        return self._preview

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(self._scroll)
        row.addWidget(self._preview, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._target)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._said)
        role = QDialogButtonBox.ButtonRole
        self._turn = self.add_button(say("Show preview"), role.ActionRole, "turn")
        self._open = self.add_button(say("Open file"), role.ActionRole, "open")
        self._show = self.add_button(say("Show in folder"), role.ActionRole, "show")
        self._cancel = self.add_button(say("Cancel"), role.RejectRole, "cancel")
        self._export = self.add_button(say("Export"), role.AcceptRole, "export")
        self._open.hide()
        self._show.hide()
        # Its parts may be wider than it: the preview folds away then.
        outer = self.layout()
        if outer is not None:
            outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(_LEAST * min(current_tokens().scale, _MOST_SCALE))

    def _connect(self) -> None:
        self._choices.product_changed.connect(self._show_product)
        self._choices.changed.connect(self._renew)
        self._choices.place_wanted.connect(self._lead)
        self._document.changed.connect(self._renew)
        self._maker.began.connect(self._preview.show_waiting)
        self._maker.progressed.connect(self._preview.show_progress)
        self._maker.made.connect(self._show_pages)
        self._maker.failed.connect(self._show_no_pages)
        self._run.progressed.connect(self._progress.setValue)
        self._run.done.connect(self._exported)
        self._run.failed.connect(self._not_exported)
        self._turn.clicked.connect(self._turn_over)
        self._open.clicked.connect(self._open_file)
        self._show.clicked.connect(self._open_folder)
        self.buttons.accepted.connect(self._start)

    def focus_field(self, name: str) -> None:
        """Lead the keyboard to a field of the plan's layout."""
        self._choices.focus_field(name)

    def reject(self) -> None:
        """Stop the export where one runs, else close."""
        if self._run.is_running:
            self._run.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and break off the preview."""
        self._maker.stop()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the preview away where there is no room beside the choices."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold anew when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_turn"):
            self._fold()

    def _folder(self) -> Path:
        remembered = Path(self._settings.export_folder)
        if self._settings.export_folder and remembered.is_dir():
            return remembered
        return self._document.path.parent if self._document.path else Path(default_folder(""))

    def _size_over(self, window: QWidget) -> QSize:
        """Return a size that leaves a little of the window to be seen."""
        wanted = _SIZE * current_tokens().scale
        return wanted.boundedTo(window.size() - _AROUND).expandedTo(self.minimumSize())

    def _fold(self) -> None:
        px = current_tokens().px
        self._is_beside = self.width() >= px(_BESIDE_FROM)
        shows_preview = self._is_beside or self._is_turned
        self._turn.setVisible(not self._is_beside)
        self._preview.setVisible(shows_preview)
        self._scroll.setVisible(self._is_beside or not shows_preview)
        self._scroll.setMaximumWidth(px(_CHOICES_WIDTH) if self._is_beside else 16_777_215)
        self._scroll.setMinimumWidth(px(_CHOICES_WIDTH) if self._is_beside else 0)

    def _turn_over(self) -> None:
        self._is_turned = not self._is_turned
        self._turn.setText(say("Show choices") if self._is_turned else say("Show preview"))
        self._fold()

    def _order(self) -> Order:
        """Return what is chosen now."""
        return Order(
            self._choices.product,
            self._document.plan,
            self._document.today(),
            self._choices.sheets,
            self._document.in_file(signed_contents),
            self._document.in_file(room_contents),
        )

    def _show_product(self, product: Product) -> None:
        self._target.suggest(product)
        self._renew()

    def _renew(self) -> None:
        self._choices.look_for_troubles()
        if self._choices.product is Product.JSON:
            self._maker.stop()
            self._preview.show_words(
                say("Nothing to look at"), say("It is data for programs, all of the plan.")
            )
        else:
            self._maker.renew()

    def _show_pages(self, pages: Pages) -> None:
        self._preview.show_pages(pages)

    def _show_no_pages(self, error: PlanError) -> None:
        self._preview.show_words(error.message, error.hint)

    def _lead(self, kind: str, record: str, name: str) -> None:
        self.reject()
        self.record_wanted.emit(kind, record, name)

    def _start(self) -> None:
        try:
            out = self._target.path()
        except PlanError as error:
            self._say(sentence_of(error))
            return
        self._settings.export_folder = str(out.parent)
        self._set_running(is_running=True)
        self._run.start(self._order(), out)

    def _set_running(self, *, is_running: bool) -> None:
        for widget in (self._choices, self._target, self._export):
            widget.setEnabled(not is_running)
        self._progress.setValue(0)
        self._progress.setVisible(is_running)
        self._said.setVisible(not is_running)

    def _exported(self, written: Written) -> None:
        self._written = written
        self._set_running(is_running=False)
        self._say(_told(written))
        self._open.setText(say("Open folder") if written.path.is_dir() else say("Open file"))
        self._show.setVisible(not written.path.is_dir())
        self._open.show()
        self._cancel.setText(say("Close"))
        self._target.clear_note()
        self._open.setFocus()

    def _not_exported(self, sentence: str) -> None:
        self._set_running(is_running=False)
        self._say(sentence)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()

    def _open_file(self) -> None:
        if self._written is not None:
            open_path(self._written.path)

    def _open_folder(self) -> None:
        if self._written is not None:
            open_path(self._written.path.parent)


def _told(written: Written) -> str:
    if not written.words:
        return say("Written: {path}.", path=str(written.path))
    return say("Written: {path} ({amount}).", path=str(written.path), amount=written.words)
