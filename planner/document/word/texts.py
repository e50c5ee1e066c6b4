"""Paragraphs and runs, from plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from planner.paper.text.bidi import ISOLATE, ISOLATE_MARKS, base_level, levels
from planner.paper.text.clean import printable
from planner.paper.text.scripts import is_plain


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks alike.

    Attributes:
        text: plain text; line ends in it are kept.
        bold: in the heavier weight.
        colour: "RRGGBB"; the style's own where it is empty.
        style: id of a character style; none where it is empty.
        ground: "RRGGBB" behind the text; none where it is empty.
    """

    text: str
    bold: bool = False
    colour: str = ""
    style: str = ""
    ground: str = ""


def element(name: str, /, **attributes: str | int) -> Element:
    """Return an element of WordprocessingML; attributes are named without their prefix."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def paragraph(content: str | Iterable[Run], style: str = "", *, align: str = "") -> Element:
    """Return a paragraph.

    Args:
        content: plain text, or runs.
        style: id of a paragraph style; the document's normal one where it is empty.
        align: "start", "end" or "center"; the style's own where it is empty.
    """
    runs = [Run(content)] if isinstance(content, str) else list(content)
    made = OxmlElement("w:p")
    leftward = bool(base_level("".join(run.text for run in runs).lstrip()))
    made.append(_properties(style, align, leftward=leftward))
    for run in runs:
        for part in _runs(run, leftward=leftward):
            made.append(part)
    return made


def keep_with_next(paragraphs: Iterable[Element]) -> None:
    """Let paragraphs stand on the page of what follows them."""
    for found in paragraphs:
        properties = found.get_or_add_pPr()
        properties.get_or_add_keepNext()


def _properties(style: str, align: str, *, leftward: bool) -> Element:
    """Return a paragraph's properties, in the order of the schema."""
    properties = OxmlElement("w:pPr")
    if style:
        properties.append(element("pStyle", val=style))
    if leftward:
        properties.append(element("bidi"))
    if align:
        properties.append(element("jc", val=align))
    return properties


def _runs(run: Run, *, leftward: bool) -> Iterator[Element]:
    text = printable(run.text)
    for turned, part in _by_direction(text, leftward=leftward) if text else ():
        made = OxmlElement("w:r")
        made.append(_look(run, turned=turned))
        for number, line in enumerate(part.split("\n")):
            if number:
                made.append(OxmlElement("w:br"))
            if line:
                made.append(_words(line))
        yield made


def _by_direction(text: str, *, leftward: bool) -> Iterator[tuple[bool, str]]:
    """Yield stretches of text with whether they run to the left, as Word wants it told of each run."""
    if is_plain(text.replace("\n", "")) and not leftward:
        yield False, text
        return
    found = levels(text.replace("\n", " "), int(leftward))
    for isolate in ISOLATE.finditer(text):
        # Word has runs in place of isolates: the whole is one, figures included.
        found[isolate.start() : isolate.end()] = [base_level(isolate[1])] * len(isolate[0])
    for turned, group in groupby(zip(found, text, strict=True), lambda pair: pair[0] % 2 == 1):
        if part := "".join(char for _, char in group if char not in ISOLATE_MARKS):
            yield turned, part


def _look(run: Run, *, turned: bool) -> Element:
    """Return a run's properties, in the order of the schema."""
    look = OxmlElement("w:rPr")
    if run.style:
        look.append(element("rStyle", val=run.style))
    if run.bold:
        look.append(element("b"))
        look.append(element("bCs"))
    if run.colour:
        look.append(element("color", val=run.colour))
    if run.ground:
        look.append(element("shd", val="clear", color="auto", fill=run.ground))
    if turned:
        look.append(element("rtl"))
    return look


def _words(line: str) -> Element:
    made = OxmlElement("w:t")
    made.text = line
    made.set(qn("xml:space"), "preserve")
    return made
