"""What somebody types of a name finds it, and the best fit comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.palette.entries import Entry
from ui.palette.matching import BEGINS, BESIDE, HAS, SCATTERED, WORD_BEGINS, folded, rank_of, spans_of
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


def marked(typed, title):
    """Return a title with what is marked in brackets."""
    letters = list(title)
    for start, end in spans_of(folded(typed).split(), title):
        letters[start] = f"[{letters[start]}"
        letters[end - 1] = f"{letters[end - 1]}]"
    return "".join(letters)


@pytest.mark.parametrize(
    ("typed", "title", "expected"),
    [
        ("rep", "Reply to reviews", "[Rep]ly to reviews"),
        ("rev", "Prevent bad reviews", "Prevent bad [rev]iews"),
        ("views", "Reply to reviews", "Reply to re[views]"),
        ("rtr", "Reply to reviews", "[R]eply [t]o [r]eviews"),
        ("reviews reply", "Reply to reviews", "[Reply] to [reviews]"),
        ("rep reply", "Reply to reviews", "[Reply] to reviews"),
        ("tactic", "Reply to reviews", "Reply to reviews"),
        ("cafe", "Le CAFÉ d’Anna", "Le [CAFÉ] d’Anna"),
        ("strasse", "Auf der Straße", "Auf der [Straße]"),
        ("se", "Cafe\u0301s: Se", "Cafe\u0301s: [Se]"),
        ("", "Reply", "Reply"),
    ],
)
def test_what_was_typed_is_marked_in_the_title_as_it_is_written(typed, title, expected):
    assert marked(typed, title) == expected


@given(st.text(max_size=30), st.text(max_size=8))
def test_whatever_is_typed_the_marked_parts_lie_in_the_title_one_behind_the_other(title, typed):
    ends = [0]
    for start, end in spans_of(folded(typed).split(), title):
        assert ends[-1] <= start < end <= len(title)
        ends.append(end)
