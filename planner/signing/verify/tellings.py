"""What is said of a signature, by how far it is known whose it is: each time a whole sentence."""

from dataclasses import dataclass

from planner.language import phrase


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that may be said of a signature, as messages.

    Attributes:
        approver: where the plan asks for it: names `{name}` and `{role}`.
        signer: where only its certificate says whose it is: names `{name}`.
        field: where nothing does: names the `{field}`.
    """

    approver: str
    signer: str
    field: str


UNREADABLE = Telling(
    approver=phrase("The signature of {name} ({role}) can't be read: it was damaged or changed."),
    signer=phrase("The signature of “{name}” can't be read: it was damaged or changed."),
    field=phrase("The signature in the field “{field}” can't be read: it was damaged or changed."),
)
"""It can't be read."""

ALTERED = Telling(
    approver=phrase("What the signature of {name} ({role}) covers was changed after it was made."),
    signer=phrase("What the signature of “{name}” covers was changed after it was made."),
    field=phrase("What the signature in the field “{field}” covers was changed after it was made."),
)
"""What it covers was changed."""

RECASED = Telling(
    approver=phrase("The container of the signature of {name} ({role}) was changed after it was made."),
    signer=phrase("The container of the signature of “{name}” was changed after it was made."),
    field=phrase("The container of the signature in the field “{field}” was changed after it was made."),
)
"""Its container was changed."""

ADDED = Telling(
    approver=phrase(
        "After the signature of {name} ({role}) something other than a signature was added or replaced."
    ),
    signer=phrase("After the signature of “{name}” something other than a signature was added or replaced."),
    field=phrase(
        "After the signature in the field “{field}” something other than a signature was added or replaced."
    ),
)
"""Something was added after it."""

UNASKED = Telling(
    approver=phrase("There is a signature that the plan does not ask for, of {name} ({role})."),
    signer=phrase("There is a signature that the plan does not ask for, of “{name}”."),
    field=phrase("There is a signature that the plan does not ask for, in the field “{field}”."),
)
"""The plan does not ask for it."""

DOUBLED = Telling(
    approver=phrase("There is more than one signature of {name} ({role})."),
    signer=phrase("There is more than one signature of “{name}”."),
    field=phrase("There is more than one signature in the field “{field}”."),
)
"""There is another beside it."""
