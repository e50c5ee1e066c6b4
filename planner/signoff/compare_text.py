"""What differs between two revisions, as plain text: for a terminal, a mail, a note."""

import textwrap
from collections.abc import Iterable, Iterator

from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.signoff.compare import Comparison, FieldChange, Sort
from planner.truths.findings import Finding

NOTHING_DIFFERS = phrase("Nothing that a signature covers differs.")
GONE, ARISEN = phrase("Findings that are gone"), phrase("New findings")
_MARKS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.CHANGED: "~", Sort.MOVED: ">"}
_NOTHING = phrase("nothing")


def comparison_lines(found: Comparison, older: str, newer: str) -> Iterator[str]:
    """Yield what differs, line by line.

    Args:
        found: the comparison.
        older: what the earlier state is called: "Revision 2".
        newer: what the later one is called.
    """
    yield say("{older} against {newer}", older=older, newer=f"{newer[0].lower()}{newer[1:]}")
    if found.is_empty:
        yield say(NOTHING_DIFFERS)
    kind = ""
    for entry in found.entries:
        if entry.kind != kind:
            kind = entry.kind
            yield ""
            yield kind_of(kind).words
        yield f"  {_MARKS[entry.sort]} {entry.name} ({entry.sort.label})"
        yield from (line for change in entry.fields for line in _field_lines(entry.sort, change))
    yield from _finding_lines(GONE, found.mended)
    yield from _finding_lines(ARISEN, found.arisen)


def _field_lines(sort: Sort, change: FieldChange) -> Iterable[str]:
    before, after = change.before or say(_NOTHING), change.after or say(_NOTHING)
    if sort is Sort.CHANGED:
        told = say("{field}: {was} → {becomes}", field=change.title, was=before, becomes=after)
    else:
        told = say("{field}: {value}", field=change.title, value=change.before or change.after)
    return textwrap.wrap(told, 100, initial_indent=" " * 6, subsequent_indent=" " * 8)


def _finding_lines(title: str, findings: Iterable[Finding]) -> Iterator[str]:
    for number, finding in enumerate(findings):
        if not number:
            yield ""
            yield say(title)
        told = f"{finding.level.label.upper():8}  {finding.message} [{finding.rule}]"
        yield from textwrap.wrap(told, 100, initial_indent="  ", subsequent_indent=" " * 12)
