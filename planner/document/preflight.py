"""What of a document's look will not print well, told before it is written; the plan's texts with it."""

from decimal import Decimal

from planner.document.logo.picture import read_logo
from planner.document.options import PdfOptions
from planner.document.pages.inks import legible
from planner.errors import PlanError
from planner.language import say
from planner.model.format import format_number
from planner.model.plan import Plan
from planner.signoff.printable import PrintProblem, print_problems

_CENTIMETRES = 2.54 / 72
"""Centimetres in a point."""


def look_problems(options: PdfOptions) -> tuple[PrintProblem, ...]:
    """Return what of a document's look will not print well: its colour and its logo.

    Args:
        options: what the document is like.
    """
    told = (("accent", _accent_trouble(options.accent)), ("logo", _logo_trouble(options.logo)))
    return tuple(PrintProblem("layout", "layout", name, (), message) for name, message in told if message)


def document_problems(plan: Plan, options: PdfOptions) -> tuple[PrintProblem, ...]:
    """Return all that will not print well: the document's look first, then the plan's texts.

    Args:
        plan: the plan.
        options: what its document is like.
    """
    return (*look_problems(options), *print_problems(plan))


def _accent_trouble(accent: str) -> str:
    shown = legible(accent) if accent else ""
    if shown == accent.upper():
        return ""
    return say(
        "The accent colour {accent} is too light to be read on white; {darker} is printed instead.",
        accent=accent,
        darker=shown,
    )


def _logo_trouble(data: bytes) -> str:
    if not data:
        return ""
    try:
        logo = read_logo(data)
    except PlanError as error:
        return f"{error.message} {error.hint}"
    if logo.faint:
        return say("The logo is too light to be seen on white paper.")
    if logo.small:
        wide = format_number(Decimal(logo.width * _CENTIMETRES), 1)
        return say(
            "The logo has few pixels; it is printed only {width} cm wide, so that it stays sharp.", width=wide
        )
    return ""
