"""Styles, page and lists of the Word document: what its reader can change in one place."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from planner.document.blocks import Mark
from planner.document.pages import theme
from planner.document.pages.paper import Paper
from planner.document.word.texts import element
from planner.language import language
from planner.language.speaking import ENGLISH

FONT = "Calibri"
"""On every computer with Word, and replaced by one of the same widths elsewhere."""
TABLE_STYLE = "PlanTable"
_TABLE_NAME = "Plan table"
_EIGHTHS = 8
"""Word counts the thickness of rules in eighths of a point."""
_TWIPS = 20
"""Word counts lengths in twentieths of a point."""

SIGNS: dict[Mark, str] = {
    Mark.DONE: "✓",
    Mark.ON_TRACK: "●",
    Mark.AT_RISK: "▲",
    Mark.LATE: "◆",
    Mark.NOT_STARTED: "○",
}
"""The shapes of the marks as characters."""
LIST_IDS: dict[Mark, int] = {mark: 901 + number for number, mark in enumerate(SIGNS)}
"""The numbering of each list whose points bear a mark."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One style of paragraphs."""

    name: str
    size: float
    colour: str = theme.INK
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


_LOOKS = (
    _Look("Normal", 10.5, after=6),
    _Look("Title", 28, bold=True, after=6),
    _Look("Subtitle", 14, theme.GREY, after=12),
    _Look("Heading 1", 20, bold=True, after=10, keep=True),
    _Look("Heading 2", 13, theme.ACCENT, bold=True, before=16, after=6, keep=True),
    _Look("Heading 3", 10.5, bold=True, before=10, after=3, keep=True),
    _Look("List Bullet", 10.5, after=3),
    _Look("Header", 8.5, theme.GREY),
    _Look("Footer", 8.5, theme.GREY),
    _Look("Organisation", 10.5, theme.ACCENT, bold=True, after=6),
    _Look("Eyebrow", 9, theme.GREY, bold=True, before=24, after=2, keep=True),
    _Look("Lead", 13, after=10),
    _Look("Quiet", 9.5, theme.GREY, after=6),
    _Look("Cell", 9.5),
    _Look("Cell head", 8.5, theme.GREY, bold=True, keep=True),
    _Look("Cell detail", 8.5, theme.GREY),
    _Look("Key figure", 20, theme.ACCENT, bold=True),
    _Look("Contents heading", 20, bold=True, after=10, keep=True),
    _Look("TOC 1", 10.5, after=3),
)


def style_id(name: str) -> str:
    """Return a style's id in the file."""
    return name.replace(" ", "")


def dress(document: Document, paper: Paper, accent: str, scale: float) -> None:
    """Give an empty document its styles and page.

    Args:
        document: python-docx's empty document.
        paper: sheet and margins, in points.
        accent: "#RRGGBB", in place of the theme's own.
        scale: by how much all type is larger.
    """
    for look in _LOOKS:
        _set_style(_style(document, look.name), look, accent, scale)
    document.styles["Normal"].element.get_or_add_rPr().append(element("lang", val=_language()))
    document.styles.element.append(_table_style())
    _add_lists(document)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin, section.right_margin = Pt(paper.left), Pt(paper.right)
    section.top_margin, section.bottom_margin = Pt(paper.top), Pt(paper.bottom)


def _language() -> str:
    """Return the language in use as Word checks its spelling by: our English is that of Britain."""
    tag = language().tag
    return "en-GB" if tag == ENGLISH else tag


def _style(document: Document, name: str) -> ParagraphStyle:
    styles = document.styles
    if name in styles:
        found: ParagraphStyle = styles[name]
        return found
    made: ParagraphStyle = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("TOC"))
    made.element.set(qn("w:styleId"), style_id(name))
    made.base_style = styles["Normal"]
    return made


def _set_style(style: ParagraphStyle, look: _Look, accent: str, scale: float) -> None:
    colour = accent if look.colour == theme.ACCENT else look.colour
    look_of = style.element.get_or_add_rPr()
    for old in list(look_of):
        look_of.remove(old)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(round(look.size * scale * 2) / 2), look.bold
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(look.before), Pt(look.after), look.keep
    form.line_spacing = 1.15


def _table_style() -> Element:
    """Return the style of tables: rules above, below and between rows, none upright, a head of its own."""
    ink, rule = theme.INK.removeprefix("#"), theme.RULE.removeprefix("#")
    side = f'<w:left w:w="{5 * _TWIPS}" w:type="dxa"/>', f'<w:right w:w="{5 * _TWIPS}" w:type="dxa"/>'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        f'<w:name w:val="{_TABLE_NAME}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>'
        f"<w:tblPr><w:tblBorders>{_rule('top', theme.THICK, ink)}{_rule('bottom', theme.THICK, ink)}"
        f"{_rule('insideH', theme.HAIR, rule)}</w:tblBorders>"
        f'<w:tblCellMar><w:top w:w="{3 * _TWIPS}" w:type="dxa"/>{side[0]}'
        f'<w:bottom w:w="{3 * _TWIPS}" w:type="dxa"/>{side[1]}</w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{_rule("bottom", theme.MIDDLE, ink)}'
        f'</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>{_rule("top", theme.MIDDLE, ink)}'
        f"</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _rule(side: str, thick: float, colour: str) -> str:
    eighths = max(2, round(thick * _EIGHTHS))
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _add_lists(document: Document) -> None:
    """Add a list for each mark, whose shape is the bullet; abstract ones have to stand before all others."""
    numbering = document.part.numbering_part.element
    for mark, number in LIST_IDS.items():
        numbering.insert(0, _abstract_list(mark, number))
    for number in LIST_IDS.values():
        made = element("num", numId=number)
        made.append(element("abstractNumId", val=number))
        numbering.append(made)


def _abstract_list(mark: Mark, number: int) -> Element:
    colour = theme.MARK_COLOURS[mark].removeprefix("#")
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{SIGNS[mark]}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr><w:rPr>'
        f'<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>'
        f'<w:color w:val="{colour}"/></w:rPr></w:lvl></w:abstractNum>'
    )
