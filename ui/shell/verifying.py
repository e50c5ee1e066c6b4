"""Verifying files and looking at known signers, whether a plan is open or not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.document import PlanDocument
from ui.kit.files import ask_for_signed
from ui.settings import Settings
from ui.tasks import Tasks


class Verifying(QObject):
    """Opens the windows of verification.

    Signals:
        plan_wanted: the path of a document of which a plan is to be made.
    """

    plan_wanted = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, tasks: Tasks) -> None:
        """Serve a window.

        Args:
            window: what the others stay above.
            settings: know where plans are kept.
            tasks: workers.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._tasks = tasks
        self._document: PlanDocument | None = None

    def follow(self, document: PlanDocument | None) -> None:
        """Hold files against another plan from now on.

        Args:
            document: the plan that is open, or None.
        """
        self._document = document

    def ask(self) -> None:
        """Ask which file to verify."""
        dialog = ask_for_signed(self._window, self._settings.plan_folder)
        dialog.fileSelected.connect(self.verify)
        dialog.open()

    def verify(self, path: str) -> None:
        """Verify a file and show the verdict.

        Args:
            path: the file: a PDF, or a plan.
        """
        from ui.dialogs.verify import VerifyDialog  # noqa: PLC0415 - the window is shown first

        dialog = VerifyDialog(Path(path), self._document, self._tasks, self._window)
        dialog.plan_wanted.connect(self.plan_wanted)
        dialog.show()

    def show_signers(self) -> None:
        """Show the signers that were met."""
        from ui.dialogs.known_signers import KnownSignersDialog  # noqa: PLC0415 - the window is shown first

        KnownSignersDialog(self._window).open()
