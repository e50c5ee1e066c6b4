"""What somebody types of a name finds it, and the best fit comes first."""

import pytest

from ui.palette.entries import Entry
from ui.palette.matching import BEGINS, BESIDE, HAS, SCATTERED, WORD_BEGINS, folded, rank_of
from ui.palette.ranking import ranked, without_words


def entry(title, beside="Tactic", key=None, reason=""):
    return Entry(("tactics", key or title), title, beside, reason=reason).ready()


def titles(found):
    return [item.title for item in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("rep", BEGINS),
        ("rev", WORD_BEGINS),
        ("views", HAS),
        ("tac", BESIDE),
        ("rtr", SCATTERED),
        ("zebra", None),
        ("wre", None),
    ],
)
def test_the_better_a_word_fits_the_smaller_its_rank(typed, expected):
    assert rank_of([typed], "reply to reviews", "tactic") == expected


def test_all_words_must_fit_in_any_order():
    assert rank_of(["reviews", "reply"], "reply to reviews", "tactic") is not None
    assert rank_of(["reviews", "zebra"], "reply to reviews", "tactic") is None


def test_case_and_accents_make_no_difference():
    assert folded("CAFÉ Müller") == "cafe muller"


def test_what_begins_with_the_word_comes_before_what_has_it():
    found = ranked([entry("A new menu"), entry("Renew the page"), entry("New page")], "new", [])
    assert titles(found) == ["New page", "A new menu", "Renew the page"]


def test_among_equals_the_recent_comes_first_and_the_impossible_last():
    entries = [entry("Undo a", reason="There is nothing to undo"), entry("Undo bb"), entry("Undo ccc")]
    assert titles(ranked(entries, "undo", [("tactics", "Undo ccc")])) == ["Undo ccc", "Undo bb", "Undo a"]


def test_without_words_the_recent_stand_first_and_no_entry_of_the_plan_else():
    action = Entry(("do", "file.open"), "Open", "Action").ready()
    used, unused = entry("Used"), entry("Unused")
    assert titles(without_words([action, unused, used], [used.key, ("tactics", "gone")])) == ["Used", "Open"]
