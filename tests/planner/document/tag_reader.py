"""A document's structure, read back: which text each element holds, by PDFium's reading of the pages."""

import ctypes
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
from pypdfium2 import raw

ARTIFACT = -1
UNTAGGED = -2


@dataclass
class Node:
    """One element: its role, its entries as pikepdf has them, its own text, and what is in it."""

    role: str
    entries: pikepdf.Dictionary
    text: str = ""
    kids: list["Node"] = field(default_factory=list)

    def all_text(self):
        return self.text + "".join(kid.all_text() for kid in self.kids)

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, *roles):
        """Return all elements of these roles, in reading order."""
        return [node for node in self.walk() if node.role in roles]


def structure(pdf, data):
    """Return the root element of an opened document."""
    texts = drawn_texts(data)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return _node(pdf.Root.StructTreeRoot.K, texts, pages)


def _node(element, texts, pages):
    node = Node(str(element.S)[1:], element)
    kids = element.K
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            node.text += texts[pages[element.Pg.objgen]][kid]
        elif "/MCID" in kid:
            node.text += texts[pages[kid.Pg.objgen]][kid.MCID]
        elif "/S" in kid:
            node.kids.append(_node(kid, texts, pages))
    return node


def drawn_texts(data):
    """Return for each page the text of each marked stretch, of artifacts, and of what is neither."""
    document = pdfium.PdfDocument(BytesIO(data))
    return [_page_texts(page) for page in document]


def _page_texts(page):
    found = defaultdict(str)
    text_page = page.get_textpage()
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        size = raw.FPDFTextObj_GetText(drawn.raw, text_page.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(
            drawn.raw, text_page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
        )
        found[_place(drawn.raw)] += buffer.raw.decode("utf-16-le").rstrip("\0")
    return found


def _place(drawn):
    place = UNTAGGED
    for index in range(raw.FPDFPageObj_CountMarks(drawn)):
        mark = raw.FPDFPageObj_GetMark(drawn, index)
        number = ctypes.c_int(0)
        if raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number):
            return number.value
        if _name(mark) == "Artifact":
            place = ARTIFACT
    return place


def _name(mark):
    buffer = ctypes.create_string_buffer(64)
    length = ctypes.c_ulong(0)
    raw.FPDFPageObjMark_GetName(mark, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64, length)
    return buffer.raw[: length.value].decode("utf-16-le").rstrip("\0")
