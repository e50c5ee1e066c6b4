"""The fonts of one PDF: only the glyphs that were drawn, each with the text that it stands for.

A code in the page's text is a pair of glyph and text, not a glyph alone: a glyph that serves two
characters (a blank and a no-break blank, say) has two codes, and both come back right when the
text is extracted. Fonts with TrueType outlines map codes to glyphs by a table; those with
PostScript outlines (signs that only Noto Sans Math and Symbols 2 have) can't, their codes are glyph
numbers and the first text wins: `EmbeddedFont.exact` tells the painter to say the text beside it.
"""

import hashlib
from typing import Any, Self

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.document.text.faces import WEIGHTS, Face

_UNUSED_TABLES = (
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "name",
    "post",
    "cmap",
    "gasp",
    "BASE",
    "vhea",
    "vmtx",
    "DSIG",
)
_BLOCK = 100
"""The most entries that one block of a character map may have."""
_SYMBOLIC = 4
_STEM = {"regular": 80, "semibold": 120}


class _PlainCodes(dict[str, str]):
    """Codes in hexadecimal for characters that are one glyph each, filled as they are drawn."""

    def __init__(self, font: "EmbeddedFont") -> None:
        super().__init__()
        self._font = font

    def __missing__(self, char: str) -> str:
        code = self._font.code(self._font.face.glyphs[char], char)
        self[char] = code
        return code


class EmbeddedFont:
    """One font of one document.

    Attributes:
        face: the font at its weight.
        name: the resource name in the page's operators.
        plain: code in hexadecimal by character, for text that needs no shaping.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.plain: dict[str, str] = _PlainCodes(self)
        self._truetype = "glyf" in face.program.table_tags
        self._codes: dict[tuple[int, str], int] = {}
        self._texts: dict[int, tuple[int, str]] = {}

    def code(self, gid: int, text: str) -> str:
        """Return the code of a glyph that stands for a text, in hexadecimal."""
        key = (gid, text) if self._truetype else (gid, "")
        number = self._codes.get(key)
        if number is None:
            number = len(self._codes) + 1 if self._truetype else gid
            self._codes[key] = number
            self._texts[number] = gid, text
        return f"{number:04X}"

    def exact(self, code: str, text: str) -> bool:
        """Tell whether a code gives this very text when it is extracted."""
        return self._texts[int(code, 16)][1] == text

    def add_to(self, doc: Any) -> None:
        """Write the font's objects into the document."""
        program, glyph_numbers = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = pdfdoc.PDFName(f"{tag}+{self.face.name}")
        descendant = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2" if self._truetype else "CIDFontType0"),
            "BaseFont": base,
            "CIDSystemInfo": _identity(),
            "FontDescriptor": self._refer(doc, "descriptor", self._descriptor(doc, base, program)),
            "DW": 1000,
            "W": pdfdoc.PDFArray(self._widths()),
        }
        if self._truetype:
            descendant["CIDToGIDMap"] = self._refer(doc, "glyphs", _stream(self._glyph_map(glyph_numbers)))
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": base,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([self._refer(doc, "cid", pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": self._refer(doc, "unicode", _stream(self._unicode_map())),
        }
        fonts = doc.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = self._refer(doc, "font", pdfdoc.PDFDictionary(font))

    def _refer(self, doc: Any, part: str, thing: Any) -> Any:
        return doc.Reference(thing, f"{self.name}.{part}")

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """Return the font program with the drawn glyphs alone, and their new numbers."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({0} | {gid for gid, _ in self._texts.values()})
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        if not self._truetype:
            wanted.flags |= hb.SubsetFlags.RETAIN_GIDS
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES)
        for axis in self.face.program.axis_infos:
            place = WEIGHTS[self.face.weight] if axis.tag == "wght" else axis.default_value
            wanted.pin_axis_location(self.face.program, axis.tag, place)
        plan = hb.SubsetPlan(self.face.program, wanted)
        result = plan.execute()
        data = result.blob.data if self._truetype else result.reference_table("CFF ").data
        return bytes(data), dict(plan.old_to_new_glyph_mapping)

    def _glyph_map(self, numbers: dict[int, int]) -> bytes:
        """Return the table from code to glyph: two bytes for each code from 0 on."""
        gids = [0, *(self._texts[code][0] for code in sorted(self._texts))]
        return b"".join(numbers[gid].to_bytes(2, "big") for gid in gids)

    def _widths(self) -> list[Any]:
        """Return the widths: a code, then the widths of that code and of those that follow it."""
        result: list[Any] = []
        after = -1
        for code in sorted(self._texts):
            width = round(self.face.advance(self._texts[code][0]), 3)
            if code != after:
                result += [code, pdfdoc.PDFArray([])]
            result[-1].sequence.append(width)
            after = code + 1
        return result

    def _descriptor(self, doc: Any, base: Any, program: bytes) -> Any:
        scale = self.face.scale
        extents = self.face.font.get_font_extents("ltr")
        entries = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(self._box()),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * scale),
            "Descent": round(extents.descender * scale),
            "CapHeight": 714,
            "StemV": _STEM[self.face.weight],
        }
        stream = _stream(program)
        if self._truetype:
            stream.dictionary["Length1"] = len(program)
        else:
            stream.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
        entries["FontFile2" if self._truetype else "FontFile3"] = self._refer(doc, "program", stream)
        return pdfdoc.PDFDictionary(entries)

    def _box(self) -> list[int]:
        head = bytes(self.face.program.reference_table("head").data)
        corners = (int.from_bytes(head[i : i + 2], "big", signed=True) for i in (36, 38, 40, 42))
        return [round(corner * self.face.scale) for corner in corners]

    def _unicode_map(self) -> bytes:
        """Return the map from codes to text, as a CMap (PDF 32000-1, 9.10.3)."""
        codes = sorted(self._texts)
        rows = [f"<{code:04X}> <{_utf16(self._texts[code][1])}>" for code in codes]
        blocks = []
        for start in range(0, len(rows), _BLOCK):
            block = rows[start : start + _BLOCK]
            blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
        return _CMAP.format(body="\n".join(blocks)).encode("ascii")


class DocumentFonts:
    """The fonts of one document; ReportLab asks it for its objects when the document is saved."""

    def __init__(self) -> None:
        self._fonts: dict[int, EmbeddedFont] = {}

    @classmethod
    def of(cls, canvas: Canvas) -> Self:
        """Return the fonts of the document that a canvas draws."""
        delayed = canvas._doc.delayedFonts  # noqa: SLF001 - ReportLab's own place for fonts that are written last
        for fonts in delayed:
            if isinstance(fonts, cls):
                return fonts
        fonts = cls()
        delayed.append(fonts)
        return fonts

    def font(self, face: Face) -> EmbeddedFont:
        """Return a face as a font of this document."""
        found = self._fonts.get(id(face))
        if found is None:
            found = self._fonts[id(face)] = EmbeddedFont(face, f"T{len(self._fonts) + 1}")
        return found

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it by this name
        """Write all fonts into the document."""
        for font in self._fonts.values():
            font.add_to(doc)


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])


def _identity() -> Any:
    entries = {
        "Registry": pdfdoc.PDFString("Adobe"),
        "Ordering": pdfdoc.PDFString("Identity"),
        "Supplement": 0,
    }
    return pdfdoc.PDFDictionary(entries)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


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
