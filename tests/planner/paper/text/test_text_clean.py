import pytest

from planner.paper.text.clean import printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\tb", "a    b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufdd0\ufffe\U0001ffffb", "ab"),
        ("a\u202eb", "ab"),
        ("a \u206831\u200f/10\u2069 b", "a \u206831\u200f/10\u2069 b"),
        ("a\u2068b\u202ec\u2069d", "a\u2068bc\u2069d"),
        ("a\u2067b\u2069c \u2068d", "abc d"),
        ("e\u0301", "é"),
        ("<b> & \\n", "<b> & \\n"),
        ("می\u200cخ 👨\u200d👩", "می\u200cخ 👨\u200d👩"),
    ],
)
def test_text_is_cleaned_of_what_paper_cannot_show_and_of_nothing_else(typed, printed):
    assert printable(typed) == printed
