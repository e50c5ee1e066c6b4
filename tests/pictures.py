"""Pictures of the window: `python -m tests.pictures OUT [LOOK ...]` writes a PNG of each page and state.

Each is taken in several looks: light, dark, high contrast, in small and wide windows, with large text, in
English and in the pseudo-languages, which are half as long again, one of them written from the right. They
are how the window is judged; run it after a change of looks and look at all of them. Names of looks behind
the folder take those alone.
"""

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parent / "ui"))

from picture_states import pages_of, start_of, states_of, troubles_of
from pseudo_language import ACCENTED, MIRRORED, make
from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from room_pictures import running_workshop_of, take_room_pictures
from screens import two_screens
from workshop_pictures import workshop_parts_of

from planner.language.speaking import ENGLISH, FOLDER_VARIABLE
from planner.samples import load_sample
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.shell.look import Look
from ui.tasks import Tasks
from ui.theme import TextSize, ThemeChoice

LARGE, SMALL, WIDE = QSize(1440, 900), QSize(1024, 720), QSize(2560, 1440)
SETTLE_MS = 30
MOST_LOOKS = 20
"""So often one looks whether a picture still changes; what moves without end is taken as it is then."""
TODAY = date(2027, 1, 4)


@dataclass(frozen=True)
class Case:
    """One look of the window."""

    name: str
    theme: ThemeChoice
    text_size: TextSize
    size: QSize
    language: str = ENGLISH


CASES = (
    Case("light", ThemeChoice.LIGHT, TextSize.NORMAL, LARGE),
    Case("dark", ThemeChoice.DARK, TextSize.NORMAL, LARGE),
    Case("light-150", ThemeChoice.LIGHT, TextSize.LARGEST, LARGE),
    Case("light-small", ThemeChoice.LIGHT, TextSize.NORMAL, SMALL),
    Case("light-wide", ThemeChoice.LIGHT, TextSize.NORMAL, WIDE),
    Case("contrast-small-150", ThemeChoice.CONTRAST, TextSize.LARGEST, SMALL),
    Case("pseudo", ThemeChoice.LIGHT, TextSize.NORMAL, LARGE, ACCENTED),
    Case("pseudo-small", ThemeChoice.LIGHT, TextSize.NORMAL, SMALL, ACCENTED),
    Case("mirrored", ThemeChoice.LIGHT, TextSize.NORMAL, LARGE, MIRRORED),
)


class Camera:
    """Takes one window in all its looks.

    Attributes:
        window: the window.
        work: a folder for files of the moment.
    """

    def __init__(self, app: QApplication, folder: Path, work: Path) -> None:
        self.folder = folder
        self.work = work
        self.tasks = Tasks()
        settings = Settings(QSettings(str(work / "settings.ini"), QSettings.Format.IniFormat))
        settings.language, settings.region = ENGLISH, "GB"
        self.look = Look(app, settings)
        self.look.speech.speak()
        self.language = ENGLISH
        self.window = MainWindow(settings, self.tasks, self.look, lambda: TODAY)
        self.window.show()

    def take_all(self, cases: tuple[Case, ...]) -> None:
        """Write every picture."""
        for case in cases:
            self.dress(case)
            self.take_each(start_of(self), case)
        for case in cases:
            self.open("pizzeria")
            self.dress(case)
            self.take_each(pages_of(self), case)
            self.take_each(states_of(self), case)
            self.take_each(workshop_parts_of(self), case)
            self.take_each(running_workshop_of(self), case)
        for case in cases:
            self.open("what-not-to-do")
            self.dress(case)
            self.take_each(troubles_of(self), case)
        self.window.close()
        self.tasks.close()

    def take_each(self, states, case: Case) -> None:
        """Write a picture of each state, as it comes."""
        for name, widget in states:
            self.take(widget, f"{name}-{case.name}")

    def dress(self, case: Case) -> None:
        """Give the window a look, a size and a language."""
        if case.language != self.language:
            self.language = case.language
            self.look.speech.choose_language(case.language)
        self.window.resize(case.size)
        self.look.wear(case.theme)
        self.look.write(case.text_size)
        self.settle()

    def open(self, sample: str) -> None:
        """Open a fresh copy of a sample plan, and wait until it is checked."""
        path = Path(tempfile.mkdtemp(dir=self.work)) / f"{sample}.tcplan"
        self.window.plans.create(path, load_sample(sample))
        while self.window.document is None or self.window.document.path != path:
            self.settle()
        self.settle()

    def take(self, widget: QWidget, name: str) -> None:
        """Write one picture, once nothing is going on any more."""
        self.settle()
        before, now = None, widget.grab().toImage()
        for _ in range(MOST_LOOKS):  # a layout may ask for its room in several turns
            if now == before:
                break
            self._pause()
            before, now = now, widget.grab().toImage()
        now.save(str(self.folder / f"{name}.png"))

    def settle(self) -> None:
        """Let the window do what is waiting, and workers what was asked of them."""
        self._pause()
        while self.tasks.is_busy or (self.window.document and self.window.document.is_checking):
            self._pause()
        self._pause()  # what was told last is laid out

    def _pause(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()


def _stop(*error) -> None:
    """Tell what failed in a slot, and end: else a state that never comes would be waited for."""
    sys.__excepthook__(*error)
    os._exit(1)


def main(words: list[str]) -> int:
    """Write the pictures into the folder named."""
    cases = tuple(case for case in CASES if not words[1:] or case.name in words[1:])
    if not words or not cases:
        looks = ", ".join(case.name for case in CASES)
        print(f"Usage: python -m tests.pictures OUT [LOOK ...]\nLooks: {looks}", file=sys.stderr)
        return 2
    sys.excepthook = _stop
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        os.environ["QT_QPA_PLATFORM"] = two_screens(work)
        app = QApplication(["truecourse-pictures"])
        os.environ[FOLDER_VARIABLE] = os.environ["XDG_DATA_HOME"] = work
        make(Path(work))
        Camera(app, folder, Path(work)).take_all(cases)
        take_room_pictures(app, folder / "room")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
