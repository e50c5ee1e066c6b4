"""Where a line may end.

A short form of Unicode's line breaking (UAX 14): after blanks, after hyphens and dashes between
letters, after slashes, between Chinese and Japanese characters (kinsoku: no line begins with a
closing sign or a small kana, none ends with an opening one), and before the vowels that always begin
a syllable in Thai and Lao, which write no blanks between words. Korean is broken at its blanks. A
word that fits in no line is broken between two user-perceived characters.
"""

import re
from dataclasses import dataclass

_BLANK = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_WIDE = (
    r"\u2e80-\u2fff\u3003-\u3007\u3012\u3013\u3020-\u302f\u3031-\u309a\u309f-\u30ff\u3105-\u312f\u3190-\u4dbf"
    r"\u4e00-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001f300-\U0001faff\U00020000-\U0003ffff"
)
_WIDE_OPENERS = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\uff08\uff3b\uff5b\uff5f\uff62"
_WIDE_CLOSERS = (
    r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301f\uff01\uff09\uff0c\uff0e\uff1a\uff1b"
    r"\uff1f\uff3d\uff5d\uff60\uff61\uff63\uff64"
)
_SMALL_KANA = (
    r"\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309b-\u309e\u30a0\u30a1\u30a3\u30a5"
    r"\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fb-\u30fe\u3005\u301c\uff65"
)
_MARKS = r"\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_NOT_AT_START = rf")\]}},.:;!?%\u2019\u201d\u2026\u2014{_WIDE_CLOSERS}{_SMALL_KANA}{_MARKS}"
_NOT_AT_END = rf"(\[{{\u2018\u201c\u200d{_WIDE_OPENERS}"
_BREAK = re.compile(
    rf"(?P<blank>(?<![{_BLANK}])[{_BLANK}]++(?=.))"
    r"|(?<=\w)(?:-|\u2010|\u00ad)(?=[^\W\d_])"  # a hyphen between letters, a soft hyphen
    r"|(?<=[^\s\u2013\u2014])[\u2013\u2014](?=[^\s\u2013\u2014])"  # a dash without blanks
    r"|(?<=[\w/])/(?=[^\W\d])"  # a slash in a path or between two words
    rf"|(?<=[{_WIDE}{_WIDE_CLOSERS}])(?=[^{_NOT_AT_START}{_BLANK}])"
    rf"|(?<=[^{_NOT_AT_END}{_BLANK}])(?=[{_WIDE}{_WIDE_OPENERS}])(?=[^{_NOT_AT_START}])"
    r"|(?<=[\u0e00-\u0eff])(?=[\u0e40-\u0e44\u0ec0-\u0ec4])",  # a vowel that begins a syllable
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Breaks:
    """The places at which a paragraph's lines may end.

    Attributes:
        ends: where the visible part of a line would end, rising.
        starts: where the next line would then start, behind the blanks.
    """

    ends: tuple[int, ...]
    starts: tuple[int, ...]


def find_breaks(text: str) -> Breaks:
    """Return the places at which a paragraph may be broken, its end included.

    Args:
        text: one paragraph, without line ends.
    """
    ends: list[int] = []
    starts: list[int] = []
    for match in _BREAK.finditer(text):
        blank = match["blank"] is not None
        ends.append(match.start() if blank else match.end())
        starts.append(match.end())
    body = len(text.rstrip(_BLANK))
    return Breaks((*ends, body), (*starts, len(text)))
