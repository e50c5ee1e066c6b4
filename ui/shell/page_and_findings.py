"""The page with its findings: beside it where there is room, else as a drawer that lies over it."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.findings.panel import FindingsPanel
from ui.shell.plain_splitter import PlainSplitter
from ui.theme import current_tokens, dress, mirrored, set_look
from ui.theme.tokens import MEDIUM, SMALL

_DRAWER_BELOW, _WIDTH = 1180, 340
"""Width of the window below which the findings are a drawer, and their own, in pixels at 100 %."""


class PageAndFindings(PlainSplitter):
    """Lays the findings out and remembers whether they are wanted.

    Signals:
        toggled: the findings were shown or hidden.
    """

    toggled = Signal()

    def __init__(self, page: QWidget, panel: FindingsPanel, over: QWidget, width: int) -> None:
        """Put page and findings beside each other.

        Args:
            page: the page.
            panel: the findings.
            over: over which the drawer lies.
            width: how wide the findings were made; 0 for the usual width.
        """
        super().__init__()
        self._panel = panel
        self._over = over
        self._wanted_width = width
        self._is_drawer: bool | None = None
        self._wants_panel = True
        self.setChildrenCollapsible(False)
        self.setHandleWidth(MEDIUM)
        self.addWidget(page)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        dress(panel)

    @property
    def panel_width(self) -> int:
        """How wide the findings were made beside the page; 0 where they have their usual width."""
        width = self._panel.width()
        is_usual = self._is_drawer or width == current_tokens().px(_WIDTH)
        return self._wanted_width if is_usual else width

    @property
    def is_open(self) -> bool:
        """Whether the findings are shown."""
        return not self._panel.isHidden()

    @property
    def has_open_drawer(self) -> bool:
        """Whether the findings lie over the page now."""
        return bool(self._is_drawer) and self.is_open

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the findings."""
        if not self._is_drawer:
            self._wants_panel = is_open
        self._panel.setVisible(is_open)
        self._panel.raise_()
        self.toggled.emit()

    def close_drawer(self) -> None:
        """Hide the findings where they lie over the page."""
        if self._is_drawer:
            self.set_open(is_open=False)

    def fold(self) -> None:
        """Turn the findings to a drawer where there is little room, and back."""
        room, px = self._over.rect(), current_tokens().px
        is_drawer = room.width() < px(_DRAWER_BELOW)
        if is_drawer != self._is_drawer:
            self._is_drawer = is_drawer
            self._move_panel()
        if is_drawer:
            width = min(px(_WIDTH), room.width() - 2 * MEDIUM)
            place = QRect(room.width() - width - SMALL, SMALL, width, room.height() - 2 * SMALL)
            self._panel.setGeometry(mirrored(room, place).toRect())

    def _move_panel(self) -> None:
        set_look(self._panel, "role", "drawer" if self._is_drawer else "card")
        if self._is_drawer:
            self._panel.setParent(self._over)
            self.set_open(is_open=False)
        else:
            self.addWidget(self._panel)
            self.set_open(is_open=self._wants_panel)
            width = self._wanted_width or current_tokens().px(_WIDTH)
            self.setSizes([max(1, self.width() - width), width])
