from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.paper.text.bidi import mirrored
from planner.paper.text.block import lines_for
from planner.paper.text.clean import printable
from planner.paper.text.fonts import font_book, stand_in
from planner.paper.text.glyphs import Sign, signs, visual_runs
from planner.paper.text.layout import Line, fill, paragraphs
from planner.paper.text.scripts import is_invisible
from planner.paper.text.style import TextStyle
from tests.text_samples import LEFT_TO_RIGHT, RIGHT_TO_LEFT

LOOK = TextStyle(10)


def signs_of(line: Line) -> list[Sign]:
    return [sign for run in visual_runs(line) for sign in signs(run, at_line_end=False)]


def drawn(text: str) -> list[Sign]:
    (paragraph,) = paragraphs(text, LOOK)
    (line,) = fill(paragraph, 100_000)
    return signs_of(line)


def glyphs(text: str) -> list[int]:
    return [gid for sign in drawn(text) for gid, _, _ in sign.parts]


def test_arabic_letters_are_joined():
    alone = [glyphs(letter)[0] for letter in "سلم"]
    assert not set(alone) & set(glyphs("سلم"))


def test_a_joiner_between_arabic_letters_that_forbids_joining_is_obeyed():
    assert glyphs("می\u200cخ") != glyphs("میخ")


def test_arabic_is_drawn_from_right_to_left():
    assert [sign.text for sign in drawn("سلم")] == ["م", "ل", "س"]


def test_brackets_in_text_that_runs_to_the_left_look_turned_round():
    opening, closing = glyphs("א(ב)ג")[3], glyphs("א(ב)ג")[1]
    hebrew = font_book().choose("א", "regular")
    assert hebrew is not None
    main = font_book().choose("(", "regular")
    assert main is not None
    assert (opening, closing) == (main.glyphs[")"], main.glyphs["("])


def test_a_hindi_conjunct_is_one_glyph():
    (conjunct,) = drawn("क्ष")
    assert len(conjunct.parts) == 1


def test_a_hindi_vowel_that_is_written_before_its_letter_is_drawn_before_it():
    (syllable,) = drawn("नि")
    letter = glyphs("न")[0]
    assert syllable.parts[-1][0] == letter
    assert syllable.text == "नि"


def test_thai_marks_stand_above_their_letter_as_one_sign():
    first, *_ = drawn("น้ำ")
    assert first.text == "น้ำ"
    assert len(first.parts) > 2


def test_a_combining_accent_is_one_sign_with_its_letter():
    (sign,) = drawn("q̃")
    assert len(sign.parts) == 2


def test_a_family_of_joined_emoji_is_one_glyph():
    (sign,) = drawn("👨‍👩‍👧")
    assert len(sign.parts) == 1
    assert sign.text == "👨‍👩‍👧"


def test_a_blank_behind_an_emoji_is_as_wide_as_between_words():
    after_emoji, after_word = drawn("👍🏽 a")[1], drawn("b\u0303 a")[1]
    assert (after_emoji.parts, after_emoji.advance) == (after_word.parts, after_word.advance)


def test_the_letters_of_flags_pair_up():
    assert [sign.text for sign in drawn("🇵🇹🇩🇪")] == ["🇵🇹", "🇩🇪"]


def test_kana_are_drawn_in_the_japanese_font_and_so_are_the_characters_beside_them():
    japanese, chinese = (paragraphs(text, LOOK)[0].runs[0].face.name for text in ("日本の", "日本"))
    assert japanese == "NotoSansJP-Regular"
    assert chinese == "NotoSansSC-Regular"


def test_semibold_text_is_wider_than_regular_text():
    regular, semibold = (
        paragraphs("Objective", TextStyle(10, weight=weight))[0].places[-1]
        for weight in ("regular", "semibold")
    )
    assert semibold > regular * 1.02


@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT])
def test_the_sign_for_a_missing_character_is_never_drawn(text):
    assert 0 not in glyphs(text)


def test_of_a_character_that_no_font_has_the_number_is_drawn():
    (sign,) = drawn("\ue123")
    main = font_book().main("regular")
    assert [gid for gid, _, _ in sign.parts] == [main.glyphs[letter] for letter in "[U+E123]"]
    assert sign.text == "\ue123"


def test_the_numbers_of_missing_characters_take_the_room_that_is_reckoned_for_them():
    (paragraph,) = paragraphs("\ue123\ue124", TextStyle(10))
    main = font_book().main("regular")
    (run,) = paragraph.runs
    last = list(signs(run, at_line_end=False))[-1]
    assert paragraph.places[-1] == pytest.approx((last.x + last.advance) * 10 / main.upem)
    assert last.x == sum(main.advances[letter] for letter in stand_in("\ue123"))


@pytest.mark.parametrize("text", ["\u200d", "\U000e0061", "\u200e", "\ufe0f", "\u00ad"])
def test_characters_that_only_steer_others_are_never_drawn(text):
    assert drawn(text) == []
    assert glyphs(f"{text}a") == glyphs("a")


def test_a_soft_hyphen_is_drawn_where_the_line_ends_and_nowhere_else():
    lines = lines_for("super\u00adcar", LOOK, 30)
    shown = [signs(run, at_line_end=True) for line in lines for run in visual_runs(line)]
    hyphen = font_book().main("regular").glyphs["-"]
    assert [sign[-1].parts[0][0] == hyphen for sign in shown] == [True, False]
    assert shown[0][-1].text == "\u00ad"
    assert hyphen not in glyphs("super\u00adcar")


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_no_text_loses_a_character_on_its_way_to_the_page(text):
    lines = [line for paragraph in paragraphs(text, LOOK) for line in fill(paragraph, 40)]
    found = "".join(sign.text for line in lines for sign in signs_of(line))
    wanted = printable(text).replace("\n", "")
    assert visible(found) == visible(wanted)


def visible(text: str) -> Counter[str]:
    """Count the characters that are drawn; a bracket counts as its pair's opener, as the page may turn it."""
    return Counter(min(char, mirrored(char)) for char in text if not is_invisible(char))
