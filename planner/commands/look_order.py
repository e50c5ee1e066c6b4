"""What flags of the command line say about the document's look."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LookOrder:
    """What flags say about the document's look; None and "" leave it as the plan has it.

    Attributes:
        two_sided: whether the wide margin changes sides.
        large_print: whether everything is larger.
        grey: whether there is no colour.
        accent: "#RRGGBB".
        logo: a PNG or SVG file.
    """

    two_sided: bool | None = None
    large_print: bool | None = None
    grey: bool | None = None
    accent: str = ""
    logo: Path | None = None
