"""Several files that belong together: all of them are new, or none is."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from planner.files.atomic import destination, replacement, write_atomically
from planner.files.errors import file_error


def write_together(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files; where one of them can't be, each of the others is as it was before.

    All contents are on the disk under names aside before the first takes its place. So only a failure
    in the few moments of renaming, such as a file that another program holds open, is mended by putting
    older contents back.

    Args:
        files: names with whole contents; existing files are replaced.

    Raises:
        PlanError: one of them can't be written.
    """
    wanted = tuple(files)
    with ExitStack() as stack:
        for path, _ in wanted:
            stack.enter_context(_as_it_was(path))
        for path, data in wanted:
            stack.enter_context(replacement(path)).write_bytes(data)


@contextmanager
def _as_it_was(path: Path) -> Iterator[None]:
    """Put a file's content back where the block does not end well; one that was not there goes."""
    target = destination(path)
    try:
        before = target.read_bytes() if target.exists() else None
    except OSError as error:
        raise file_error(error, path) from error
    try:
        yield
    except BaseException:
        if before is None:
            target.unlink(missing_ok=True)
        elif target.read_bytes() != before:
            write_atomically(target, before)
        raise
