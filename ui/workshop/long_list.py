"""A list that is too long for the room's picture, turned page by page; what is new brings its beginning."""


class LongList:
    """Remembers from which entry on a list is shown."""

    def __init__(self) -> None:
        self._starts = [0]
        self._count = 0

    @property
    def start(self) -> int:
        """How many entries stand on the pages before."""
        return self._starts[-1]

    def begin(self) -> None:
        """Show the beginning."""
        self._starts = [0]

    def follow(self, count: int) -> int:
        """Return from which entry on to show a list that has so many now; where it grew, the beginning."""
        if count != self._count:
            self._count = count
            self.begin()
        return self.start

    def turn(self, way: int, left_out: int) -> bool:
        """Turn a page, and return whether there was one.

        Args:
            way: 1 for the next page, -1 for the one before.
            left_out: how many entries have no room behind those that are shown.
        """
        if way > 0 and left_out and self._count - left_out > self.start:
            self._starts.append(self._count - left_out)
            return True
        if way < 0 and self.start:
            self._starts.pop()
            return True
        return False
