"""The bar at the top: which plan, whether it is saved, and what is at hand on every page."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStyleOptionToolButton, QToolButton

from planner.language import say
from ui.actions import action_of
from ui.kit.buttons import pressed_by_enter
from ui.kit.elided_label import ElidedLabel
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label, set_tip
from ui.saving import SaveState
from ui.shell.window_actions import Actions, tip_words
from ui.theme import TextSize, ThemeChoice, before_words, current_tokens, icon
from ui.theme.tokens import LARGE, SMALL

_STATE_ICONS = {
    SaveState.SAVED: ("circle-check", "ok"),
    SaveState.SAVING: ("loader-circle", "muted"),
    SaveState.FAILED: ("triangle-alert", "bad"),
    SaveState.READ_ONLY: ("lock", "muted"),
}


class TopBar(QFrame):
    """Shows the plan's title and whether it is saved, with buttons for the actions used most."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._title = ElidedLabel("h3")
        self._mark = IconLabel()
        self._state = plain_label(role="caption")
        self._buttons = [
            _button(actions, "edit.undo"),
            _button(actions, "edit.redo"),
            _theme_button(actions),
            _button(actions, "file.export", words=True),
            _button(actions, "view.findings", words=True),
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        layout.setSpacing(SMALL)
        for part in (self._title, self._mark, self._state):
            layout.addWidget(part)
        layout.addStretch(1)
        for button in self._buttons:
            layout.addWidget(button)
        self._fit()

    def show_title(self, title: str) -> None:
        """Show what the plan is called."""
        self._title.setText(title)

    def show_save_state(self, state: SaveState) -> None:
        """Show whether the plan is saved, by mark and word."""
        self._mark.show_icon(*_STATE_ICONS[state])
        self._state.setText(state.label)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        side = current_tokens().px(20)
        for button in self._buttons:
            has_words = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setIconSize(before_words(side) if has_words else QSize(side, side))


class _ActionButton(QToolButton):
    """A button whose icon can be seen on the colour of what is switched on, too."""

    def __init__(self, action: QAction, symbol: str) -> None:
        super().__init__()
        self._symbol = symbol
        self.setDefaultAction(action)
        action.changed.connect(self._tell)
        self._tell()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Give the icon the colour that belongs to its ground."""
        super().initStyleOption(option)
        if self.isChecked():
            option.icon = icon(self._symbol, "on_selected")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def _tell(self) -> None:
        """Tell screen readers what the tool tip says; by themselves they would be given its markup."""
        self.setAccessibleDescription(tip_words(self.defaultAction()))


def _button(actions: Actions, action_id: str, *, words: bool = False) -> QToolButton:
    button = _ActionButton(actions[action_id], action_of(action_id).icon)
    button.setObjectName(f"top.{action_id}")
    button.setAccessibleName(action_of(action_id).name)
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _theme_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("contrast"))
    button.setObjectName("top.look")
    button.setAccessibleName(say("Theme and size of text"))
    set_tip(button, say("Theme and size of text"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for choice in ThemeChoice:
        menu.addAction(actions[f"theme.{choice.value}"])
    menu.addSeparator()
    for size in TextSize:
        menu.addAction(actions[f"text.{size.value}"])
    button.setMenu(menu)
    return button
