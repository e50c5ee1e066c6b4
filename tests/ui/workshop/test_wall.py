"""Cards of the wall go from group to group by a real mouse and real keys; nothing is lost."""

import pytest
from mouse import LEFT, NONE, drag
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from planner.model.plan import empty_plan
from planner.model.records_work import Idea
from planner.model.vocabulary import Decision
from ui.kit.edits import add_all
from ui.workshop.wall.group_column import GroupColumn
from ui.workshop.wall.groups import groups_of
from ui.workshop.wall.wall import WallView

ALT = Qt.KeyboardModifier.AltModifier
IDEAS = (
    Idea(id="one", name="Answer on Sundays", said_by="Ana"),
    Idea(id="two", name="A menu in two languages", group="Menu"),
    Idea(id="three", name="Lunch to go", group="Menu", decision=Decision.PARK),
    Idea(id="four", name="Pay at the table", group="Bill"),
)


@pytest.fixture
def document(new_document):
    return new_document(add_all(empty_plan(), IDEAS, "Ideas").plan)


@pytest.fixture
def wall(document, show):
    return show(WallView(document))


def group_of(document, idea):
    return document.plan.ideas[idea].group


def middle(column):
    return column.mapToGlobal(column.rect().center())


def carry(wall, idea, target, release=True):
    """Drag a card to a place on the screen."""
    cards = wall.column_with(idea).cards
    start, there = cards.middle_of(idea), cards.viewport().mapFromGlobal(target)
    drag(cards.viewport(), start, start + QPoint(12, 3), there, release=release)
    return cards


def key(widget, pressed, keys=NONE):
    QTest.keyClick(widget, pressed, keys)


def focused():
    return QApplication.focusWidget()


def test_cards_stand_in_their_groups_with_who_said_them(wall):
    assert [column.group for column in wall.columns] == ["", "Menu", "Bill"]
    assert [card.text for card in wall.column("Menu").cards.cards] == [
        "A menu in two languages",
        "Lunch to go",
    ]
    assert wall.column("").cards.cards[0].aside == "Ana"
    assert wall.column("Menu").cards.cards[1].aside == "Park"


def test_a_card_dragged_onto_a_group_belongs_to_it_in_one_step(wall, document):
    carry(wall, "one", middle(wall.column("Bill")))
    assert group_of(document, "one") == "Bill"
    assert len(document.history.done) == 1
    assert document.history.undo_label == "Put “Answer on Sundays” into the group “Bill”"
    document.undo()
    assert group_of(document, "one") == ""
    assert wall.column_with("one") is wall.column("")


def test_a_card_let_go_where_it_was_or_put_back_by_escape_stays(wall, document):
    before = document.plan
    carry(wall, "two", middle(wall.column("Menu")))
    cards = carry(wall, "two", middle(wall.column("Bill")), release=False)
    assert wall.column("Bill").property("role") == "drawer"
    key(cards, Qt.Key.Key_Escape)
    QTest.mouseRelease(
        cards.viewport(), LEFT, NONE, cards.viewport().mapFromGlobal(middle(wall.column("Bill")))
    )
    assert document.plan is before
    assert wall.column("Bill").property("role") == "card"


def test_a_wall_wider_than_its_window_moves_along_with_a_carried_card(document, show):
    wall = show(WallView(document), 560, 500)
    bar = wall.shelf.horizontalScrollBar()
    edge = wall.shelf.mapToGlobal(wall.shelf.rect().center()) + QPoint(wall.shelf.width() // 2 - 5, 0)
    carry(wall, "one", edge)
    assert bar.value() > 0


def test_a_card_dropped_on_new_group_makes_one_whose_name_can_be_typed_at_once(wall, document):
    carry(wall, "one", middle(wall.new_button))
    assert group_of(document, "one") == "Group 1"
    line = wall.column("Group 1").line
    assert focused() is line
    QTest.keyClicks(line, "Service")
    key(line, Qt.Key.Key_Return)
    assert groups_of(document.plan) == ["", "Service", "Menu", "Bill"]
    document.undo()
    assert group_of(document, "one") == "Group 1"


def test_a_group_is_renamed_with_all_its_cards_in_one_step(wall, document):
    line = wall.column("Menu").line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Food")
    key(line, Qt.Key.Key_Return)
    assert {group_of(document, "two"), group_of(document, "three")} == {"Food"}
    assert len(document.history.done) == 1


def test_an_undo_while_a_name_is_half_typed_leaves_whole_groups(wall, document, qtbot):
    wall.put("one", "New")
    line = wall.column("Menu").line
    qtbot.waitUntil(line.isVisible)
    line.setFocus()
    QTest.keyClicks(line, " and")
    document.undo()
    assert [column.group for column in wall.columns] == ["", "Menu", "Bill"]
    qtbot.waitUntil(lambda: all(column.isVisible() for column in wall.columns))
    assert len([one for one in wall.findChildren(GroupColumn) if one.isVisible()]) == 3
    assert group_of(document, "two") == "Menu"


def test_alt_and_an_arrow_sends_a_card_on_and_the_keyboard_goes_along(wall, document):
    cards = wall.column("").cards
    cards.setFocus()
    key(cards, Qt.Key.Key_Right, ALT)
    assert group_of(document, "one") == "Menu"
    cards = focused()
    assert cards is wall.column("Menu").cards
    assert cards.current == "one"
    key(cards, Qt.Key.Key_Right, ALT)
    key(focused(), Qt.Key.Key_Left, ALT)
    assert group_of(document, "one") == "Menu"


def test_arrows_walk_from_group_to_group(wall):
    wall.column("").cards.setFocus()
    key(focused(), Qt.Key.Key_Right)
    assert focused() is wall.column("Menu").cards
    key(focused(), Qt.Key.Key_Down)
    assert focused().current == "three"
    key(focused(), Qt.Key.Key_Right)
    assert focused() is wall.column("Bill").cards
    key(focused(), Qt.Key.Key_Left)
    assert focused().current == "three"


def test_from_right_to_left_the_arrows_follow_the_flow(document, show, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        wall = show(WallView(document))
        wall.column("").cards.setFocus()
        assert middle(wall.column("")).x() > middle(wall.column("Menu")).x()
        key(focused(), Qt.Key.Key_Left, ALT)
        assert group_of(document, "one") == "Menu"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_m_opens_all_groups_and_one_is_chosen_by_keys(wall, document, qtbot):
    cards = wall.column("").cards
    cards.setFocus()
    key(cards, Qt.Key.Key_M)
    menu = wall.findChild(QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert [action.text() for action in menu.actions()][:3] == ["Menu", "Bill", "New group"]
    key(menu, Qt.Key.Key_Down)
    key(menu, Qt.Key.Key_Down)
    key(menu, Qt.Key.Key_Return)
    assert group_of(document, "one") == "Bill"


def test_enter_writes_in_a_card(wall, document, qtbot):
    cards = wall.column("").cards
    cards.setFocus()
    key(cards, Qt.Key.Key_Return)
    line = cards.findChild(QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Answer every day")
    key(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: document.plan.ideas["one"].name == "Answer every day")
    assert len(document.history.done) == 1


def test_a_double_click_writes_in_a_card_and_escape_leaves_it_as_it_was(wall, document):
    cards = wall.column("Bill").cards
    place = cards.middle_of("four")
    QTest.mouseClick(cards.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(cards.viewport(), LEFT, NONE, place)
    line = cards.findChild(QLineEdit)
    QTest.keyClicks(line, "x")
    key(line, Qt.Key.Key_Escape)
    assert document.plan.ideas["four"].name == "Pay at the table"


def test_what_is_taken_away_is_brought_back_by_the_button_that_appears(wall, document):
    cards = wall.column("Bill").cards
    cards.setFocus()
    key(cards, Qt.Key.Key_Delete)
    assert "four" not in document.plan.ideas
    assert wall.undo_strip.isVisible()
    assert wall.undo_strip.words == "“Pay at the table” is taken away."
    QTest.mouseClick(wall.undo_strip.button, LEFT)
    assert group_of(document, "four") == "Bill"
    assert not wall.undo_strip.isVisible()


def test_the_offer_to_undo_goes_when_something_else_is_done(wall, document):
    key_on = wall.column("Bill").cards
    key_on.setFocus()
    key(key_on, Qt.Key.Key_Delete)
    wall.put("one", "Menu")
    assert not wall.undo_strip.isVisible()


def test_a_wall_that_is_only_looked_at_takes_no_key_and_no_mouse(document, show):
    wall = show(WallView(document, read_only=True))
    before = document.plan
    carry(wall, "one", middle(wall.column("Bill")))
    wall.column("Menu").cards.setFocus()
    for pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_M):
        key(focused(), pressed)
    key(focused(), Qt.Key.Key_Right, ALT)
    assert document.plan is before
    assert wall.findChild(QMenu) is None


def test_a_wall_without_cards_says_what_appears_there(new_document, show):
    wall = show(WallView(new_document(empty_plan())))
    assert wall.grab().toImage() != show(WallView(new_document(empty_plan())), 500, 400).grab().toImage()
    assert wall.columns[0].isVisible() is False


def groups(wall):
    return [column.group for column in wall.columns]


def test_a_named_group_stays_when_its_last_card_has_gone_and_takes_cards_again(wall, document):
    carry(wall, "four", middle(wall.column("Menu")))
    assert groups(wall) == ["", "Menu", "Bill"]
    assert wall.column("Bill").cards.cards == ()
    document.undo()
    document.redo()
    assert groups(wall) == ["", "Menu", "Bill"]
    carry(wall, "one", middle(wall.column("Bill")))
    assert group_of(document, "one") == "Bill"


def test_a_group_that_only_the_wall_has_named_goes_with_its_last_card(wall, document):
    carry(wall, "one", middle(wall.new_button))
    assert "Group 1" in groups(wall)
    cards = wall.column("Group 1").cards
    cards.setFocus()
    key(cards, Qt.Key.Key_Left, ALT)
    assert groups(wall) == ["", "Menu", "Bill"]


def test_a_group_that_a_step_back_has_unmade_does_not_stay(wall, document):
    line = wall.column("Bill").line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Paying")
    key(line, Qt.Key.Key_Return)
    document.undo()
    assert groups(wall) == ["", "Menu", "Bill"]
    document.redo()
    assert groups(wall) == ["", "Menu", "Paying"]


def test_an_empty_group_is_taken_away_and_brought_back_on_the_screen(wall, document):
    wall.put("four", "")
    steps = len(document.history.done)
    QTest.mouseClick(wall.column("Bill").away_button, LEFT)
    assert groups(wall) == ["", "Menu"]
    assert wall.undo_strip.words == "The group “Bill” is taken away."
    QTest.mouseClick(wall.undo_strip.button, LEFT)
    assert groups(wall) == ["", "Menu", "Bill"]
    assert len(document.history.done) == steps


def test_a_group_with_cards_is_taken_away_but_its_cards_stay(wall, document):
    QTest.mouseClick(wall.column("Menu").away_button, LEFT)
    assert groups(wall) == ["", "Bill"]
    assert {card.id for card in wall.column("").cards.cards} == {"one", "two", "three"}
    QTest.mouseClick(wall.undo_strip.button, LEFT)
    assert [group_of(document, idea) for idea in ("one", "two", "three")] == ["", "Menu", "Menu"]


def test_an_empty_group_gets_another_name_or_becomes_one_with_its_namesake(wall, document):
    wall.put("four", "")
    line = wall.column("Bill").line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Paying")
    key(line, Qt.Key.Key_Return)
    assert groups(wall) == ["", "Menu", "Paying"]
    line = wall.column("Paying").line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Menu")
    key(line, Qt.Key.Key_Return)
    assert groups(wall) == ["", "Menu"]


def test_empty_groups_are_remembered_where_the_workshop_stands(document, show):
    kept = []
    wall = show(WallView(document, keep_groups=kept.append))
    wall.put("four", "Menu")
    assert kept == [("Bill",)]
    assert groups(show(WallView(document, groups=kept[-1]))) == ["", "Menu", "Bill"]
