"""Long work on values in the window's own thread, in slices so short that no key waits for it."""

import time
from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

T = TypeVar("T")
_SLICE_S = 0.008


class Slices(QObject, Generic[T]):
    """Takes what an iterator yields, a few milliseconds at a time.

    Signals:
        grown: some were taken, or all; see `found` and `is_done`.
    """

    grown = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rest: Iterator[T] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.found: list[T] = []

    @property
    def is_done(self) -> bool:
        """Whether everything was taken."""
        return self._rest is None

    def start(self, items: Iterator[T]) -> None:
        """Begin anew with other items; the first slice is taken when the event loop is next idle."""
        self.found = []
        self._rest = items
        self._timer.start(0)

    def stop(self) -> None:
        """Take no more."""
        self._rest = None
        self._timer.stop()

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while self._rest is not None and time.perf_counter() < until:
            try:
                self.found.append(next(self._rest))
            except StopIteration:
                self.stop()
        self.grown.emit()
