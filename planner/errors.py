"""Errors that are told to the user in plain words; anything else is a bug."""


class PlanError(Exception):
    """Something that the user asked for can't be done; says what and how to mend it.

    Attributes:
        message: one plain sentence.
        hint: what would help; empty where the message says it all.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
