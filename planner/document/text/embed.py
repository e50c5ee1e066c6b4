"""The fonts of one PDF as its objects: Type 0 fonts by PDF 32000-1, sections 9.7 to 9.10."""

import hashlib
from typing import Self

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.document.text.codes import Codes
from planner.document.text.faces import Face
from planner.document.text.program import Program, cut

_EM = 1000
"""PDF counts the widths of glyphs in thousandths of the letter size."""
_BLOCK = 100
"""The most entries that one block of a character map may have."""
_SYMBOLIC = 4
_CAP_HEIGHT = 714
_STEM = {"regular": 80, "semibold": 120}
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class DocumentFonts:
    """The fonts of one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self) -> None:
        self._current: dict[int, Codes] = {}
        self._all: list[Codes] = []

    @classmethod
    def of(cls, canvas: Canvas) -> Self:
        """Return the fonts of the document that a canvas draws."""
        delayed = canvas._doc.delayedFonts  # noqa: SLF001 - ReportLab's own list of fonts to write at the end
        for fonts in delayed:
            if isinstance(fonts, cls):
                return fonts
        fonts = cls()
        delayed.append(fonts)
        return fonts

    def codes(self, face: Face) -> Codes:
        """Return the codes of a font in this document."""
        found = self._current.get(id(face))
        if found is None or found.full:
            found = self._current[id(face)] = Codes(face, f"T{len(self._all) + 1}")
            self._all.append(found)
        return found

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write all fonts into the document."""
        for codes in self._all:
            _Writer(doc, codes).write()


class _Writer:
    """Writes one font."""

    def __init__(self, doc: pdfdoc.PDFDocument, codes: Codes) -> None:
        self._doc = doc
        self._codes = codes
        self._face = codes.face
        self._program = cut(codes)
        self._base = pdfdoc.PDFName(f"{_tag(self._program)}+{codes.face.name}")

    def write(self) -> None:
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": self._base,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([self._refer("cid", self._descendant())]),
            "ToUnicode": self._refer("unicode", _stream(_unicode_map(self._codes))),
        }
        fonts = self._doc.idToObject[pdfdoc.BasicFonts].dict
        fonts[self._codes.name] = self._refer("font", pdfdoc.PDFDictionary(font))

    def _refer(self, part: str, thing: pdfdoc.PDFObject) -> pdfdoc.PDFObjectReference:
        return self._doc.Reference(thing, f"{self._codes.name}.{part}")

    def _descendant(self) -> pdfdoc.PDFDictionary:
        truetype = self._face.truetype
        entries = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2" if truetype else "CIDFontType0"),
            "BaseFont": self._base,
            "CIDSystemInfo": _identity(),
            "FontDescriptor": self._refer("descriptor", self._descriptor()),
            "DW": _EM,
            "W": _widths(self._codes),
        }
        if truetype:
            entries["CIDToGIDMap"] = self._refer("glyphs", _stream(_glyph_map(self._codes, self._program)))
        return pdfdoc.PDFDictionary(entries)

    def _descriptor(self) -> pdfdoc.PDFDictionary:
        extents = self._face.font.get_font_extents("ltr")
        entries = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": self._base,
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray([self._em(corner) for corner in self._face.bounds()]),
            "ItalicAngle": 0,
            "Ascent": self._em(extents.ascender),
            "Descent": self._em(extents.descender),
            "CapHeight": _CAP_HEIGHT,
            "StemV": _STEM[self._face.weight],
        }
        stream = _stream(self._program.data)
        if self._face.truetype:
            stream.dictionary["Length1"] = len(self._program.data)
        else:
            stream.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        entries["FontFile2" if self._face.truetype else "FontFile3"] = self._refer("program", stream)
        return pdfdoc.PDFDictionary(entries)

    def _em(self, units: int) -> int:
        return round(units * _EM / self._face.upem)


def utf16(text: str) -> str:
    """Return a text as PDF writes it inside angle brackets."""
    return text.encode("utf-16-be").hex().upper()


def _tag(program: Program) -> str:
    """Return six letters that tell this subset from others of the same font."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program.data).digest()[:6])


def _glyph_map(codes: Codes, program: Program) -> bytes:
    """Return the table from code to glyph: two bytes for each code from 0 on."""
    gids = [0, *(program.glyphs[parts] for _, parts, _ in codes.signs())]
    return b"".join(gid.to_bytes(2, "big") for gid in gids)


def _widths(codes: Codes) -> pdfdoc.PDFArray:
    """Return the widths: a code, then the widths of that code and of those that follow it."""
    result = pdfdoc.PDFArray([])
    after = -1
    for code, parts, _ in codes.signs():
        if code != after:
            row = pdfdoc.PDFArray([])
            result.sequence += [code, row]
        row.sequence.append(round(codes.width(parts) * _EM / codes.face.upem, 3))
        after = code + 1
    return result


def _unicode_map(codes: Codes) -> bytes:
    """Return the map from codes to text, as a CMap."""
    rows = [f"<{code:04X}> <{utf16(text)}>" for code, _, text in codes.signs()]
    blocks = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    return _CMAP.format(body="\n".join(blocks)).encode("ascii")


def _stream(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _identity() -> pdfdoc.PDFDictionary:
    entries = {
        "Registry": pdfdoc.PDFString("Adobe"),
        "Ordering": pdfdoc.PDFString("Identity"),
        "Supplement": 0,
    }
    return pdfdoc.PDFDictionary(entries)
