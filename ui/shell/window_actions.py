"""The window's actions as Qt has them: menus, keys, tool tips and what is enabled, from `ui.actions`."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.action_spec import ActionSpec, Situation
from ui.actions import ACTIONS
from ui.kit.text import plain_tooltip
from ui.menus import MENUS, SUBMENUS
from ui.theme import icon


class Actions(QObject):
    """The window's actions as Qt has them.

    Signals:
        chosen: the id of the action that the user asked for.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._now = Situation()
        for spec in ACTIONS:
            self._actions[spec.id] = self._make(spec)
            window.addAction(self._actions[spec.id])

    def __getitem__(self, action_id: str) -> QAction:
        """Return the action with an id."""
        return self._actions[action_id]

    @property
    def situation(self) -> Situation:
        """What decided about the actions last."""
        return self._now

    def update(self, now: Situation) -> None:
        """Let every action follow the situation."""
        self._now = now
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setEnabled(spec.enabled(now))
            if spec.label is not None:
                action.setText(spec.label(now))
                action.setToolTip(plain_tooltip(tip_words(action)))
            if spec.checked is not None:
                action.setChecked(spec.checked(now))

    def fill(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Build the menus.

        Args:
            bar: the menu bar.
            submenus: the menus that stand in others, by their marks; one that is missing is left out.
        """
        for spec in MENUS:
            menu = bar.addMenu(spec.title)
            for item in spec.items:
                if item is None:
                    menu.addSeparator()
                elif item in submenus:
                    menu.addMenu(submenus[item])
                elif item not in SUBMENUS:
                    menu.addAction(self._actions[item])

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.title, self)
        action.setObjectName(spec.id)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setToolTip(plain_tooltip(tip_words(action)))
        action.setCheckable(spec.checked is not None)
        if spec.group:
            self._group(spec.group).addAction(action)
        action.triggered.connect(self._triggered)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def _triggered(self) -> None:
        self.chosen.emit(self.sender().objectName())


def tip_words(action: QAction) -> str:
    """Return what an action does, with its first key."""
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({keys})" if keys else words
