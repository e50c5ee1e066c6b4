"""The charts of a plan as files: SVG or PNG, one for each chart that has something to show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from planner.charts.board import board
from planner.charts.budget import budget_chart
from planner.charts.capacity import capacity_chart
from planner.charts.ladder import ladder
from planner.charts.load import load_chart
from planner.charts.pdf import paper_measure
from planner.charts.picture import DPI, scene_png
from planner.charts.scene import Scene
from planner.charts.sequence import sequence_chart
from planner.charts.svg import scene_svg
from planner.charts.timeline import timeline
from planner.charts.worth import worth_chart
from planner.errors import PlanError
from planner.files.together import write_together
from planner.language import phrase, say
from planner.model.plan import Plan

PictureForm = Literal["svg", "png"]
WIDTH = 680.0
"""Points: as wide as a page across, so that words have room."""
_LEAST_DPI, _MOST_DPI = 36, 600


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A chart that a plan can be shown by.

    Attributes:
        message: what it is called, as a message; its file has this name in English.
        draw: draws it for a width, on a day.
    """

    message: str
    draw: Callable[[Plan, float, date], Scene]

    @property
    def title(self) -> str:
        """What it is called."""
        return say(self.message)


CHARTS: Mapping[str, ChartKind] = {
    "board": ChartKind(phrase("Board"), lambda plan, width, _: board(plan, width, paper_measure)),
    "timeline": ChartKind(
        phrase("Timeline"), lambda plan, w, day: timeline(plan, w, paper_measure, today=day)
    ),
    "sequence": ChartKind(
        phrase("Sequence"), lambda plan, w, day: sequence_chart(plan, w, paper_measure, today=day)
    ),
    "worth": ChartKind(phrase("Worth"), lambda plan, width, _: worth_chart(plan, width, paper_measure)),
    "ladder": ChartKind(phrase("Ladder"), lambda plan, width, _: ladder(plan, width, paper_measure)),
    "load": ChartKind(phrase("Load"), lambda plan, width, _: load_chart(plan, width, paper_measure)),
    "promises": ChartKind(
        phrase("Promises"), lambda plan, width, _: capacity_chart(plan, width, paper_measure)
    ),
    "budget": ChartKind(phrase("Budget"), lambda plan, width, _: budget_chart(plan, width, paper_measure)),
}
"""All charts by their key, in the order of the walk."""


def export_charts(
    plan: Plan, folder: Path, form: PictureForm, *, today: date, dpi: int = DPI
) -> tuple[Path, ...]:
    """Write a plan's charts into a folder, which is made where it is not there.

    Args:
        plan: the plan.
        folder: where to; files of the same names are replaced, all of them or none.
        form: "svg", or "png".
        today: the day that the timeline marks.
        dpi: pixels an inch of PNG.

    Returns:
        The files; none for a chart that has nothing to show.

    Raises:
        PlanError: the folder or a file can't be written, or the number of pixels is out of reason.
    """
    if not _LEAST_DPI <= dpi <= _MOST_DPI:
        msg = say("Pictures can't have {dpi} pixels an inch.", dpi=dpi)
        raise PlanError(
            msg,
            hint=say(
                "Choose from {least} to {most}; 150 suits most uses.",
                least=_LEAST_DPI,
                most=_MOST_DPI,
            ),
        )
    drawn = [
        (folder / f"{kind.message}.{form}", picture(scene, kind.title, form, dpi))
        for kind, scene in _scenes(plan, today)
    ]
    is_new = not folder.exists()
    _made(folder)
    try:
        write_together(drawn)
    except PlanError:
        if is_new:
            folder.rmdir()
        raise
    return tuple(path for path, _ in drawn)


def picture(scene: Scene, title: str, form: PictureForm, dpi: int = DPI) -> bytes:
    """Return a scene as the bytes of a file.

    Args:
        scene: the chart.
        title: the name of an SVG file's picture, for screen readers.
        form: of the file.
        dpi: pixels an inch of a PNG file.
    """
    return scene_svg(scene, title).encode() if form == "svg" else scene_png(scene, dpi)


def _scenes(plan: Plan, today: date) -> Iterator[tuple[ChartKind, Scene]]:
    for kind in CHARTS.values():
        scene = kind.draw(plan, WIDTH, today)
        if scene.marks:
            yield kind, scene


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        msg = say("“{name}” is a file; charts are written into a folder.", name=folder.name)
        raise PlanError(msg, hint=say("Give the name of a folder, which may be new.")) from error
    except OSError as error:
        msg = say(
            "The folder {folder} can't be made ({reason}).",
            folder=str(folder),
            reason=error.strerror or str(error),
        )
        raise PlanError(msg, hint=say("Choose another folder.")) from error
