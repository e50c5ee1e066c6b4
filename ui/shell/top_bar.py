"""The bar at the top: which plan, whether it is saved, and what is at hand on every page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from ui.actions import ACTIONS, Actions, plain_title
from ui.document import SaveState
from ui.kit.text import plain_label
from ui.shell.labels import ElidedLabel
from ui.theme import current_tokens, icon
from ui.theme.tokens import LARGE, SMALL

_STATE_ICONS = {
    SaveState.SAVED: ("circle-check", "ok"),
    SaveState.SAVING: ("loader-circle", "muted"),
    SaveState.FAILED: ("triangle-alert", "bad"),
    SaveState.READ_ONLY: ("lock", "muted"),
}
_BUTTONS = ("edit.undo", "edit.redo", "file.pdf", "view.findings", "help.keys")
_NAMES = {spec.id: plain_title(spec).rstrip("…") for spec in ACTIONS}


class TopBar(QFrame):
    """Shows the plan's title and whether it is saved, with buttons for the actions used most."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._title = ElidedLabel("h3")
        self._mark = QLabel()
        self._state = plain_label(role="caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        layout.setSpacing(SMALL)
        for label in (self._title, self._mark, self._state):
            layout.addWidget(label)
        layout.addStretch(1)
        for action_id in _BUTTONS:
            layout.addWidget(_button(actions, action_id))

    def show_title(self, title: str) -> None:
        """Show what the plan is called."""
        self._title.setText(title or "Untitled plan")

    def show_save_state(self, state: SaveState) -> None:
        """Show whether the plan is saved, by mark and word."""
        symbol, tone = _STATE_ICONS[state]
        size = current_tokens().px(16)
        self._mark.setPixmap(icon(symbol, tone).pixmap(QSize(size, size), self.devicePixelRatioF()))
        self._state.setText(state.label)


def _button(actions: Actions, action_id: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[action_id])
    button.setObjectName(f"top.{action_id}")
    button.setAccessibleName(_NAMES[action_id])
    size = current_tokens().px(20)
    button.setIconSize(QSize(size, size))
    return button
