"""Opening, making and importing plans: asks for files, works beside the window, hands over the document."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.errors import PlanError
from planner.exchange.importing import IMPORTED, read_import
from planner.language import say
from planner.model.plan import Plan, empty_plan
from planner.samples import load_sample
from planner.store.backup import backup_folder
from planner.templates import load_template
from ui.dialogs.samples import SampleDialog
from ui.document import PlanDocument
from ui.kit.files import PLAN_ENDING, ask_for_new, ask_for_plan
from ui.plan_writer import Opened, PlanWriter
from ui.settings import Settings
from ui.tasks import Tasks, Ticket


class Plans(QObject):
    """Turns the wish for a plan into an open document.

    Signals:
        opened: the `PlanDocument`.
        failed: the `PlanError` that says why there is none.
        busy_changed: whether one is on its way.
    """

    opened = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        tasks: Tasks,
        clock: Callable[[], date],
        is_elsewhere: Callable[[Path], bool],
    ) -> None:
        """Serve one window.

        Args:
            window: asks, and shows what is opened.
            settings: remember where plans are kept.
            tasks: workers.
            clock: tells the day.
            is_elsewhere: raises the other window in which a plan is open, and tells whether there is one.
        """
        super().__init__(window)
        self._is_elsewhere = is_elsewhere
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._coming: Plan | None = None
        self._source: Path | None = None
        self._writer: PlanWriter | None = None

    def ask_for_new(self) -> None:
        """Ask where a new, empty plan is to be kept, and make it."""
        self._coming, self._source = None, None
        self._ask_where(say("New plan"), say("New plan"))

    def ask_for_plan(self) -> None:
        """Ask which plan to open, and open it."""
        dialog = ask_for_plan(self._window, self._settings.plan_folder)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def keep_new(self, plan: Plan, name: str = "") -> None:
        """Ask where a plan that is in no file yet is to be kept, and open it there.

        Args:
            plan: the plan.
            name: what its file may be called; as the plan where empty.
        """
        self._coming, self._source = plan, None
        self._ask_where(say("Keep “{title}”", title=plan.the_brief.title), name or plan.the_brief.title)

    def ask_sample(self) -> None:
        """Ask which sample plan is wanted, and where a copy of it is to be kept."""
        dialog = SampleDialog(self._window)
        dialog.sample_wanted.connect(self.keep_sample)
        dialog.open()

    def keep_sample(self, name: str) -> None:
        """Ask where a copy of a sample plan is to be kept, and open it there."""
        self.keep_new(load_sample(name))

    def keep_template(self, key: str) -> None:
        """Ask where a plan from a template is to be kept, and open it there."""
        try:
            plan = load_template(key)
        except PlanError as error:
            self.failed.emit(error)
        else:
            self.keep_new(plan)

    def keep_copy_of(self, source: Path, name: str) -> None:
        """Ask where a copy of a plan file is to be kept, and open it there; the file itself stays closed.

        Args:
            source: the file, such as a backup.
            name: what the copy is called at first.
        """
        self._coming, self._source = None, source
        self._ask_where(say("Restore a backup"), name)

    def open(self, path: Path) -> None:
        """Open a plan file, or import a plan in JSON or from its document."""
        if path.suffix.lower() in IMPORTED:
            task = self._tasks.start(partial(_read, path))
            task.done.connect(self.keep_new)
            task.failed.connect(self._fail)
        elif not self._is_elsewhere(path):
            self._start(path, None)

    def create(self, path: Path, plan: Plan | None = None) -> None:
        """Make a plan file and open it; an empty plan is called as its file is."""
        self._start(path, plan or empty_plan(path.stem))

    def _ask_where(self, title: str, name: str) -> None:
        dialog = ask_for_new(self._window, title, self._settings.plan_folder, name)
        dialog.fileSelected.connect(self._place_chosen)
        dialog.open()

    def _file_chosen(self, chosen: str) -> None:
        self._settings.plan_folder = str(Path(chosen).parent)
        self.open(Path(chosen))

    def _place_chosen(self, chosen: str) -> None:
        path = Path(chosen)
        if path.suffix.lower() != f".{PLAN_ENDING}":
            path = path.with_name(f"{path.name}.{PLAN_ENDING}")
        self._settings.plan_folder = str(path.parent)
        if self._source is not None:
            self._start(path, None, self._source)
        else:
            self.create(path, self._coming)

    def _start(self, path: Path, plan: Plan | None, source: Path | None = None) -> None:
        if self._writer is not None:
            return
        self._writer = PlanWriter(path.absolute(), self, backups=backup_folder())
        task = self._tasks.start(partial(_open, self._writer, plan, source))
        task.done.connect(self._take)
        task.failed.connect(self._fail)
        self.busy_changed.emit(True)  # noqa: FBT003 - the signal's one value

    def _take(self, opened: Opened) -> None:
        writer, self._writer = self._writer, None
        self.busy_changed.emit(False)  # noqa: FBT003 - the signal's one value
        self.opened.emit(
            PlanDocument(
                opened.plan,
                opened.history,
                writer=writer,
                read_only_reason=opened.read_only_reason,
                tasks=self._tasks,
                clock=self._clock,
            )
        )

    def _fail(self, error: Exception) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer.deleteLater()
            self._writer = None
            self.busy_changed.emit(False)  # noqa: FBT003 - the signal's one value
        if not isinstance(error, PlanError):
            raise error
        self.failed.emit(error)


def _open(writer: PlanWriter, plan: Plan | None, source: Path | None, _ticket: Ticket) -> Opened:
    if source is not None:
        _copy(source, writer.path)
    return (writer.open() if plan is None else writer.create(plan)).result()


def _copy(source: Path, target: Path) -> None:
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - SQLAlchemy is slow to import

    with PlanFile.open(source) as file:
        file.save_copy(target, replace=True)


def _read(path: Path, _ticket: Ticket) -> Plan:
    return read_import(path)
