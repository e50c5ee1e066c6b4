"""The way to a part of a window: it is found again once all parts were made anew, as in another language."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of the way, from a widget to one of those in it.

    Attributes:
        kind: its class.
        called: its object name.
        place: its number among those that are shown there, alike in both.
    """

    kind: str
    called: str
    place: int


Trail = tuple[Turn, ...]


def trail_to(part: QWidget, root: QWidget) -> Trail:
    """Return the way from a widget down to one that is shown in it."""
    turns: list[Turn] = []
    at = part
    while at is not root:
        above = at.parentWidget()
        if above is None:
            return ()
        kind, called = _kind(at), at.objectName()
        turns.append(Turn(kind, called, _alike(above, kind, called).index(at)))
        at = above
    return tuple(reversed(turns))


def follow(trail: Trail, root: QWidget) -> tuple[QWidget, bool]:
    """Go a way.

    Returns:
        The widget at its end and True; where it breaks off, the last one that is there, and False.
    """
    at = root
    for turn in trail:
        ways = _alike(at, turn.kind, turn.called)
        if turn.place >= len(ways):
            return at, False
        at = ways[turn.place]
    return at, True


def _alike(above: QWidget, kind: str, called: str) -> list[QWidget]:
    """Return the widgets in one that are shown and of a class and a name, in the order of their making."""
    return [
        child
        for child in QObject.children(above)
        if isinstance(child, QWidget)
        and not child.isWindow()
        and not child.isHidden()
        and (_kind(child), child.objectName()) == (kind, called)
    ]


def _kind(widget: QWidget) -> str:
    return str(widget.metaObject().className())
