"""How the document is printed from the command line: as the plan says, unless flags say otherwise."""

from dataclasses import replace
from pathlib import Path

from planner.commands.look_order import LookOrder
from planner.document.options import PdfOptions, checked_accent, options_of
from planner.document.pages.paper import paper_named
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan


def printed_as(plan: Plan, order: LookOrder, paper: str = "", sections: tuple[str, ...] = ()) -> PdfOptions:
    """Return the document's options.

    Args:
        plan: its layout holds wherever the order says nothing.
        order: what flags say.
        paper: "A4" or "Letter"; the plan's where it is empty.
        sections: keys of chapters; those that the plan prints where there are none.

    Raises:
        PlanError: there is no such paper or colour, or the logo can't be read.
    """
    usual = options_of(plan)
    return replace(
        usual,
        paper=paper_named(paper).name if paper else usual.paper,
        sections=sections or usual.sections,
        two_sided=_either(order.two_sided, usual.two_sided),
        large_print=_either(order.large_print, usual.large_print),
        grey=_either(order.grey, usual.grey),
        accent=checked_accent(order.accent) if order.accent else usual.accent,
        logo=_read(order.logo) if order.logo else usual.logo,
    )


def _either(said: bool | None, usual: bool) -> bool:  # noqa: FBT001 - two values of one sort
    return usual if said is None else said


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = say("The logo “{path}” can't be read.", path=str(path))
        raise PlanError(msg, hint=say("Give the path of a PNG or SVG file.")) from error
