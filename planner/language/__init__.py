"""The one route of all words to the user: English messages are the keys, values are named parameters."""

from planner.language.messages import phrase, say, say_count
from planner.language.speaking import Language, language, languages, speak

__all__ = ["Language", "language", "languages", "phrase", "say", "say_count", "speak"]
