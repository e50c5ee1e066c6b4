"""Answers and choices that have no room in the picture are turned to, and none is left out."""

import pytest
from facilitator import KEY
from PySide6.QtTest import QTest

from planner.editing import verbs
from planner.model.records_work import Idea
from planner.model.records_workshop import Ballot
from ui.kit.edits import add_all
from ui.workshop.showing import Show

NAMES = [f"Idea number {number} of a room that writes much" for number in range(40)]


@pytest.fixture
def full(running):
    """Return a workshop with forty ideas and a vote on them."""
    block = running.run.block.id
    ideas = [Idea(id=f"idea-{at}", name=name, block=block) for at, name in enumerate(NAMES)]
    document = running.window.document
    document.do(add_all(document.plan, ideas, "Ideas"))
    ballot = Ballot(id="first", name="Which first?", entries=tuple(idea.id for idea in ideas), block=block)
    document.do(verbs.add(document.plan, ballot))
    return running


def seen(running):
    return [text for text in running.room() if text in NAMES]


def pages(running, show, key):
    """Turn through a list by the presenter's remote; return what stands on each page."""
    running.run.let_see(show)
    found = [seen(running)]
    while running.run.show is show:
        QTest.keyClick(running.run.place.window, key)
        found.append(seen(running))
    return found[:-1]


def test_a_remote_turns_through_all_answers_from_the_newest_on(full):
    found = pages(full, Show.ANSWERS, KEY.Key_PageDown)
    assert len(found) > 2
    assert [name for page in found for name in page] == NAMES[::-1]


def test_a_remote_turns_through_all_choices_of_a_vote(full):
    full.run.let_see(Show.VOTE)
    found = [seen(full)]
    while sum(map(len, found)) < len(NAMES):
        QTest.keyClick(full.run.place.window, KEY.Key_PageDown)
        found.append(seen(full))
    assert [name for page in found for name in page] == NAMES


def test_turning_back_leads_page_by_page_to_the_beginning(full):
    full.run.let_see(Show.ANSWERS)
    first = seen(full)
    QTest.keyClick(full.run.place.window, KEY.Key_PageDown)
    assert not set(seen(full)) & set(first)
    assert any(f"from {len(first) + 1} on" in text for text in full.room())
    QTest.keyClick(full.run.place.window, KEY.Key_PageUp)
    assert seen(full) == first


def test_what_is_said_now_stands_before_the_room_at_once(full):
    full.run.let_see(Show.ANSWERS)
    QTest.keyClick(full.run.place.window, KEY.Key_PageDown)
    full.tab_to(full.console.work.capture.line)
    full.type("A new one")
    full.press(KEY.Key_Return)
    full.settle()
    assert "A new one" in full.room()
