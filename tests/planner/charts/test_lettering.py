import pytest

from planner.charts.lettering import ELLIPSIS, Lettering


@pytest.fixture
def letters(measure):
    return Lettering(measure, 10.0)


def test_a_text_that_fits_stays_as_it_is(letters):
    assert letters.elide("Reviews", 35.0) == "Reviews"


def test_a_text_that_does_not_fit_ends_in_an_ellipsis_within_the_room(letters):
    short = letters.elide("Reviews of the neighbourhood", 50.0)
    assert short == "Reviews o" + ELLIPSIS
    assert letters.width(short) <= 50.0


def test_where_nothing_fits_nothing_is_left(letters):
    assert letters.elide("Reviews", 6.0) == ""


def test_an_accent_is_not_torn_off_its_letter(letters):
    assert letters.elide("cafe\u0301 au lait", 25.0) == "caf" + ELLIPSIS


def test_a_joined_sign_is_not_cut_apart(letters):
    assert letters.elide("a\U0001f469\u200d\U0001f373 b c d e f", 20.0) == "a" + ELLIPSIS


def test_words_fill_lines_and_the_last_line_is_elided(letters):
    assert letters.wrap("Answer each review within a day", 60.0, 2) == ["Answer each", "review with…"]


def test_every_wrapped_line_fits_even_where_one_word_is_too_long(letters):
    lines = letters.wrap("Donaudampfschifffahrt on the river", 50.0, 3)
    assert lines[0] == "Donaudamp…"
    assert all(letters.width(line) <= 50.0 for line in lines)


def test_small_text_is_never_below_eight(letters, measure):
    assert Lettering(measure, 6.0).small == 8.0
    assert letters.small == 9.0


def test_what_is_cut_within_a_name_that_is_kept_whole_ends_with_it(letters):
    text = "\u200f\u2068Floor manager\u2069 · \u2068Review site\u2069"
    assert letters.elide(text, letters.width(text[:9])) in {
        f"\u200f\u2068{beginning}…\u2069" for beginning in ("Floo", "Floor", "Flo", "Fl")
    }
    assert letters.elide(text, letters.width(text)) == text
