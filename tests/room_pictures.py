"""Pictures of the room's view: `python -m tests.room_pictures OUT` writes a PNG of each view.

At the sizes of usual projectors, light, dark and in high contrast, and all of them again at a thumbnail's
size, by which one sees what the last row sees. Run it after a change of looks and look at all of them.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.records_workshop import AgendaBlock
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.workshop.face import Face
from ui.main_window import MainWindow
from ui.shell.workshop_host import WorkshopHost
from ui.theme import TextSize, ThemeChoice, apply_theme
from ui.workshop.clock_words import room_clock
from ui.workshop.room.pictures import picture_pages
from ui.workshop.room.scene import (
    RoomChoice,
    RoomFinding,
    RoomFindings,
    RoomScene,
    RoomVote,
)
from ui.workshop.room.view import RoomView
from ui.workshop.showing import Show

SIZES = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768))
PICTURES = ("ladder", "timeline", "board", "load")
TODAY = date(2027, 1, 4)
_NINE = datetime(2027, 1, 4, 9, tzinfo=UTC)
THUMBNAIL = 320

_QUESTION = "How will answering every review within a day bring guests back on weekdays?"
_ANSWERS = (
    "A guest who is answered books again",
    "Reviews are read before a table is booked",
    "The kitchen learns what was wrong on the same day",
    "Two hours a week, which the floor manager has from March on, once the new host is trained",
    "Nobody answers in the evening now",
    "The owner signs the first ten answers himself",
    "Ask for the table number",
)


def _at(elapsed: float, *, paused: bool = False) -> Face:
    """Return the clock at some minutes of a block of twenty."""
    spent, length = timedelta(minutes=elapsed), timedelta(minutes=20)
    block = AgendaBlock(id="objectives", name="Objectives", minutes=20)
    return Face(block, None, 3, 9, spent, length, is_paused=paused, has_ended=False, day=None)


_PLACES = (_at(8.1), _at(18.2), _at(21.5), _at(12, paused=True))
"""Green, amber, red and paused."""


class Photographer(Protocol):
    """What takes the pictures."""

    window: MainWindow


def room_scenes() -> Iterator[tuple[str, RoomScene]]:
    """Yield each kind of view with a name, those with pictures of a plan left out."""
    head = {"block": "Objectives", "question": _QUESTION}
    good, short, over, paused = map(room_clock, _PLACES)
    yield "question", RoomScene(**head, clock=good)
    yield "question-short", RoomScene(block="Purpose", question="What must be better in a year?", clock=good)
    yield "answers-none", RoomScene(**head, body=(), clock=good)
    yield "answers-few", RoomScene(**head, body=_ANSWERS[:3], clock=good)
    yield "answers-some", RoomScene(**head, body=_ANSWERS, clock=short)
    yield "answers-many", RoomScene(**head, body=_ANSWERS * 5, clock=over)
    choices = [
        ("Answer every review within a day", 9, "9 dots"),
        ("A letter on what is in season, with a table to book", 7, "7 dots"),
        ("Three courses at a fixed price", 4, "4 dots"),
        ("Talk with neighbours about the street, the market and the school", 1, "1 dot"),
        ("Ask every table one question", 0, "0 dots"),
    ]
    hidden = tuple(RoomChoice(name) for name, _, _ in choices)
    shown = tuple(RoomChoice(name, words, dots / 9) for name, dots, words in choices)
    yield "vote", RoomScene(**head, body=RoomVote(hidden, "4 of 7 people have voted"), clock=good)
    revealed = RoomVote(shown, "7 of 7 people have voted", revealed=True)
    yield "vote-revealed", RoomScene(**head, body=revealed, clock=good)
    many = RoomVote(shown * 4, "7 of 7 people have voted", revealed=True)
    yield "vote-many", RoomScene(**head, body=many, clock=paused)
    yield "blank", RoomScene(blank=True)
    report = check_plan(load_sample("what-not-to-do"), TODAY)
    found = tuple(RoomFinding(f.level, f.subject_name, f.message) for f in report.standing)
    wrong = RoomFindings("This plan can’t be signed: 21 stops, 44 warnings", findings=found)
    breaks = {"block": "What breaks this plan?", "question": "What breaks this plan?"}
    yield "findings", RoomScene(**breaks, body=wrong, clock=short)
    one = RoomFindings("This plan can’t be signed: 1 stop", findings=found[:1])
    yield "findings-one", RoomScene(**breaks, body=one, clock=short)
    signable = RoomFindings("This plan can be signed", is_signable=True)
    yield "findings-none", RoomScene(**breaks, body=signable, clock=good)


def plan_scenes(view: RoomView, sample: str) -> Iterator[tuple[str, RoomScene]]:
    """Yield each page of each picture of a plan, drawn for the view's size."""
    plan = load_sample(sample)
    for picture in PICTURES:
        pages = picture_pages(
            picture, plan, view.picture_room(), view.chart_ink.measure, view.height(), TODAY
        )
        for number, page in enumerate(pages, 1):
            words = f"{number} of {len(pages)}" if len(pages) > 1 else ""
            scene = RoomScene(
                block="Objectives", question=_QUESTION, body=page, page=words, clock=room_clock(_PLACES[0])
            )
            yield f"{sample}-{picture}-{number}", scene


def all_scenes(view: RoomView) -> Iterator[tuple[str, RoomScene]]:
    """Yield every view."""
    yield from room_scenes()
    yield from plan_scenes(view, "pizzeria")


def take_room_pictures(app: QApplication, folder: Path) -> None:
    """Write every view at every size in every theme, and a thumbnail of each."""
    (folder / "thumbnails").mkdir(parents=True, exist_ok=True)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST):
        apply_theme(app, _Wishes(theme))
        view = RoomView()
        for size in SIZES if theme is not ThemeChoice.CONTRAST else SIZES[:1]:
            view.resize(size)
            for name, scene in all_scenes(view):
                view.show_scene(scene)
                picture = QPixmap(size)
                painter = QPainter(picture)
                view.paint_at(painter, size)
                painter.end()
                file = f"room-{name}-{size.width()}x{size.height()}-{theme.value}.png"
                picture.save(str(folder / file))
                mode = Qt.TransformationMode.SmoothTransformation
                picture.scaledToWidth(THUMBNAIL, mode).save(str(folder / "thumbnails" / file))


def running_workshop_of(photographer: Photographer) -> Iterator[tuple[str, QWidget]]:
    """Yield the facilitator's page as a morning goes on, by a time that stands still, with a name each."""
    WorkshopHost.now = staticmethod(lambda: _NINE)
    window = photographer.window
    window.perform("workshop.agenda")
    host = window._open.workshop
    host.agenda.editor.use("half-day")
    window.perform("workshop.run")
    yield "console-before", window
    host.console.clock.button("start").click()
    for idea in _ANSWERS[:3]:
        host.console.work.capture.line.setText(idea)
        QTest.keyClick(host.console.work.capture.line, Qt.Key.Key_Return)
    host.run.let_see(Show.ANSWERS)
    yield "console", window
    host.run.place.bring_inside()
    host.console.room.large_button.setChecked(True)
    yield "console-large", window
    window.perform("go.tactics")
    yield "workshop-strip", window
    host.run.end()


class _Wishes:
    """A theme at the usual size of text."""

    text_size = TextSize.NORMAL

    def __init__(self, theme: ThemeChoice) -> None:
        self.theme = theme


def main() -> None:
    """Write the pictures into the folder that is named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    take_room_pictures(app, Path(sys.argv[1]))


if __name__ == "__main__":
    main()
