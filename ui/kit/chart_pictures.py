"""A chart as a picture for other programs: saved as SVG or PNG, or copied."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from planner.charts.scene import Measure, Scene
from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.language import say
from ui.kit.buttons import IconButton
from ui.kit.files import ask_for_new
from ui.messages import tell_error

if TYPE_CHECKING:
    from planner.charts.export import PictureForm

_SIZE = 9.0
"""Points: running text as in the document."""

DrawScene = Callable[[float, Measure, float], Scene]
"""Draws the chart for a width, a measure of texts and a size of running text."""


class ChartPictures(QObject):
    """Offers a chart's picture in a menu, from a button and where the chart is clicked with the other button.

    The picture is drawn anew, as the document has it: on white and in its font, whatever the window shows.

    Attributes:
        button: opens the menu.
    """

    def __init__(self, chart: QWidget, draw: DrawScene, title: Callable[[], str]) -> None:
        """Make the menu.

        Args:
            chart: the widget that shows it.
            draw: draws it.
            title: what the picture is called.
        """
        super().__init__(chart)
        self._draw = draw
        self._title = title
        self._chart = chart
        self.button = IconButton("ellipsis", say("Picture of the chart"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.button)
        self._add(say("Save as SVG…"), self._ask_for_svg)
        self._add(say("Save as PNG…"), self._ask_for_png)
        self._add(say("Copy picture"), self._copy)
        self.button.setMenu(self._menu)

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the chart, below what else can be done with the chart there."""
        menu = self._menu
        if self._chart.actions():
            menu = QMenu(self._chart)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self._chart.actions())
            menu.addSeparator()
            menu.addActions(self._menu.actions())
        menu.popup(self._chart.mapToGlobal(at))

    def _add(self, words: str, do: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.triggered.connect(do)
        self._menu.addAction(action)

    def _ask_for_svg(self) -> None:
        self._ask("svg")

    def _ask_for_png(self) -> None:
        self._ask("png")

    def _ask(self, form: "PictureForm") -> QFileDialog:
        dialog = ask_for_new(self._chart.window(), say("Save picture"), "", self._title(), form)
        dialog.fileSelected.connect(self._save)
        dialog.open()
        return dialog

    def _save(self, chosen: str) -> None:
        """Write the picture in the form that the file's ending names."""
        path = Path(chosen)
        try:
            write_atomically(path, self._picture("png" if path.suffix.lower() == ".png" else "svg"))
        except PlanError as error:
            tell_error(self._chart.window(), error)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(self._picture("png")))

    def _picture(self, form: "PictureForm") -> bytes:
        from planner.charts.export import WIDTH, picture  # noqa: PLC0415 - heavy; only where needed
        from planner.charts.pdf import paper_measure  # noqa: PLC0415 - heavy; only where needed

        return picture(self._draw(WIDTH, paper_measure, _SIZE), self._title(), form)
