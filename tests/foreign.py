"""Plans whose own words have none of the letters that the program's words are made of."""

import re

import msgspec

from planner.model.kinds import KINDS
from planner.model.plan import Plan
from planner.model.schema import fields
from planner.model.values import Form

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "АБЦДЕФГХИЙКЛМНОПЩРСТУВШЖЫЗабцдефгхийклмнопщрстувшжыз"
_LETTERS = str.maketrans(_LATIN, _CYRILLIC)
_KEY = re.compile(r"[a-z0-9.-]+|[A-Z]{3}|#?[0-9A-F]{6}|[0-9:]+")
"""What is no word: an id, the key of a rule or a question, a currency, a colour, a time of day."""


_WORDS = {"unit"}
"""Fields that hold words, however short."""


def foreign(plan: Plan) -> Plan:
    """Return the plan with everything that somebody wrote in it in Cyrillic letters.

    Args:
        plan: any plan.
    """
    for kind in KINDS:
        specs = [spec for spec in fields(kind.key) if spec.form in {Form.LINE, Form.TEXT}]
        records = {
            key: msgspec.structs.replace(
                record, **{s.name: _written(getattr(record, s.name), s.name) for s in specs}
            )
            for key, record in getattr(plan, kind.key).items()
        }
        plan = msgspec.structs.replace(plan, **{kind.key: records})
    return plan


def _written(text: str, name: str) -> str:
    return text if name not in _WORDS and _KEY.fullmatch(text) else text.translate(_LETTERS)
