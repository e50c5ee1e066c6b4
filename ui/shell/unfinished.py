"""What somebody is in the middle of: the keyboard's place, the tabs that are open, what is half typed."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QScrollArea, QTabWidget, QWidget

from ui.kit.draft import Draft, draft_of, take_up
from ui.kit.keyboard import first_stop
from ui.shell.trail import Trail, follow, trail_to


@dataclass(frozen=True, slots=True)
class Hold:
    """Where the keyboard is.

    Attributes:
        trail: leads to the widget.
        row: of the present cell, where it is a list or a table; -1 where there is none.
        column: of it.
        cursor: in a line, where one goes on.
    """

    trail: Trail
    row: int = -1
    column: int = -1
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is carried over when all parts of a window are made anew.

    Attributes:
        tabs: which tab is open where.
        drafts: what is typed where, and in no plan yet.
        hold: where the keyboard is; None where it is nowhere.
    """

    tabs: tuple[tuple[Trail, int], ...]
    drafts: tuple[tuple[Trail, Draft], ...]
    hold: Hold | None


def unfinished(root: QWidget) -> Unfinished:
    """Return what somebody is in the middle of.

    Args:
        root: holds all parts that are made anew.
    """
    seen = [
        part for part in root.findChildren(QWidget) if part.isVisible() and part.window() is root.window()
    ]
    return Unfinished(
        tuple((trail_to(part, root), part.currentIndex()) for part in seen if isinstance(part, QTabWidget)),
        tuple((trail_to(part, root), draft) for part in seen if (draft := draft_of(part)) is not None),
        _hold(root),
    )


def go_on(was: Unfinished, root: QWidget) -> None:
    """Put everything where it was, as far as it is there again.

    Args:
        was: what somebody was in the middle of.
        root: holds the new parts.
    """
    for trail, number in was.tabs:
        part, is_there = follow(trail, root)
        if is_there and isinstance(part, QTabWidget) and number < part.count():
            part.setCurrentIndex(number)
    for trail, draft in was.drafts:
        part, is_there = follow(trail, root)
        if is_there:
            take_up(draft, part)
    if was.hold is not None:
        _give_back(was.hold, root)


def _hold(root: QWidget) -> Hold | None:
    holder = root.window().focusWidget()
    if holder is None or not root.isAncestorOf(holder) or not holder.isVisible():
        return None
    trail = trail_to(holder, root)
    if isinstance(holder, QAbstractItemView):
        now = holder.currentIndex()
        return Hold(trail, now.row(), now.column())
    return Hold(trail, cursor=holder.cursorPosition() if isinstance(holder, QLineEdit) else 0)


def _give_back(hold: Hold, root: QWidget) -> None:
    """Give the keyboard to the same widget again, or to what is nearest to it."""
    part, is_there = follow(hold.trail, root)
    if not (is_there and part.isEnabled()):
        part = first_stop(part) or first_stop(root) or part
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    if is_there:
        _go_to_cursor(hold, part)
    _reveal(part)


def _go_to_cursor(hold: Hold, part: QWidget) -> None:
    if isinstance(part, QLineEdit):
        part.setCursorPosition(hold.cursor)
    elif isinstance(part, QAbstractItemView) and part.model() is not None:
        # The entry that is chosen there again may stand in another row now.
        now = part.currentIndex()
        cell = part.model().index(now.row() if now.isValid() else hold.row, hold.column, QModelIndex())
        if cell.isValid():
            part.setCurrentIndex(cell)


def _reveal(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()
