"""What is wrong with a condition, and where."""

from planner.language import say


class ConditionError(Exception):
    """A condition can't be used as it is written.

    Attributes:
        message: a plain sentence.
        at: place in the condition's line, from 0.
        line: its line among the conditions, from 1; 0 while only the one line is known.
    """

    def __init__(self, message: str, at: int = 0, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.line = line

    def on_line(self, line: int) -> "ConditionError":
        """Return the same error of one line among several."""
        return ConditionError(self.message, self.at, line)

    @property
    def sentence(self) -> str:
        """The error with its line, for sentences: "Line 2: …"."""
        if not self.line:
            return self.message
        return say("Line {line}: {problem}", line=str(self.line), problem=self.message)
