"""The one route of all words to the user: English messages are the keys, values are named parameters."""

from planner.language.messages import phrase, say, say_count
from planner.language.speaking import Language, language, languages, speak
from planner.language.wording import said_again, worded, worded_count, worded_small

__all__ = [
    "Language",
    "language",
    "languages",
    "phrase",
    "said_again",
    "say",
    "say_count",
    "speak",
    "worded",
    "worded_count",
    "worded_small",
]
