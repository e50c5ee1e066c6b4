"""What stands around the text: header, footer with page numbers, the table of contents."""

import re
from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt

from planner.document.blocks import Chapter, PlanReport, Status
from planner.document.pages.paper import Paper
from planner.document.pages.theme import DRAFT
from planner.document.word.look import style_id
from planner.document.word.texts import Run, element, paragraph
from planner.language import say
from planner.model.fingerprint import short_fingerprint
from planner.paper.text.clean import printable

_TITLE = 90
"""Characters of the title in the header."""
_PAGE, _PAGES = "\ue000", "\ue001"
"""Stand in a message for what Word works out; no language has these characters."""
_COUNTED = {_PAGE: "PAGE", _PAGES: "NUMPAGES"}


def add_furniture(document: Document, written: PlanReport, paper: Paper) -> None:
    """Write header and footer, on every page."""
    head = [Run(_one_line(written.title)), Run(f"\t{_revision(written)}")]
    if written.is_draft:
        head += [Run("  "), Run(Status.DRAFT.word, bold=True, colour=DRAFT.removeprefix("#"))]
    _furnish(document, paper, head, _fingerprint(written))


def add_plain_furniture(document: Document, paper: Paper, title: str, name: str, foot: str) -> None:
    """Write header and footer of a paper beside the plan's document, on every page.

    Args:
        document: where.
        paper: its pages.
        title: at the left of the header.
        name: at its right: what sort of paper it is.
        foot: at the left of the footer.
    """
    _furnish(document, paper, [Run(_one_line(title)), Run(f"\t{name}")], _one_line(foot))


def _furnish(document: Document, paper: Paper, head: Sequence[Run], left: str) -> None:
    for style in ("Header", "Footer"):
        _set_stop(document, style, paper)
    section = document.sections[0]
    _replace(section.header._element, _tabbed(head, "Header"))  # noqa: SLF001 - no public name
    foot = _tabbed([Run(left), Run("\t")], "Footer")
    for part in _page_of_pages():
        foot.append(part)
    _replace(section.footer._element, foot)  # noqa: SLF001 - no public name


def _revision(written: PlanReport) -> str:
    return say("Revision {revision}", revision=str(written.revision))


def _fingerprint(written: PlanReport) -> str:
    return say("Plan fingerprint {fingerprint}", fingerprint=short_fingerprint(written.fingerprint))


def _page_of_pages() -> Iterator[Element]:
    """Yield the page's number and that of all pages, in the order that the language wants."""
    said = say("Page {number} of {count}", number=_PAGE, count=_PAGES)
    for part in re.split(f"([{_PAGE}{_PAGES}])", said):
        yield from field(_COUNTED[part], "1") if part in _COUNTED else _plain(part)


def _one_line(text: str) -> str:
    flat = " ".join(printable(text).split())
    return flat if len(flat) <= _TITLE else f"{flat[: _TITLE - 1].rstrip()}…"


def field(code: str, shown: str) -> Iterator[Element]:
    """Yield the runs of a field that Word works out; the code is ours, never a user's.

    Args:
        code: what Word works out, such as "PAGE".
        shown: until then.
    """
    yield _mark("begin")
    yield _run(_instruction(code))
    yield _mark("separate")
    yield from _plain(shown)
    yield _mark("end")


def contents(chapters: Sequence[Chapter]) -> Iterator[Element]:
    """Yield the paragraphs of the table of contents: a field whose entries stand there already.

    Word fills in the numbers of the pages when it opens the file.

    Args:
        chapters: in their order; see `bookmarked`.
    """
    yield paragraph(say("Contents"), style_id("Contents heading"))
    for number, chapter in enumerate(chapters):
        entry = paragraph("", style_id("TOC 1"))
        if not number:
            begin = _mark("begin")
            begin[0].set(qn("w:dirty"), "true")
            for part in (begin, _run(_instruction('TOC \\o "1-1" \\h \\z')), _mark("separate")):
                entry.append(part)
        entry.append(_link(chapter, number))
        if number == len(chapters) - 1:
            entry.append(_mark("end"))
        yield entry


def bookmarked(heading: Element, number: int) -> Element:
    """Return a heading as the place of a chapter, to which its entry in the contents leads."""
    heading.insert(1, element("bookmarkStart", id=number, name=_place(number)))
    heading.append(element("bookmarkEnd", id=number))
    return heading


def _place(number: int) -> str:
    return f"_Toc{number + 1:06}"


def _link(chapter: Chapter, number: int) -> Element:
    """Return an entry that leads to its chapter within the document."""
    link = element("hyperlink", anchor=_place(number), history=1)
    for run in paragraph(chapter.heading)[1:]:
        link.append(run)
    return link


def _set_stop(document: Document, style: str, paper: Paper) -> None:
    """Let a style have one stop, at the right margin.

    A paragraph that takes the style's own stops back is not understood by every program.
    """
    stops = document.styles[style].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Pt(paper.frame_width), WD_TAB_ALIGNMENT.RIGHT)


def _tabbed(runs: Sequence[Run], style: str) -> Element:
    """Return a line whose second half stands at the style's stop."""
    made = paragraph([], style)
    for run in runs:
        first, *others = run.text.split("\t")
        parts = [*paragraph([Run(first, run.bold, run.colour)])[1:]]
        for other in others:
            parts += [_run(OxmlElement("w:tab")), *paragraph([Run(other, run.bold, run.colour)])[1:]]
        for part in parts:
            made.append(part)
    return made


def _replace(parent: Element, content: Element) -> None:
    for old in list(parent):
        parent.remove(old)
    parent.append(content)


def _plain(text: str) -> list[Element]:
    return list(paragraph(text)[1:])


def _mark(sort: str) -> Element:
    return _run(element("fldChar", fldCharType=sort))


def _instruction(code: str) -> Element:
    made = OxmlElement("w:instrText")
    made.text = f" {code} "
    made.set(qn("xml:space"), "preserve")
    return made


def _run(content: Element) -> Element:
    made = OxmlElement("w:r")
    made.append(content)
    return made
