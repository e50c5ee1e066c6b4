"""What a plan's document is like: chosen once for a plan, and changed for a single export."""

import base64
import binascii
import re
from dataclasses import dataclass

from planner.document.pages.paper import PaperName, paper_named
from planner.document.report import CHAPTER_KEYS
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan

_COLOUR = re.compile(r"#[0-9A-F]{6}")


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What the document is like.

    Attributes:
        paper: "A4" or "Letter".
        sections: keys of the chapters to print; all of them where it is empty.
        two_sided: the wide margin, for the holes of a binder, changes sides from page to page.
        large_print: everything is a fifth larger, running text 12 points on 17.
        grey: no colour at all; shapes, words and hatching carry the meaning alone.
        accent: colour of headings and key figures as "#RRGGBB"; empty for Truecourse's own.
        logo: a PNG or SVG file's bytes; empty for none.
    """

    paper: PaperName = "A4"
    sections: tuple[str, ...] = ()
    two_sided: bool = False
    large_print: bool = False
    grey: bool = False
    accent: str = ""
    logo: bytes = b""


def options_of(plan: Plan) -> PdfOptions:
    """Return how a plan's document is printed unless somebody chooses otherwise.

    Raises:
        PlanError: every chapter is left out, or the logo is not stored as it should be.
    """
    layout = plan.the_layout
    left_out = {chapter.value for chapter in layout.left_out}
    printed = tuple(key for key in CHAPTER_KEYS if key not in left_out)
    if not printed:
        msg = say("Every chapter of the document is left out.")
        raise PlanError(msg, hint=say("Choose at least one chapter."))
    return PdfOptions(
        paper=paper_named(layout.paper.value).name,
        sections=printed if left_out else (),
        two_sided=layout.two_sided,
        large_print=layout.large_print,
        grey=layout.grey,
        accent=layout.accent,
        logo=_decoded(layout.logo),
    )


def checked_accent(colour: str) -> str:
    """Return a colour as "#RRGGBB" in capitals.

    Raises:
        PlanError: the text is no such colour.
    """
    found = colour.strip().upper()
    if not _COLOUR.fullmatch(found):
        msg = say("“{colour}” is no colour.", colour=colour)
        raise PlanError(msg, hint=say("Write red, green and blue in hexadecimal, such as #0B4F7D."))
    return found


def _decoded(picture: str) -> bytes:
    try:
        return base64.b64decode(picture, validate=True)
    except binascii.Error as error:
        msg = say("The logo that the plan holds is damaged.")
        raise PlanError(msg, hint=say("Choose the picture's file again.")) from error
