"""Tables of very many rows: what changes together is told together, and what is said is said once."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from planner.editing import verbs
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.model.records_work import Tactic
from ui.kit import record_cells
from ui.kit.edits import add_all
from ui.kit.record_model import ID_ROLE, RecordModel
from ui.kit.record_proxy import RecordProxy
from ui.kit.record_view import RecordView
from ui.kit.runs import runs

COUNT = 60


def plan_of(count):
    plan = verbs.add(empty_plan(), Person(id="ana", name="Ana")).plan
    tactics = [
        Tactic(id=f"t{n}", name=f"Tactic {n:02}", accountable="ana", hours=Decimal(n % 7))
        for n in range(count)
    ]
    return add_all(plan, tactics, "Add").plan


@pytest.fixture
def document(new_document):
    return new_document(plan_of(COUNT))


@pytest.fixture
def model(document):
    return RecordModel(document, "tactics")


def told(signal):
    """Return what a signal will tell, as a list that grows."""
    heard = []
    signal.connect(lambda *what: heard.append(what))
    return heard


def shown(proxy):
    column = proxy.sourceModel().column_of("name")
    return [proxy.index(row, column).data() for row in range(proxy.rowCount())]


def test_numbers_in_a_row_are_taken_together():
    assert list(runs([7, 3, 4, 5, 9, 8])) == [(3, 5), (7, 9)]
    assert list(runs([])) == []


def test_rows_that_go_and_come_together_are_told_in_one_block(document, model):
    gone, come = told(model.rowsRemoved), told(model.rowsInserted)
    document.do(verbs.remove(document.plan, [f"t{n}" for n in range(10, 50)]))
    assert [(first, last) for _, first, last in gone] == [(10, 49)]
    document.undo()
    assert [(first, last) for _, first, last in come] == [(10, 49)]
    assert [model.index(row, 0).data(ID_ROLE) for row in range(COUNT)] == list(document.plan.tactics)


def test_rows_that_change_together_are_told_in_one_block(document, model):
    changed = told(model.dataChanged)
    document.do(verbs.change_many(document.plan, [f"t{n}" for n in range(5, 45)], "hours", Decimal(9)))
    assert [(top.row(), bottom.row()) for top, bottom, *_ in changed] == [(5, 44)]


def test_a_column_is_read_once_to_sort_it(model, monkeypatch):
    read, sort_key = [], record_cells.RecordCells.sort_key

    def counted(cells, record, spec):
        read.append(record.id)
        return sort_key(cells, record, spec)

    monkeypatch.setattr(record_cells.RecordCells, "sort_key", counted)
    RecordProxy(model).sort(model.column_of("hours"))
    assert len(read) == COUNT


def test_a_sorted_table_follows_each_edit(document, model):
    proxy = RecordProxy(model)
    proxy.sort(model.column_of("hours"), Qt.SortOrder.DescendingOrder)
    document.do(verbs.change(document.plan, "t7", "hours", Decimal(50)))
    assert shown(proxy)[0] == "Tactic 07"
    document.do(verbs.add(document.plan, Tactic(id="new", name="New one", hours=Decimal(60))))
    assert shown(proxy)[:2] == ["New one", "Tactic 07"]
    document.undo()
    document.undo()
    assert "Tactic 06" in shown(proxy)[0:8]
    assert shown(proxy)[0] != "Tactic 07"


def test_a_filter_follows_the_names_of_what_is_linked(document, model):
    proxy = RecordProxy(model)
    proxy.set_filter("ana")
    assert proxy.rowCount() == COUNT
    document.do(verbs.change(document.plan, "ana", "name", "Berta"))
    proxy.set_filter("ana")
    assert proxy.rowCount() == 0
    proxy.set_filter("berta")
    assert proxy.rowCount() == COUNT


def test_what_many_cells_hold_is_put_into_words_once(model, monkeypatch):
    said, show_field = [], record_cells.show_field

    def counted(spec, *more):
        said.append(spec.name)
        return show_field(spec, *more)

    monkeypatch.setattr(record_cells, "show_field", counted)
    for row in range(COUNT):
        model.line_at(row)
    assert said.count("hours") == 7
    assert said.count("accountable") == 1


def test_columns_fit_the_first_rows_that_come_however_many(qtbot, new_document):
    document = new_document(verbs.add(empty_plan(), Person(id="ana", name="Ana")).plan)
    view = RecordView(document, "tactics")
    qtbot.addWidget(view)
    view.resize(900, 400)
    with qtbot.waitExposed(view):
        view.show()
    measured = view._natural.copy()
    tactics = [Tactic(id=f"t{n}", name=f"A tactic with a long name {n}") for n in range(30)]
    document.do(add_all(document.plan, tactics, "Paste"))
    assert view._natural[1] > measured[1]
