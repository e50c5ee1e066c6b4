import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.paper.text.block import lines_for, text_width
from planner.paper.text.clean import printable
from planner.paper.text.style import Span, TextStyle
from tests.text_samples import LEFT_TO_RIGHT, RIGHT_TO_LEFT

LOOK = TextStyle(10)


def test_words_fill_a_line_and_the_next_word_begins_the_next_line():
    words = "one two three four five six seven"
    width = text_width("one two three", LOOK)
    assert [line.text for line in lines_for(words, LOOK, width)] == [
        "one two three",
        "four five six",
        "seven",
    ]


def test_a_line_end_of_the_text_begins_a_line():
    assert [line.text for line in lines_for("a\r\nb\n\nc", LOOK, 100)] == ["a", "b", "", "c"]


def test_an_empty_text_is_one_empty_line():
    (line,) = lines_for("", LOOK, 100)
    assert (line.text, line.width) == ("", 0)


def test_a_word_that_fits_no_line_is_broken():
    lines = lines_for("W" * 50, LOOK, 45)
    assert [len(line.text) for line in lines[:-1]] == [4] * (len(lines) - 1)
    assert all(line.width <= 45.01 for line in lines)


def test_a_room_narrower_than_a_letter_gets_one_letter_a_line():
    assert [line.text for line in lines_for("abc", LOOK, 1)] == ["a", "b", "c"]


def test_a_letter_is_never_parted_from_its_marks():
    assert [line.text for line in lines_for("q̃x̂", LOOK, 1)] == ["q̃", "x̂"]
    assert [line.text for line in lines_for("👨‍👩‍👧🇵🇹", LOOK, 1)] == ["👨‍👩‍👧", "🇵🇹"]


def test_a_tab_is_four_blanks():
    assert text_width("a\tb", LOOK) == pytest.approx(text_width("a    b", LOOK))


def test_a_span_differs_where_it_says_so():
    spans = [Span("Owner: ", weight="semibold"), Span("Anna")]
    (line,) = lines_for(spans, LOOK, 200)
    assert [(run.text, run.style.weight) for run in line.paragraph.runs] == [
        ("Owner: ", "semibold"),
        ("Anna", "regular"),
    ]
    assert line.width == pytest.approx(
        text_width("Owner: ", TextStyle(10, weight="semibold")) + text_width("Anna", LOOK)
    )


def test_text_that_runs_to_the_left_makes_a_paragraph_that_does():
    (hebrew,) = lines_for("(12) שלום and", LOOK, 400)
    (latin,) = lines_for("(12) and שלום", LOOK, 400)
    assert hebrew.leftward
    assert not latin.leftward


@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT])
@pytest.mark.parametrize("width", [20, 60, 150])
def test_no_line_of_any_script_is_wider_than_its_room(text, width):
    lines = lines_for(text, LOOK, width)
    assert all(line.width <= width + 0.01 or len(line.text) <= 8 for line in lines)


@given(st.text(max_size=200), st.floats(1, 300))
def test_lines_put_together_are_the_text(text, width):
    lines = lines_for(text, LOOK, width)
    parts = [
        ("\n" if line.start == 0 else "") + line.paragraph.text[line.start : line.resume] for line in lines
    ]
    assert "".join(parts) == "\n" + printable(text)


@pytest.mark.parametrize(
    "text",
    [
        "W" * 100_000,
        "word " * 20_000,
        " " * 100_000,
        "a" + "\u0301" * 100_000,
        "🇵🇹" * 50_000,
        "abc אבג 12 " * 9_000,
        "نص عربي " * 12_000,
        "น้ำใจเป็นสิ่งสำคัญ" * 5_500,
        "我们的计划" * 20_000,
        "\n" * 100_000,
        "one line of a note\n" * 3_000,
    ],
    ids=lambda text: text[:6].encode("unicode_escape").decode(),
)
def test_the_time_for_100_000_characters_does_not_grow_with_their_square(text):
    start = time.process_time()
    lines_for(text, LOOK, 300)
    assert time.process_time() - start < 4
