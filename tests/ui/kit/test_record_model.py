from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from planner.editing import revision, verbs
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.model.records_work import Tactic
from ui.kit.edits import move_together
from ui.kit.record_model import MARK, RecordModel
from ui.kit.record_proxy import RecordProxy


def plan_with(*names):
    plan = empty_plan()
    for name in names:
        plan = verbs.add(plan, Tactic(id=name, name=name.upper())).plan
    return plan


@pytest.fixture
def abcde(new_document):
    return new_document(plan_with(*"abcde"))


def shown_ids(model):
    return [model.record_at(row).id for row in range(model.rowCount())]


def test_the_model_keeps_qts_contract(qtmodeltester, abcde):
    model = RecordModel(abcde, "tactics")
    qtmodeltester.check(model)
    abcde.do(verbs.remove(abcde.plan, ["b", "d"]))
    abcde.do(verbs.add(abcde.plan, Tactic(id="x", name="X"), at=1))
    abcde.do(verbs.reorder(abcde.plan, "a", 3))
    abcde.undo()
    qtmodeltester.check(RecordProxy(model))
    assert shown_ids(model) == list(abcde.plan.tactics)


def test_a_selection_stays_with_its_record_over_every_change(abcde):
    model = RecordModel(abcde, "tactics")
    chosen = QPersistentModelIndex(model.index(2, 1))
    resets = []
    model.modelReset.connect(resets.append)
    abcde.do(verbs.reorder(abcde.plan, "c", 4))
    assert chosen.row() == 4
    abcde.do(verbs.remove(abcde.plan, ["a"]))
    assert chosen.row() == 3
    abcde.do(verbs.add(abcde.plan, Tactic(id="n"), at=0))
    assert chosen.row() == 4
    abcde.undo()
    abcde.undo()
    abcde.undo()
    assert chosen.row() == 2
    assert resets == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.permutations(list(range(6))), min_size=1, max_size=4), st.data())
def test_any_new_order_is_followed_and_selections_with_it(new_document, orders, data):
    document = new_document(plan_with(*"abcdef"))
    model = RecordModel(document, "tactics")
    kept = {key: QPersistentModelIndex(model.index(row, 1)) for row, key in enumerate("abcdef")}
    for order in orders:
        ids = ["abcdef"[at] for at in order][: data.draw(st.integers(2, 6))]
        table = {key: document.plan.tactics.get(key) or Tactic(id=key) for key in ids}
        document.do(verbs.Edit(revision.with_tables(document.plan, {"tactics": table}), "Any order"))
        assert shown_ids(model) == ids
        assert all(kept[key].row() == ids.index(key) for key in ids if kept[key].isValid())
    model.deleteLater()


def test_a_cell_is_changed_in_the_plan(abcde):
    model = RecordModel(abcde, "tactics")
    column = model.column_of("hours")
    assert model.setData(model.index(0, column), Decimal(6))
    assert abcde.plan.tactics["a"].hours == Decimal(6)
    assert abcde.history.undo_label == "Change hours a week of “A”"


def test_a_refused_cell_is_told(abcde):
    model = RecordModel(abcde, "tactics")
    told = []
    model.refused.connect(told.append)
    assert not model.setData(model.index(0, model.column_of("hours")), Decimal(-1))
    assert "out of range" in told[0]


def test_only_touched_rows_are_told(abcde):
    model = RecordModel(abcde, "tactics")
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    abcde.do(verbs.change(abcde.plan, "c", "name", "New"))
    assert told == [(2, 2)]


def test_a_linked_records_new_name_is_told(abcde):
    abcde.do(verbs.add(abcde.plan, Person(id="ana", name="Ana")))
    abcde.do(verbs.change(abcde.plan, "a", "accountable", "ana"))
    model = RecordModel(abcde, "tactics")
    told = []
    model.dataChanged.connect(lambda first, _last: told.append(first.column()))
    abcde.do(verbs.change(abcde.plan, "ana", "name", "Anna"))
    column = model.column_of("accountable")
    assert column in told
    assert model.index(0, column).data() == "Anna"


def test_cells_are_spoken_with_their_title(abcde):
    model = RecordModel(abcde, "tactics")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 1).data(role) == "Tactic: A"
    assert model.index(0, model.column_of("starts_on")).data(role) == "Start: empty"


def test_findings_mark_their_row(qtbot, abcde):
    model = RecordModel(abcde, "tactics")
    with qtbot.waitSignal(abcde.report_changed):
        pass
    assert "findings, the heaviest is Stop" in model.index(0, MARK).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Stop: " in model.index(0, MARK).data(Qt.ItemDataRole.ToolTipRole)


def test_a_drop_moves_rows_in_one_step_and_asks_the_view_to_remove_none(abcde):
    model = RecordModel(abcde, "tactics")
    carried = model.mimeData([model.index(0, 1), model.index(2, 1)])
    assert model.dropMimeData(carried, Qt.DropAction.MoveAction, 4, 0, QModelIndex()) is False
    assert shown_ids(model) == ["b", "d", "a", "c", "e"]
    assert abcde.history.undo_label == "Move 2 tactics"
    assert len(abcde.history.done) == 1


def test_a_drop_behind_the_last_row_moves_to_the_end(abcde):
    model = RecordModel(abcde, "tactics")
    model.dropMimeData(model.mimeData([model.index(1, 1)]), Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert shown_ids(model) == ["a", "c", "d", "e", "b"]


@pytest.mark.parametrize("to", range(6))
def test_moving_together_puts_records_before_what_stands_there(to):
    plan = plan_with(*"abcde")
    after = list(move_together(plan, ["b", "d"], to).plan.tactics)
    rest = [key for key in "abcde"[:to] if key not in "bd"]
    assert after[: len(rest) + 2] == [*rest, "b", "d"]


def test_a_filter_hides_rows_and_leaves_the_plan_alone(abcde):
    model = RecordModel(abcde, "tactics")
    proxy = RecordProxy(model)
    before = abcde.plan
    proxy.set_filter("D")
    assert [proxy.index(row, 1).data() for row in range(proxy.rowCount())] == ["D"]
    proxy.set_filter("c converse")
    assert proxy.rowCount() == 5
    assert abcde.plan is before


def test_sorting_is_by_value_and_what_is_empty_comes_last_both_ways(abcde):
    for key, hours in (("a", 10), ("b", 9), ("d", 100)):
        abcde.do(verbs.change(abcde.plan, key, "hours", Decimal(hours)))
    model = RecordModel(abcde, "tactics")
    proxy = RecordProxy(model)
    column = model.column_of("hours")
    proxy.sort(column, Qt.SortOrder.AscendingOrder)
    assert [proxy.index(row, 1).data() for row in range(5)] == ["B", "A", "D", "C", "E"]
    proxy.sort(column, Qt.SortOrder.DescendingOrder)
    assert [proxy.index(row, 1).data() for row in range(5)][:3] == ["D", "A", "B"]
    assert list(abcde.plan.tactics) == list("abcde")
    proxy.sort(-1)
    assert [proxy.index(row, 1).data() for row in range(5)] == list("ABCDE")


@pytest.mark.parametrize(
    ("locale", "order"),
    [("en_GB", ["Anna", "Änne", "B", "Östen", "Zoe"]), ("sv_SE", ["Anna", "B", "Zoe", "Änne", "Östen"])],
)
def test_names_are_sorted_as_the_language_has_them(abcde, locale, order):
    for key, name in (("a", "Zoe"), ("c", "Änne"), ("d", "Östen"), ("e", "Anna")):
        abcde.do(verbs.change(abcde.plan, key, "name", name))
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        proxy = RecordProxy(model := RecordModel(abcde, "tactics"))
        proxy.sort(model.column_of("name"), Qt.SortOrder.AscendingOrder)
        names = [proxy.index(row, 1).data() for row in range(5)]
    finally:
        QLocale.setDefault(before)
    assert names == order


def test_a_read_only_plans_cells_are_not_edited(new_document):
    document = new_document(plan_with("a"), read_only_reason="It is open elsewhere.")
    model = RecordModel(document, "tactics")
    assert not model.index(0, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 1).flags() & Qt.ItemFlag.ItemIsDragEnabled


def test_selection_flags_are_the_views(abcde):
    model = RecordModel(abcde, "tactics")
    selection = QItemSelectionModel(model)
    selection.select(
        model.index(1, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    abcde.do(verbs.reorder(abcde.plan, "b", 4))
    assert [index.row() for index in selection.selectedRows()] == [4]
