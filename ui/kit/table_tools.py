"""The bar above a table: add, duplicate, remove, move, more; and the filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from planner.language import say
from ui.kit.buttons import IconButton, WordButton
from ui.kit.draft import mark_draft
from ui.kit.text import caption_of, set_tip
from ui.theme import icon
from ui.theme.tokens import SMALL, TIGHT


def new_action(owner: QWidget, title: str, symbol: str, keys: Sequence[str] = ()) -> QAction:
    """Make an action whose keys count while its widget has the keyboard.

    Args:
        owner: the widget.
        title: what it does.
        symbol: name of its icon.
        keys: its shortcuts.
    """
    action = QAction(icon(symbol), caption_of(title), owner)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    shown = f"{title} ({keys[0]})" if keys else title
    action.setToolTip(shown)
    owner.addAction(action)
    return action


class TableTools(QWidget):
    """A row of buttons for a table's actions, with a line that filters its rows."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Make an empty bar.

        Args:
            words: what is filtered, in the plural ("tactics").
            parent: owns the bar.
        """
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(TIGHT)
        self._filter = QLineEdit()
        self._for_rows: list[QWidget] = [self._filter]
        self._filter.setPlaceholderText(say("Filter"))
        self._filter.setAccessibleName(say("Filter {kinds}", kinds=words))
        self._filter.setClearButtonEnabled(True)
        mark_draft(self._filter)
        self._filter.setMaximumWidth(240)
        self._filter.setMinimumWidth(96)
        self._row.addStretch(1)
        self._row.addWidget(self._filter, 2)

    @property
    def filter_line(self) -> QLineEdit:
        """The line that filters."""
        return self._filter

    def show_for_rows(self, *, are_there: bool) -> None:
        """Show what is of use only where there are rows."""
        for widget in self._for_rows:
            widget.setVisible(are_there)

    def add_main(self, action: QAction) -> QPushButton:
        """Add a button with words for the action that comes first."""
        button = WordButton(action.text().replace("&&", "&"))
        button.setIcon(action.icon())
        set_tip(button, action.toolTip())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        self._insert(button)
        self._row.insertSpacing(1, SMALL)
        return button

    def add_action(self, action: QAction) -> None:
        """Add a button with an icon only; its name is told by its tool tip and to screen readers."""
        button = IconButton("circle", action.text().replace("&&", "&"))
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._for_rows.append(button)
        self._insert(button)

    def add_menu(self, title: str, actions: Sequence[QAction]) -> QMenu:
        """Add a button that opens a menu of what is needed less often."""
        button = IconButton("ellipsis", title)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addActions(list(actions))
        button.setMenu(menu)
        self._insert(button)
        return menu

    def _insert(self, widget: QWidget) -> None:
        self._row.insertWidget(self._row.count() - 2, widget)
