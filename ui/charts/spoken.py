"""Charts for screen readers: a painted chart has its marks as children that can be reached and pressed.

Qt's cache owns each interface from its registration on. A mark's interface stands for a place among the
marks of its view, whatever scene is shown, and goes with the view: so none is ever deleted while a screen
reader may still ask for it.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

if TYPE_CHECKING:  # the view has itself spoken
    from planner.charts.scene import Mark
    from ui.charts.scene_view import SceneView

_PRESS, _FOCUS = "Press", "SetFocus"
"""Names of actions as Qt knows them: `QAccessibleActionInterface.pressAction` and `setFocusAction`."""

_ALL_RELATIONS = QAccessible.RelationFlag.AllRelations
_OrNone: TypeAlias = Any
"""One of Qt's objects, or None, which the types of PySide leave out."""


class _SpokenMark(QAccessibleWidget):
    """The mark at a place among those of a view.

    It is a widget's interface for the sake of its actions, which Qt finds by a cast in C++: one that Python
    answers crashes. All that it says is its own.

    Attributes:
        is_gone: its view goes, and may no longer be asked for anything.
    """

    def __init__(self, view: "SceneView", place: int) -> None:
        super().__init__(view, QAccessible.Role.Button)
        self._view = view
        self._place = place
        self.is_gone = False

    @property
    def place(self) -> int:
        """The place among the view's marks, from 0."""
        return self._place

    @property
    def _mark(self) -> "Mark | None":
        if self.is_gone or self._place >= len(self._view.marks):
            return None
        return self._view.marks[self._place]

    def isValid(self) -> bool:
        """Whether the scene that is shown has such a mark."""
        return self._mark is not None

    def object(self) -> _OrNone:
        """Return nothing: a mark is painted."""
        return None

    def window(self) -> _OrNone:
        """Return the window of the chart."""
        return None if self.is_gone else self._view.window().windowHandle()

    def parent(self) -> _OrNone:
        """Return the chart."""
        return None if self.is_gone else QAccessible.queryAccessibleInterface(self._view)

    def child(self, _index: int) -> _OrNone:
        """Return nothing."""
        return None

    def childAt(self, _x: int, _y: int) -> _OrNone:
        """Return nothing."""
        return None

    def childCount(self) -> int:
        """Return that there are none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that it is none."""
        return -1

    def focusChild(self) -> _OrNone:
        """Return the mark itself where it has the keyboard."""
        return self if self._view.hasFocus() and self._view.current == self._place else None

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        mark = self._mark
        if mark is None:
            return QRect()
        box = self._view.box_of(mark)
        return QRect(self._view.mapToGlobal(box.topLeft()), box.size())

    def state(self) -> QAccessible.State:
        """Return whether it has the keyboard, and can be seen."""
        state, mark = QAccessible.State(), self._mark
        state.focusable = True
        state.focused = self.focusChild() is not None
        if mark is None or not self._view.visibleRegion().intersects(self._view.box_of(mark)):
            state.offscreen = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it says, as its tooltip does."""
        mark = self._mark
        return ", ".join(mark.text.split("\n")) if mark and kind is QAccessible.Text.Name else ""

    def relations(self, _wanted: QAccessible.RelationFlag = _ALL_RELATIONS) -> list[Any]:
        """Return that there are none."""
        return []

    def actionNames(self) -> list[str]:
        """Return what can be done."""
        return [_PRESS, _FOCUS]

    def doAction(self, action: str) -> None:
        """Lead to the mark's entry, or give it the keyboard."""
        self._view.act_on(self._place, presses=action == _PRESS)

    def keyBindingsForAction(self, action: str) -> list[str]:
        """Return the keys: Enter on the mark that has the keyboard."""
        return ["Return"] if action == _PRESS else []


class _SpokenChart(QAccessibleWidget):
    """A chart with its marks.

    Attributes:
        view_id: tells which view it speaks for, even when that is gone.
    """

    def __init__(self, view: "SceneView") -> None:
        super().__init__(view, QAccessible.Role.Grouping)
        self._view = view
        self.view_id = id(view)
        self._marks: list[_SpokenMark] = []
        self._ids: list[int] = []

    def childCount(self) -> int:
        """Return the number of marks."""
        return len(self._view.marks)

    def child(self, index: int) -> _OrNone:
        """Return a mark."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._marks) <= index:
            mark = _SpokenMark(self._view, len(self._marks))
            self._marks.append(mark)
            self._ids.append(QAccessible.registerAccessibleInterface(mark))
        return self._marks[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a mark; -1 where it is none of this chart's."""
        return child.place if isinstance(child, _SpokenMark) and child in self._marks else -1

    def childAt(self, x: int, y: int) -> _OrNone:
        """Return the mark at a point of the screen."""
        place = self._view.place_at(self._view.mapFromGlobal(QPoint(x, y)))
        return None if place is None else self.child(place)

    def focusChild(self) -> _OrNone:
        """Return the mark that has the keyboard."""
        current = self._view.current if self._view.hasFocus() else None
        return None if current is None else self.child(current)

    def forget(self) -> None:
        """Give the marks back to Qt, which deletes them."""
        for mark in self._marks:
            mark.is_gone = True
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._marks.clear()
        self._ids.clear()


_CHARTS: list[_SpokenChart] = []
"""Charts that Qt uses; without a reference from here Python would delete them first."""


@cache
def speak_charts() -> None:
    """Let screen readers find the marks of charts, from now on."""
    QAccessible.installFactory(_made)


def say_focus(view: "SceneView") -> None:
    """Tell a screen reader, if one listens, that another mark has the keyboard."""
    chart = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    mark = chart.focusChild() if chart is not None else None
    if mark is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(mark, QAccessible.Event.Focus))


def forget_marks(view_id: int) -> None:
    """Forget the marks of a view that goes; Qt forgets the chart itself."""
    for chart in _living():
        if chart.view_id == view_id:
            chart.forget()


def _living() -> list[_SpokenChart]:
    return [chart for chart in _CHARTS if isValid(chart)]


def _made(class_name: str, made: QObject) -> QAccessibleInterface | None:
    if class_name != "SceneView":  # asked for each class that an object is of, the general ones last
        return None
    chart = _SpokenChart(cast("SceneView", made))
    _CHARTS[:] = [*_living(), chart]
    return chart
