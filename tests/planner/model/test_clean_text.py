"""What a user types comes in clean: composed, without controls and overrides, and never endless to sort."""

import pytest

from planner.model.text import clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Cafe\u0301", "Café"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\x07 null\x00 delete\x7f", "bell null delete"),
        ("\ufeffmark", "mark"),
        ("half \ud83d of it", "half \ufffd of it"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("tab\tstays", "tab\tstays"),
        ("<b>R&D</b> =1+1", "<b>R&D</b> =1+1"),
    ],
)
def test_what_is_kept(typed, kept):
    assert clean_text(typed) == kept


def test_a_line_has_single_blanks():
    assert clean_text("  two \n lines\t here ", lines=False) == "two lines here"


def test_endless_marks_are_parted_without_loss_and_only_once():
    marks = "\u0301\u0316" * 5000
    cleaned = clean_text("a" + marks)
    joiners = cleaned.count("\N{COMBINING GRAPHEME JOINER}")
    assert joiners == len(marks) // 30
    assert cleaned.count("\u0316") == 5000
    assert clean_text(cleaned) == cleaned


def test_long_text_with_usual_accents_is_only_composed():
    assert clean_text("e\u0301" * 2000) == "é" * 2000
