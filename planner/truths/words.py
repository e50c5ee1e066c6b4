"""Reading a measure or criterion for what it counts: attention, one's own output, or a result.

Words can mislead, and a stop can't be waived: a text counts as attention or output only where it names
nothing that a business, a charity or an office would call a result. Words of other languages are not
known here; the level that the team gives a measure says it for them.
"""

import re

_ATTENTION = re.compile(
    r"\b(followers?|fans|likes|retweets?|tweets?|posts|hashtags?|impressions?|(page)?views|clicks|ctr|"
    r"click-?through( rate)?|mentions|comments|shares|buzz|engagements?|engagement rate)\b"
    r"|(^|\b(organic|paid|social|total|weekly|monthly|post) )reach\b"
)
_OUTPUT = re.compile(
    r"\b(posts?|tweets?|articles?|videos?|stories|pins?|podcasts?|episodes?|newsletters?|letters?|e-?mails?|"
    r"updates?|press releases?|photos?|photographs?|pictures?|pieces?|banners?|spots?|ads?|advertisements?)\b"
)
_QUANTITY = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|dozen|"
    r"daily|weekly|monthly|every|each|a|per|once|twice)\b"
)
_RESULT = re.compile(
    r"\b(sales?|sold|sell|buy|buys|bought|buyers?|orders?|revenue|turnover|income|profits?|margins?|funds?|"
    r"donat\w+|donors?|gifts?|pledges?|budget|costs?|savings?|saved|price\w*|paid|pays?|payers?|value|worth|"
    r"customers?|clients?|guests?|members?|patients?|students?|pupils?|children|families|households?|"
    r"citizens?|visitors?|visits?|tenants?|volunteers?|supporters?|subscri\w+|users?|buyers?|readers?|"
    r"staff|employees?|team|candidates?|applica\w+|applicants?|hires?|hired|vacanc\w+|"
    r"leads?|enquir\w+|inquir\w+|quotes?|bookings?|reservations?|tables?|appointments?|contracts?|tenders?|"
    r"churn\w*|retention|returns?|returning|come back|comes back|repeat\w*|renew\w*|cancel\w*|loyal\w*|"
    r"satisf\w+|nps|complain\w*|tickets?|calls?|cases?|solved|resolved|errors?|waiting|risks?|market|"
    r"recommend\w*|trust|awareness|asks?|asked|questions?|answers?|answered|repl\w+|sign\w*|trials?|samples?)\b"
)
_GOODS = re.compile(r"\b(filled|delivered|shipped|produced)\b")

_REACTION = re.compile(
    r"\b(followers?|fans|likes|liked|retweets?|impressions?|views|viewed|clicks?|clicked|mentions?|"
    r"comments?|shares|shared|reach|reached|read|opened|watched|downloads?)\b"
)


def counts_attention(text: str) -> bool:
    """Whether a measure counts nothing but attention: followers, posts, views and their like."""
    return _names(_ATTENTION, text) and not (_names(_RESULT, text) or _names(_GOODS, text))


def counts_own_output(text: str) -> bool:
    """Whether a criterion is met by nothing but a volume of one's own output, such as 12 posts a week."""
    if not (_names(_OUTPUT, text) and _names(_QUANTITY, text)):
        return False
    return not (_names(_RESULT, text) or _names(_REACTION, text))


def _names(words: re.Pattern[str], text: str) -> bool:
    return words.search(text.casefold()) is not None
