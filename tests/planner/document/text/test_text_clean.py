import pytest

from planner.document.text.clean import printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\tb", "a    b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\ufdd0\ufffe\U0001ffffb", "ab"),
        ("a\u202eb", "ab"),
        ("e\u0301", "é"),
        ("<b> & \\n", "<b> & \\n"),
        ("می\u200cخ 👨\u200d👩", "می\u200cخ 👨\u200d👩"),
    ],
)
def test_text_is_cleaned_of_what_paper_cannot_show_and_of_nothing_else(typed, printed):
    assert printable(typed) == printed
