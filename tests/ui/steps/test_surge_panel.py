import statistics
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from planner.analysis.surge import simulate, surge_setup
from planner.analysis.surge_words import surge_sentence
from planner.editing import verbs
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from ui.kit.kind_editor import KindEditor
from ui.kit.nothing_to_draw import NothingToDraw
from ui.kit.surge_panel import SurgePanel

A_FRAME = 1 / 60


@pytest.fixture
def document(new_document, sample_plan):
    return new_document(sample_plan("cable"))


@pytest.fixture
def page(open_page, document):
    return open_page(Step.CHANNELS, document)


@pytest.fixture
def panel(page):
    for tab in range(page.tabs.count()):
        if page.tabs.tabText(tab) == "Rush":
            page.tabs.setCurrentIndex(tab)
    QApplication.processEvents()
    panel = page.findChild(SurgePanel)
    panel.slider.setFocus()
    return panel


def chosen(panel, document):
    return document.plan.channels[panel.findChildren(QComboBox)[0].currentData()]


def told(panel, document, times, days=3):
    plan = document.plan
    return surge_sentence(simulate(surge_setup(plan, chosen(panel, document)), times, days))


def test_the_slider_goes_from_one_to_twenty_by_keys(panel, document):
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert panel.slider.value() == 1
    assert panel.sentence == told(panel, document, 1)
    assert "holds" in panel.sentence
    QTest.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.slider.value() == 2
    assert panel.sentence == told(panel, document, 2)
    QTest.keyClick(panel.slider, Qt.Key.Key_End)
    assert panel.slider.value() == 20
    assert panel.sentence == told(panel, document, 20)
    assert "breaks on" in panel.sentence


def test_the_value_is_spoken_in_words(panel):
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert panel.slider.accessibleName() == "How many times today's messages"
    assert panel.slider.accessibleDescription().startswith("At today's messages.")
    QTest.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.slider.accessibleDescription().startswith("At 2 times today's messages. At 2 times")


def test_the_pictures_follow_the_slider_and_say_the_same(panel):
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    calm = panel.view.scene
    QTest.keyClick(panel.slider, Qt.Key.Key_End)
    assert panel.view.scene != calm
    assert panel.sentence in panel.view.scene.summary
    assert panel.view.accessibleName() == panel.view.scene.summary


def test_sliding_keeps_up_with_the_hand(panel):
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    spent = []
    for _ in range(15):
        before = time.process_time()
        QTest.keyClick(panel.slider, Qt.Key.Key_Right)
        spent.append(time.process_time() - before)
    assert statistics.median(spent) < 3 * A_FRAME  # a frame on a quiet machine


def test_the_days_are_walked_by_keys_and_lead_to_the_channel(page, panel, document):
    view = panel.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "messages waiting at the end" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.tabs.currentIndex() == 0
    assert page.chosen_record == chosen(panel, document).id


def test_a_longer_rush_and_messages_at_any_hour_change_the_figures(panel, document):
    _channel, arrivals, days = panel.findChildren(QComboBox)[:3]
    before = panel.sentence
    for combo in (arrivals, days):
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_End)
        assert panel.sentence != before
        before = panel.sentence


def test_an_edit_of_the_channel_is_reckoned_with_at_once(panel, document):
    before = panel.sentence
    document.do(verbs.change(document.plan, chosen(panel, document).id, "messages", 20_000))
    assert panel.sentence != before
    assert panel.sentence == told(panel, document, panel.slider.value())


def test_cover_that_is_not_understood_is_told(panel, document):
    document.do(verbs.change(document.plan, chosen(panel, document).id, "cover", "whenever we like"))
    assert "Hours of cover not understood: counted as Mon to Fri 9:00 to 17:00." in panel.notes


def test_without_a_channel_that_can_be_reckoned_with_it_says_what_is_missing(open_page, new_document):
    page = open_page(Step.CHANNELS, new_document(empty_plan()))
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    panel = page.findChild(SurgePanel)
    assert panel.isVisible()
    assert not panel.view.isVisible()


def test_the_chosen_channel_stays_chosen(panel, document):
    channel_box = panel.findChildren(QComboBox)[0]
    channel_box.setFocus()
    QTest.keyClick(channel_box, Qt.Key.Key_Down)
    second = chosen(panel, document)
    document.do(verbs.change(document.plan, second.id, "minutes", 50))
    assert chosen(panel, document).id == second.id


def test_the_pictures_are_there_in_words_and_follow_the_slider(panel, document):
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    QTest.mouseClick(panel.words_button, Qt.MouseButton.LeftButton)
    assert panel.words.isVisible()
    assert not panel.view.isVisible()
    calm = panel.words.toPlainText()
    assert document.plan.name_of(chosen(panel, document).id) in calm
    QTest.keyClick(panel.slider, Qt.Key.Key_End)
    assert panel.words.toPlainText() not in {"", calm}
    QTest.mouseClick(panel.words_button, Qt.MouseButton.LeftButton)
    assert panel.view.isVisible()


def test_without_a_channel_to_reckon_with_the_way_leads_to_the_channels(open_page, new_document):
    page = open_page(Step.CHANNELS, new_document(empty_plan()))
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    page.findChild(NothingToDraw).button.click()
    assert next(each for each in page.findChildren(KindEditor) if each.isVisible()).kind_key == "channels"
