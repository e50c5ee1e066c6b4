import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.paper.text.breaking import find_breaks


def pieces(text: str) -> list[str]:
    breaks = find_breaks(text)
    return [text[start:end] for start, end in zip((0, *breaks.starts), breaks.ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two words", ["two", "words"]),
        ("many   blanks", ["many", "blanks"]),
        ("5\u00a0km away", ["5\u00a0km", "away"]),
        ("well-known", ["well-", "known"]),
        ("-5 to 3-4", ["-5", "to", "3-4"]),
        ("a—b", ["a—", "b"]),
        ("https://example.org/way/to", ["https://", "example.org/", "way/", "to"]),
        ("and/or 1/2", ["and/", "or", "1/2"]),
        ("super\u00adcar", ["super\u00ad", "car"]),
        ("zero\u200bwidth", ["zero", "width"]),
        ("don’t “stop”", ["don’t", "“stop”"]),
        ("我们很好。", ["我", "们", "很", "好。"]),
        ("他说「好」了", ["他", "说", "「好」", "了"]),
        ("ちょっと", ["ちょっ", "と"]),
        ("データ", ["デー", "タ"]),
        ("用Qt写", ["用", "Qt", "写"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("สวัสดีเมือง", ["สวัสดี", "เมือง"]),
        ("🚀🎉", ["🚀", "🎉"]),
        ("👍🏽👨‍👩‍👧", ["👍🏽", "👨‍👩‍👧"]),
        ("", [""]),
        ("word", ["word"]),
    ],
)
def test_lines_may_end_where_readers_expect_it(text, wanted):
    assert pieces(text) == wanted


@given(st.text(st.sampled_from("ab -/\u00ad\u200b我「。1é\u0303\u3000"), max_size=20))
def test_the_places_rise_and_no_line_ends_before_it_starts(text):
    breaks = find_breaks(text)
    assert list(breaks.ends) == sorted(breaks.ends)
    assert list(breaks.starts) == sorted(breaks.starts)
    assert all(end <= start for end, start in zip(breaks.ends, breaks.starts, strict=True))
    assert all(start <= end for start, end in zip(breaks.starts, breaks.ends[1:], strict=False))
