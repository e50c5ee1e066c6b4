"""Who answers for what: exactly one accountable person for each tactic."""

from planner.document.blocks import Cell, Column, Named, Table
from planner.document.chapters.common import Contents, column, quiet, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, joined, shortened, shown
from planner.language import phrase, say, say_count
from planner.model.records_work import Tactic

_MOST_PEOPLE = 6
"""People whose columns fit beside each other on a page."""
_MOST_TURNED = 14
"""People whose columns fit where their names run upwards."""
_NAME = 48
"""Characters of a name that runs upwards."""
_ACCOUNTABLE, _RESPONSIBLE = phrase("A"), phrase("R")
_LEGEND = phrase(
    "{accountable}: accountable, the one person who answers for it. "
    "{responsible}: responsible, does the work."
)


def _list_columns() -> tuple[Column, ...]:
    return (
        column("tactics", "name"),
        column("tactics", "accountable"),
        column("tactics", "responsible"),
    )


def responsibility(source: Source) -> Contents:
    """Write the responsibility matrix, or a list where its columns would not fit."""
    people = _people(source)
    if not people:
        return Contents(_finding(source), (quiet(say("No tactic names anybody yet.")),))
    if len(people) > _MOST_TURNED:
        rows = (_listed(source, tactic) for tactic in source.plan.tactics.values())
        return Contents(
            _finding(source), (table_or_quiet(_list_columns(), rows, say("The plan has no tactic yet.")),)
        )
    return Contents(_finding(source), (_matrix(source, people),))


def _people(source: Source) -> tuple[str, ...]:
    """Return the ids of all who carry a tactic, in the plan's order."""
    carrying: set[str | None] = set()
    for tactic in source.plan.tactics.values():
        carrying |= {tactic.accountable, *tactic.responsible}
    return tuple(person for person in source.plan.people if person in carrying)


def _matrix(source: Source, people: tuple[str, ...]) -> Table:
    turned = len(people) > _MOST_PEOPLE
    heads = (_column(source.name(person), turned=turned) for person in people)
    rows = (_lettered(source, tactic, people) for tactic in source.plan.tactics.values())
    legend = say(_LEGEND, accountable=say(_ACCOUNTABLE), responsible=say(_RESPONSIBLE))
    return Table((column("tactics", "name"), *heads), tuple(rows), note=legend)


def _column(name: str, *, turned: bool) -> Column:
    return Column(shortened(name, _NAME) if turned else name, "centre", turned=turned)


def _lettered(source: Source, tactic: Tactic, people: tuple[str, ...]) -> tuple[Cell, ...]:
    return (Named(source.name(tactic.id)), *(_letters(tactic, person) for person in people))


def _letters(tactic: Tactic, person: str) -> Cell:
    """Return what a person is to a tactic; the one who is accountable stands out."""
    responsible = say(_RESPONSIBLE) if person in tactic.responsible else ""
    return (
        Named(f"{say(_ACCOUNTABLE)} {responsible}".strip()) if tactic.accountable == person else responsible
    )


def _listed(source: Source, tactic: Tactic) -> tuple[Cell, ...]:
    return (
        Named(source.name(tactic.id)),
        shown(source.name(tactic.accountable)),
        joined(source.names_of(tactic.responsible)),
    )


def _finding(source: Source) -> str:
    if not source.plan.tactics:
        return say("There is no tactic to answer for yet")
    open_ones = sum(tactic.accountable is None for tactic in source.plan.tactics.values())
    if open_ones:
        return say_count(
            "{count} tactic has nobody accountable",
            "{count} tactics have nobody accountable",
            open_ones,
            count=in_words(open_ones),
        )
    return say_count(
        "The one tactic has exactly one accountable person",
        "Every tactic has exactly one accountable person",
        len(source.plan.tactics),
    )
