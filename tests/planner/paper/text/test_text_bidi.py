import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.paper.text.bidi import base_level, levels, line_levels, mirrored, visual_order


def shown(text: str, base: int | None = None) -> str:
    """Return a line as it looks from left to right."""
    base = base_level(text) if base is None else base
    found = line_levels(text, levels(text, base), base)
    return "".join(mirrored(text[i]) if found[i] % 2 else text[i] for i in visual_order(found))


@pytest.mark.parametrize(
    ("text", "level"),
    [("abc", 0), ("אבג", 1), ("ابج", 1), ("123 אב a", 1), ("(a) אב", 0), ("12 %", 0), ("", 0)],
)
def test_the_first_strong_character_gives_a_paragraph_its_direction(text, level):
    assert base_level(text) == level


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("ab אב cd", "ab בא cd"),
        ("אב ab גד", "דג ab בא"),
        ("אב 123 גד", "דג 123 בא"),
        ("אב 12.50 ₪", "₪ 12.50 בא"),
        ("אב (גד) ab", "ab (דג) בא"),
        ("ab (אב) cd", "ab (בא) cd"),
        ("ab (אב cd) ef", "ab (בא cd) ef"),
        ("ا 12-3", "3-12 ا"),
        ("א 12-3", "12-3 א"),
        ("אב!", "!בא"),
        ("ab אב!", "ab בא!"),
    ],
)
def test_a_line_looks_as_a_reader_of_both_scripts_expects(text, wanted):
    assert shown(text) == wanted


# Text, paragraph level, levels and order, from Unicode 15's BidiCharacterTest.txt.
CONFORMANCE = """
2680 0028 05D0 0029;0;0 0 1 0;0 1 2 3
0028 0061 0029 0661;1;1 2 1 2;3 2 1 0
0661 0028 0627 0029;0;2 1 1 1;3 2 1 0
0061 0028 0062 0029 0331;1;2 2 2 2 2;0 1 2 3 4
05D0 0028 05D1 0029 0331;0;1 1 1 1 1;4 3 2 1 0
0061 0028 0062 005B 0063 05D0 0064 005D 0065 0029 0066;1;2 1 2 1 2 1 2 1 2 1 2;10 9 8 7 6 5 4 3 2 1 0
05D0 0028 05D1 005B 05D2 0061 05D3 005D 05D4 0029 05D5;0;1 0 1 0 1 0 1 0 1 0 1;0 1 2 3 4 5 6 7 8 9 10
0028 2680 005B 0061 005D 2681 0062 0029;1;1 1 1 2 1 1 2 1;7 6 5 4 3 2 1 0
0028 0029 0061 0028 0062 0029 05D0;1;1 1 2 2 2 2 1;6 2 3 4 5 1 0
0061 0028 0332 0062 0029 0333;1;2 2 2 2 2 2;0 1 2 3 4 5
0028 2680 05D0 0061 0028 0029 0062 0029;1;1 1 1 2 2 2 2 1;7 3 4 5 6 2 1 0
0028 0061 0028 05D0 005B 0029 005D 2680;1;1 2 1 1 1 1 1 1;7 6 5 4 3 2 1 0
0061 0028 005B 0062 05D0 0029 2680 005D;0;0 0 0 0 1 0 0 0;0 1 2 3 4 5 6 7
0061 0028 0062 0029 2680;1;2 2 2 2 1;4 0 1 2 3
"""


@pytest.mark.parametrize("row", CONFORMANCE.strip().splitlines())
def test_levels_and_order_are_those_of_unicodes_own_examples(row):
    characters, base, wanted, order = row.split(";")
    text = "".join(chr(int(code, 16)) for code in characters.split())
    found = line_levels(text, levels(text, int(base)), int(base))
    assert found == [int(level) for level in wanted.split()]
    assert visual_order(found) == [int(index) for index in order.split()]


def test_blanks_at_the_end_of_a_line_go_to_the_paragraphs_end():
    assert line_levels("אב  ", [1, 1, 1, 1], 0) == [1, 1, 0, 0]
    assert line_levels("ab  ", [2, 2, 2, 2], 1) == [2, 2, 1, 1]


@pytest.mark.parametrize(
    "text", ["א" + "(" * 20_000 + ")" * 20_000, "א" + "%" * 40_000, "(א[" * 13_000, "א a" * 13_000]
)
def test_long_text_takes_no_quadratic_time(text):
    start = time.process_time()
    levels(text, 1)
    assert time.process_time() - start < 2


@given(st.text(max_size=80), st.sampled_from([0, 1]))
def test_the_order_is_a_permutation_and_levels_are_near_the_paragraphs(text, base):
    found = line_levels(text, levels(text, base), base)
    assert sorted(visual_order(found)) == list(range(len(text)))
    assert set(found) <= {0, 1, 2}


def seen(text: str, base: int | None = None) -> str:
    """Return a line as it looks, without the marks that nobody sees."""
    return "".join(char for char in shown(text, base) if unicodedata.category(char) != "Cf")


ARABIC_DAY = "\u206831\u200f/10\u200f/2026\u2069"
HEBREW_DAY = "\u206831 באוק׳ 2026\u2069"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ARABIC_DAY, "2026/10/31"),
        (f"Reviews · {ARABIC_DAY}", "Reviews · 2026/10/31"),
        (f"Reviews · {ARABIC_DAY} · 5", "Reviews · 2026/10/31 · 5"),
        (f"اب {ARABIC_DAY} جد", "دج 2026/10/31 با"),
        (f"ab {HEBREW_DAY} cd", "ab 2026 ׳קואב 31 cd"),
        (f"{ARABIC_DAY} – {ARABIC_DAY}", "2026/10/31 – 2026/10/31"),
        ("\u2068ab 1\u2069 אב", "בא ab 1"),
        ("אב \u2068ab!\u2069 גד", "דג ab! בא"),
    ],
)
def test_a_day_stays_whole_in_words_of_either_direction(text, wanted):
    assert seen(text) == wanted


def test_what_stands_in_an_isolate_does_not_turn_what_stands_around_it():
    assert base_level(f"{ARABIC_DAY} of May") == 0
    assert base_level(ARABIC_DAY) == 1
    assert levels("a\u2068אב\u2069b", 0) == [0, 0, 1, 1, 0, 0]
    assert levels("a\u2068אב\u2069b", 1) == [2, 2, 3, 3, 2, 2]


def test_an_isolate_that_is_left_open_turns_nothing():
    assert seen("ab \u2068אב cd") == "ab בא cd"
    assert seen("ab\u2069 אב") == "ab בא"
