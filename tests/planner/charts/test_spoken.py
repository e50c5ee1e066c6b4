"""What charts say to those who can't see them."""

from planner.charts.scene import Mark, Scene
from planner.charts.spoken import spoken


def scene(*texts, summary="Load of two people."):
    marks = tuple(Mark(0, 0, 1, 1, f"record-{n}", text) for n, text in enumerate(texts))
    return Scene(100, 100, (), marks, summary)


def test_a_chart_says_what_it_is_then_what_stands_on_it_in_order():
    assert spoken(scene("Ana\n3 h of 5 h", "Bo")) == "Load of two people. Ana: 3 h of 5 h. Bo."


def test_an_entry_with_several_places_is_named_once():
    assert spoken(scene("Ana\nMay: 3 h", "Ana\nJune: 4 h")) == "Load of two people. Ana: May: 3 h; June: 4 h."


def test_names_of_the_user_stay_on_one_line_and_keep_their_own_ends():
    assert spoken(scene("Who \t answers?\n", "\n \n")) == "Load of two people. Who answers?"


def test_a_long_chart_is_cut_and_says_how_much_is_left():
    text = spoken(scene(*(f"Entry {number}\n{'x' * 90}" for number in range(100))))
    assert len(text) < 2_100
    told = text.count("Entry ")
    assert text.endswith(f"And {100 - told} more entries.")
    assert told > 15


def test_a_chart_is_never_silent():
    assert spoken(scene(summary="")) == "A chart."
