"""Everything around the one plan that a window has open: its document, its parts, its actions."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.editing.patch import Patch, diff
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import Step, kind_of
from planner.store.backup import Backup, list_backups
from ui.action_spec import Situation
from ui.dialogs.answers import AnswersDialog
from ui.dialogs.backups import BackupsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.fix_safe import FixSafeDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.printing import PrintDialog
from ui.dialogs.save_template import SaveTemplateDialog
from ui.dialogs.truths import TruthsDialog
from ui.dialogs.unsaved import UnsavedDialog
from ui.document import PlanDocument
from ui.messages import tell_error
from ui.search.panel import SearchPanel
from ui.settings import Settings
from ui.shell.banner import Banner
from ui.shell.copies import Copies
from ui.shell.place import Place, place_of
from ui.shell.session import go_to_known_place, remember_place, remember_plan
from ui.shell.trouble import Trouble
from ui.shell.workbench import Workbench
from ui.shell.workshop_host import WorkshopHost
from ui.tasks import Tasks


class OpenPlan(QObject):
    """One open plan in one window.

    Signals:
        moved: something changed that decides about actions or the title.
        let_go: the user gave up what could not be saved; the plan may be closed now.
        copy_wanted: the path of a backup that is to be opened as a copy, and what to call it.
        page_wanted: the widget that is to be shown: the plan's pages, or one of the workshop's.
    """

    moved = Signal()
    let_go = Signal()
    copy_wanted = Signal(object, str)
    page_wanted = Signal(object)

    def __init__(
        self, document: PlanDocument, settings: Settings, tasks: Tasks, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self.document = document
        self.workbench = Workbench(document, settings.panel_width)
        self.workshop = WorkshopHost(document, self.workbench, window)
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self._banner = banner
        self._search = SearchPanel(document, self.workbench)
        self._copies = Copies(document, window)
        self._trouble = Trouble(document, banner)
        document.setParent(self)
        self._copies.setParent(self)
        self._connect()

    def _connect(self) -> None:
        self._copies.written.connect(self._tell_written)
        self._copies.failed.connect(self._tell_error)
        self._trouble.copy_wanted.connect(self._copies.ask_for_copy)
        self._trouble.failed.connect(self._tell_error)
        self._search.place_wanted.connect(self.workbench.lead_to_entry)
        self.document.changed.connect(self._changed)
        self.document.report_changed.connect(self.moved)
        self.workbench.panel.safe_fixes.found.connect(self.moved)
        self.workbench.step_shown.connect(self.moved)
        self.workbench.panel_toggled.connect(self.moved)
        self.workbench.board_toggled.connect(self.moved)
        self.workbench.fix_all_wanted.connect(self._fix_safe)
        self.workshop.page_wanted.connect(self.page_wanted)
        self.workshop.moved.connect(self.moved)
        self.workshop.paper_wanted.connect(self._export_paper)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return who answers to the actions that need a plan."""
        handlers = self._plan_handlers()
        return handlers | self.workshop.handlers(handlers)

    def _plan_handlers(self) -> dict[str, Callable[[], object]]:
        bench = self.workbench
        return {
            "file.export": self._export,
            "workshop.minutes": partial(self._export_paper, "minutes"),
            "file.print": self._print,
            "file.template": self._save_template,
            "file.copy": self._copies.ask_for_copy,
            "edit.undo": partial(self._step_history, self.document.undo),
            "edit.redo": partial(self._step_history, self.document.redo),
            "edit.fix-safe": self._fix_safe,
            "edit.answers": self._type_answers,
            "file.backups": self._show_backups,
            "edit.history": self._show_history,
            "edit.find": partial(self._search.open, replaces=False),
            "edit.replace": partial(self._search.open, replaces=True),
            "edit.find-next": partial(self._search.go, 1),
            "edit.find-previous": partial(self._search.go, -1),
            "help.truths": self._show_truths,
            "view.findings": bench.toggle_panel,
            **{f"go.{step.value}": partial(bench.show_step, step) for step in Step},
            "go.board": bench.toggle_board,
            "go.next": partial(bench.go, 1),
            "go.back": partial(bench.go, -1),
            "go.next-finding": partial(bench.lead_to_next, 1),
            "go.previous-finding": partial(bench.lead_to_next, -1),
            "go.pane": bench.focus_next_part,
        }

    @property
    def title(self) -> str:
        """What the plan is called in the window."""
        return self.document.plan.the_brief.title or say("Untitled plan")

    def situated(self, now: Situation) -> Situation:
        """Return how the window stands while this plan is open.

        Args:
            now: how it stands without a plan.
        """
        document, workbench = self.document, self.workbench
        return replace(
            now,
            has_plan=True,
            can_edit=not document.read_only,
            undo=document.history.undo_label,
            redo=document.history.redo_label,
            step=workbench.step,
            findings=len(document.report.standing),
            panel_open=workbench.panel_is_open,
            board_open=workbench.board_is_open,
            safe_fixes=workbench.panel.safe_fixes.count,
            workshop_on=self.workshop.is_on,
        )

    def begin(self) -> None:
        """Show where one was in this plan, else its first step; in a workshop that runs, its console."""
        go_to_known_place(self._settings, self.document, self.workbench)
        self.workshop.return_soon()
        self._settings.last_plan = str(self.document.path or "")
        remember_plan(self._settings, self.document)
        self.workbench.step_shown.connect(self._remember)

    def finish(self) -> bool:
        """Wait until everything is saved, and remember the place.

        Returns:
            Whether everything is saved; where not, the user is asked, and `let_go` may come later.
        """
        end_typing()
        if not self.document.flush():
            dialog = UnsavedDialog(self._window)
            dialog.copy_wanted.connect(self._copies.ask_for_copy)
            dialog.drop_wanted.connect(self.let_go)
            dialog.open()
            return False
        self._remember()
        return True

    def _remember(self) -> None:
        """Remember the place and how the plan stands: at each step, as not every session ends by closing."""
        remember_place(self._settings, self.document, self.workbench, self._window)
        remember_plan(self._settings, self.document)

    def close(self) -> None:
        """Close the file; the workbench goes with what holds it, or before."""
        for kind in (ExportDialog, PrintDialog, AnswersDialog):
            for dialog in self._window.findChildren(kind):
                dialog.done(0)
        self.workshop.close()
        self.document.close()
        self._let_go()

    def hand_over(self) -> tuple[PlanDocument, Place]:
        """Let go of the plan: other parts are made around it; the workbench goes with what holds it.

        Returns:
            The open plan, and where one was in it.
        """
        end_typing()
        place = place_of(self.workbench)
        self._settings.panel_width = self.workbench.panel_width
        self.document.setParent(self._window)
        self._trouble.deleteLater()
        self.workshop.close()
        self._let_go()
        return self.document, place

    def _let_go(self) -> None:
        self._banner.hide()
        self.deleteLater()

    def _changed(self, _patch: Patch) -> None:
        self.moved.emit()

    def _step_history(self, step: Callable[[], None]) -> None:
        before = self.document.plan
        try:
            step()
        except PlanError as error:
            self._tell_error(error)
        self.workbench.follow(diff(before, self.document.plan))

    def _show_backups(self) -> None:
        dialog = BackupsDialog(list_backups(self.document.plan.plan_id), self._window)
        dialog.backup_wanted.connect(self._restore)
        dialog.open()

    def _restore(self, backup: Backup) -> None:
        title = self.document.plan.the_brief.title
        self.copy_wanted.emit(backup.path, f"{title} {backup.made_on.isoformat()}")

    def _show_history(self) -> None:
        end_typing()
        dialog = HistoryDialog(self.document, self._window)
        dialog.walk_wanted.connect(self._walk_history)
        dialog.open()

    def _walk_history(self, steps: int) -> None:
        self._step_history(partial(self.document.walk, steps))

    def _show_truths(self) -> None:
        chosen = self.workbench.chosen_finding
        TruthsDialog(self.document.plan, self._window, chosen.rule if chosen else "").open()

    def _fix_safe(self) -> None:
        end_typing()
        FixSafeDialog(self.document, self.workbench.panel.safe_fixes.mended, self._window).open()

    def _export(self) -> None:
        end_typing()
        dialog = ExportDialog(self.document, self._settings, self._tasks, self._window)
        dialog.record_wanted.connect(self._show_record)
        dialog.open()

    def _export_paper(self, product: str) -> None:
        """Begin the export with one of the workshop's papers, by its key."""
        self._settings.export_product = product
        self._export()

    def _save_template(self) -> None:
        end_typing()
        SaveTemplateDialog(self.document, self._window).open()

    def _print(self) -> None:
        end_typing()
        PrintDialog(self.document, self._settings, self._tasks, self._window).open()

    def _type_answers(self) -> None:
        end_typing()
        AnswersDialog(self.document, self._tasks, self._window).open()

    def _show_record(self, kind: str, record: str, field: str) -> None:
        self.workbench.show_step(kind_of(kind).step)
        self.workbench.show_record(kind, record, field)

    def _tell_written(self, path: str) -> None:
        self._banner.tell(say("Written: {path}", path=path), warns=False)

    def _tell_error(self, error: PlanError) -> None:
        tell_error(self._window, error)


def end_typing() -> None:
    """Let the field that has the keyboard take what was typed."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
