"""Small value types that records are made of: money, identifiers, choices, and field metadata."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

import msgspec
from msgspec import Meta

from planner.language import say

END = r"$(?!\n)"
"""Where a pattern ends for Python and for JSON Schema: Python's `$` lets a last newline through."""

Id = Annotated[str, Meta(pattern=rf"^[a-z0-9][a-z0-9-]{{0,47}}{END}", title="Id")]
"""Identifies a record within its plan, for life; unique over all kinds of the plan."""

Currency = Annotated[str, Meta(pattern=rf"^[A-Z]{{3}}{END}", title="Currency")]
"""An ISO 4217 code such as EUR."""

MAX_REVISION = 1_000_000
"""More revisions than anybody signs; the next one's number must still be one."""

Moment = Annotated[datetime, Meta(tz=True)]
"""A day and time with its distance from UTC, so that any two can be compared."""


class Choice(StrEnum):
    """One of a fixed set: stored as its value, shown as its label.

    Attributes:
        message: the label as a message, for the collection of all messages.
    """

    message: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from the stored value and the words shown for it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.message = label
        return member

    @property
    def label(self) -> str:
        """The words shown for it."""
        return say(self.message)


class Money(msgspec.Struct, frozen=True):
    """An exact amount in one currency; never a float.

    Attributes:
        amount: in units of the currency (12.50 is twelve and a half euros).
        currency: ISO 4217 code; all amounts of one plan share the plan's currency.
    """

    amount: Annotated[Decimal, Meta(extra_json_schema={"pattern": r"^[0-9]{1,13}(\.[0-9]{1,24})?" + END})]
    currency: Currency


class Form(StrEnum):
    """How a field is typed and shown: tells editors, tables, document and import what it is."""

    LINE = "line"
    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    HOURS = "hours"
    PERCENT = "percent"
    RATING = "rating"
    MONEY = "money"
    CURRENCY = "currency"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    LINK = "link"
    LINKS = "links"
    SHARES = "shares"
    VOICES = "voices"


def about(title: str, hint: str, form: Form, **more: Any) -> Meta:  # noqa: ANN401 - passed on as data
    """Describe a field once, for validation, JSON Schema, window, document and store.

    Args:
        title: the field's name in sentence case, the same everywhere.
        hint: one plain sentence that says what belongs there.
        form: how it is typed and shown.
        **more: any of `to` (kinds a link may lead to), `owned` (the record goes when the linked one
            goes), `main` (shown before the folded rest), `unit` (words behind a number), `column`
            (stands in the kind's table), `low` and `high` (bounds of a decimal, where the form's own
            in `planner.model.schema` are too wide; msgspec bounds no decimals).

    Returns:
        Metadata for `typing.Annotated`, its extras under `Meta.extra`.
    """
    return Meta(title=title, description=hint, extra={"form": form, **more})


Line = Annotated[str, Meta(max_length=300)]
Text = Annotated[str, Meta(max_length=200_000)]
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
