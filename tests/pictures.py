"""Pictures of the window: `python -m tests.pictures OUT` writes a PNG of each page, light, dark and at 150 %.

They are how the window is judged; run it after a change of looks and look at all of them.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QLocale, QSettings, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.kinds import Step
from planner.model.vocabulary import Weight
from planner.samples import load_sample
from ui.dialogs.compare import CompareDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.known_signers import KnownSignersDialog
from ui.dialogs.printing import PrintDialog
from ui.dialogs.verify import VerifyDialog
from ui.findings.panel import FindingsPanel
from ui.findings.rows import Show
from ui.kit.timeline_view import TimelineView
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.banner import Banner, Offer
from ui.shell.look import Look
from ui.steps.sign_off.revisions import RevisionsTab
from ui.tasks import Tasks
from ui.theme import TextSize, ThemeChoice

SCREENS = Path(__file__).with_name("screens.json")
LARGE, SMALL = QSize(1440, 900), QSize(1024, 720)
SETTLE_MS = 120


@dataclass(frozen=True)
class Case:
    """One look of the window."""

    name: str
    theme: ThemeChoice
    text_size: TextSize
    size: QSize


CASES = (
    Case("light", ThemeChoice.LIGHT, TextSize.NORMAL, LARGE),
    Case("dark", ThemeChoice.DARK, TextSize.NORMAL, LARGE),
    Case("light-150", ThemeChoice.LIGHT, TextSize.LARGEST, LARGE),
    Case("light-small", ThemeChoice.LIGHT, TextSize.NORMAL, SMALL),
    Case("contrast-small-150", ThemeChoice.CONTRAST, TextSize.LARGEST, SMALL),
)


class Photographer:
    """Drives one window through all its pages and dialogs."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.work = Path(tempfile.mkdtemp())
        store = QSettings(str(self.work / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.theme = ThemeChoice.LIGHT
        self.tasks = Tasks()
        self.look = Look(app, settings)
        self.window = MainWindow(settings, self.tasks, self.look, lambda: date(2027, 1, 4))
        self.window.show()

    def take_all(self) -> None:
        """Write every picture."""
        for case in CASES:
            self.dress(case)
            self.take(self.window, f"start-{case.name}")
        for sample in ("pizzeria", "what-not-to-do"):
            self.open(sample)
            for case in CASES if sample == "pizzeria" else CASES[:1]:
                self.dress(case)
                self.take_pages(f"{sample}-{case.name}")
                self.take_overview(f"{sample}-{case.name}")
        self.dress(CASES[0])
        self.take_dialogs()
        self.take_sign_off()
        self.window.close()
        self.tasks.close()

    def dress(self, case: Case) -> None:
        """Give the window a look and a size."""
        self.window.resize(case.size)
        self.look.wear(case.theme)
        self.look.write(case.text_size)
        self.settle()

    def open(self, sample: str) -> None:
        """Open a sample plan and wait until it is checked."""
        path = self.work / f"{sample}.tcplan"
        self.window.plans.create(path, load_sample(sample))
        while self.window.document is None or self.window.document.path != path:
            self.settle()
        while self.window.document.is_checking:
            self.settle()

    def take_pages(self, name: str) -> None:
        """Take each step."""
        for number, step in enumerate(Step, 1):
            self.window.workbench.show_step(step)
            self.settle()
            self.take(self.window, f"{name}-{number}-{step.value}")

    def take_overview(self, name: str) -> None:
        """Take the board, and the timeline while a bar is moved a few weeks earlier."""
        bench = self.window.workbench
        bench.toggle_board()
        self.take(self.window, f"{name}-board")
        bench.show_step(Step.TACTICS)
        tabs = bench.page.tabs
        titles = [tabs.tabText(at) for at in range(tabs.count())]
        tabs.setCurrentIndex(next(at for at, title in enumerate(titles) if title.startswith("Timeline")))
        view = tabs.currentWidget().findChild(TimelineView)
        self.settle()
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home)
        while view.focused_mark.record != next(iter(self.window.document.plan.tactics)):
            QTest.keyClick(view, Qt.Key.Key_Down)
        for _ in range(9):
            QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.take(self.window, f"{name}-timeline")
        QTest.keyClick(view, Qt.Key.Key_Escape)
        tabs.setCurrentIndex(0)

    def take_dialogs(self) -> None:
        """Take the findings of a bad plan, the drawer, the strip and the dialogs."""
        bench = self.window.workbench
        panel = bench.findChild(FindingsPanel)
        panel.show_findings(Show.ALL)
        bench.lead_to_next(1)
        for case in CASES:
            self.dress(case)
            if panel.isHidden():
                bench.toggle_panel()
            self.take(self.window, f"findings-{case.name}")
        self.dress(CASES[0])
        self.take_waiving(panel)
        self.window.findChild(Banner).tell(
            "Not saved: there is no room left. What you did is still here.",
            (Offer("retry", "Try again"), Offer("copy", "Save a copy…")),
            warns=True,
        )
        self.take(self.window, "trouble")
        self.window.findChild(Banner).hide()
        self.take_exports()
        for action_id in ("file.sample", "help.keys", "help.about"):
            self.window.perform(action_id)
            self.settle()
            dialog = self.app.activeModalWidget()
            self.take(dialog, f"dialog-{action_id}")
            dialog.close()

    def take_exports(self) -> None:
        """Take what is exported, printed and typed back, once the pages are there."""
        for case in CASES:
            self.dress(case)
            for action_id in ("file.export", "file.print", "edit.answers"):
                self.window.perform(action_id)
                dialog = self.app.activeModalWidget()
                while isinstance(dialog, ExportDialog | PrintDialog) and dialog.preview.is_waiting:
                    self.settle()
                self.settle()
                self.take(dialog, f"dialog-{action_id}-{case.name}")
                dialog.close()
        self.dress(CASES[0])

    def take_sign_off(self) -> None:
        """Take the windows of sign-off over the plan that is open."""
        source = self.window.document.path
        for case in CASES:
            self.dress(case)
            self.take_tab("Revisions", f"revisions-{case.name}")
            compare = self.window.findChild(RevisionsTab).card.compare_wanted
            compare.emit()
            self.take_dialog(CompareDialog, f"compare-{case.name}")
            self.take_tab("Log", f"log-{case.name}")
            self.window._verifying.verify(str(source))
            self.take_dialog(VerifyDialog, f"verify-{case.name}")
        self.dress(CASES[0])
        self.window.perform("tools.signers")
        self.take_dialog(KnownSignersDialog, "dialog-tools.signers")

    def take_tab(self, word: str, name: str) -> None:
        """Take a tab of the last step."""
        self.window.workbench.show_step(Step.SIGN_OFF)
        tabs = self.window.workbench.page.tabs
        titles = [tabs.tabText(at) for at in range(tabs.count())]
        tabs.setCurrentIndex(next(at for at, title in enumerate(titles) if title.startswith(word)))
        self.take(self.window, name)

    def take_dialog(self, kind: type[QWidget], name: str) -> None:
        """Take a window of a kind once it has its result, and close it."""
        dialog = next(one for one in self.window.findChildren(kind) if one.isVisible())
        while getattr(dialog, "is_busy", False):
            self.settle()
        self.take(dialog, name)
        dialog.close()
        self.settle()

    def take_waiving(self, panel: FindingsPanel) -> None:
        """Take the dialog in which a warning is accepted."""
        warning = next(f for f in self.window.document.report.standing if f.level is Weight.WARN)
        panel.consent_wanted.emit(warning)
        self.settle()
        dialog = self.app.activeModalWidget()
        self.take(dialog, "dialog-waive")
        dialog.close()

    def take(self, widget: QWidget, name: str) -> None:
        """Write one picture."""
        self.settle()
        widget.grab().save(str(self.folder / f"{name}.png"))

    def settle(self) -> None:
        """Let the window do what is waiting."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()


def written(folder: Path) -> Iterator[str]:
    """Yield the names of the pictures in a folder."""
    return (path.name for path in sorted(folder.glob("*.png")))


def main(words: list[str]) -> int:
    """Write the pictures into the folder named."""
    if len(words) != 1:
        print("Usage: python -m tests.pictures OUT", file=sys.stderr)
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
    app = QApplication(["truecourse-pictures"])
    QLocale.setDefault(QLocale("en_GB"))
    Photographer(app, folder).take_all()
    print(f"{len(list(written(folder)))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
