"""What differs between two revisions, as plain text: for a terminal, a mail, a note."""

import textwrap
from collections.abc import Iterable, Iterator

from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, FieldChange, Sort
from planner.truths.findings import Finding

NOTHING_DIFFERS = "Nothing that a signature covers differs."
GONE, ARISEN = "Findings that are gone", "New findings"
_MARKS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.CHANGED: "~", Sort.MOVED: ">"}
_NOTHING = "nothing"


def comparison_lines(found: Comparison, older: str, newer: str) -> Iterator[str]:
    """Yield what differs, line by line.

    Args:
        found: the comparison.
        older: what the earlier state is called: "Revision 2".
        newer: what the later one is called.
    """
    yield f"{older} against {newer[0].lower()}{newer[1:]}"
    if found.is_empty:
        yield NOTHING_DIFFERS
    kind = ""
    for entry in found.entries:
        if entry.kind != kind:
            kind = entry.kind
            yield ""
            yield kind_of(kind).words
        yield f"  {_MARKS[entry.sort]} {entry.name} ({entry.sort.value})"
        yield from (line for change in entry.fields for line in _field_lines(entry.sort, change))
    yield from _finding_lines(GONE, found.mended)
    yield from _finding_lines(ARISEN, found.arisen)


def _field_lines(sort: Sort, change: FieldChange) -> Iterable[str]:
    whole = change.before or change.after
    differs = f"{change.before or _NOTHING} → {change.after or _NOTHING}"
    told = f"{change.title}: {differs if sort is Sort.CHANGED else whole}"
    return textwrap.wrap(told, 100, initial_indent=" " * 6, subsequent_indent=" " * 8)


def _finding_lines(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    for number, finding in enumerate(findings):
        if not number:
            yield ""
            yield title
        told = f"{finding.level.label.upper():8}  {finding.message} [{finding.rule}]"
        yield from textwrap.wrap(told, 100, initial_indent="  ", subsequent_indent=" " * 12)
