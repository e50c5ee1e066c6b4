"""Conditions made ready to run: read, checked against the fields of their kind, and compiled."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planner.language import phrase, say
from planner.truths.house.errors import ConditionError
from planner.truths.house.meaning import Meaning, meaning_of

if TYPE_CHECKING:
    from cel import Program

MAX_CONDITIONS = 20
"""Conditions of one house truth."""

_NO_RESULT = phrase("This condition comes out as neither yes nor no.")
_TOO_MANY = phrase("There are too many conditions; up to {most} can be checked.")


class Condition:
    """One condition, ready to run."""

    def __init__(self, text: str, kind: str, line: int) -> None:
        """Read and compile a condition.

        Args:
            text: the condition.
            kind: key of the kind of `entry`.
            line: where it stands among the others, from 1.

        Raises:
            ConditionError: it can't be read, or makes no sense for that kind.
        """
        import cel  # noqa: PLC0415 - only where there are house truths

        self._line = line
        try:
            self.meaning: Meaning = meaning_of(text, kind)
            self._program: Program = cel.compile(text)
        except ConditionError as error:
            raise error.on_line(line) from error
        except ValueError as error:
            msg = say("This condition can't be read.")
            raise ConditionError(msg, line=line) from error

    def holds(self, context: Any, *, has_gap: bool) -> bool:  # noqa: ANN401 - the library's context
        """Run it.

        Args:
            context: the library's context with `entry`, `plan` and `today`.
            has_gap: a field that it reads is not filled in.

        Raises:
            ConditionError: it fails on these values, such as by dividing by zero.
        """
        try:
            return bool(self._program.execute(context))
        except (TypeError, KeyError) as error:
            if has_gap:
                return False
            raise ConditionError(say(_NO_RESULT), line=self._line) from error
        except ArithmeticError as error:
            msg = say("This reckoning has no result, as where something is divided by zero.")
            raise ConditionError(msg, line=self._line) from error
        except (ValueError, RuntimeError) as error:
            raise ConditionError(say(_NO_RESULT), line=self._line) from error


@lru_cache(maxsize=512)
def compiled(conditions: str, kind: str) -> tuple[Condition, ...]:
    """Return conditions that are written one to a line, ready to run.

    Args:
        conditions: the lines; empty ones count for nothing.
        kind: key of the kind of `entry`.

    Raises:
        ConditionError: one can't be used, with its line; or there are none, or too many.
    """
    found: list[Condition] = []
    for line, text in condition_lines(conditions):
        if len(found) == MAX_CONDITIONS:
            msg = say(_TOO_MANY, most=MAX_CONDITIONS)
            raise ConditionError(msg, line=line)
        found.append(Condition(text, kind, line))
    if not found:
        msg = say("It has no condition yet.")
        raise ConditionError(msg)
    return tuple(found)


def condition_lines(conditions: str) -> list[tuple[int, str]]:
    """Return the conditions that are there with the number of each one's line, from 1."""
    lines = ((number, line.strip()) for number, line in enumerate(conditions.split("\n"), 1))
    return [(number, line) for number, line in lines if line]


def problems(conditions: str, kind: str) -> list[ConditionError]:
    """Return what is wrong with conditions, at most one for each line."""
    found = []
    for line, text in condition_lines(conditions):
        try:
            Condition(text, kind, line)
        except ConditionError as error:
            found.append(error)
    if len(condition_lines(conditions)) > MAX_CONDITIONS:
        msg = say(_TOO_MANY, most=MAX_CONDITIONS)
        found.append(ConditionError(msg, line=condition_lines(conditions)[MAX_CONDITIONS][0]))
    return found
