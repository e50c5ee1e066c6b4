"""The fonts of one PDF as its objects: Type 0 fonts by PDF 32000-1, sections 9.7 to 9.10."""

import hashlib
from collections.abc import Iterator

from planner.paper.file.syntax import name, numbers
from planner.paper.file.writer import FileWriter
from planner.paper.text.codes import Codes
from planner.paper.text.faces import Face
from planner.paper.text.program import Program, cut

_EM = 1000
"""PDF counts the widths of glyphs in thousandths of the letter size."""
_BLOCK = 100
"""The most entries that one block of a character map may have."""
_SYMBOLIC = 4
_IDENTITY = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
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
    """The fonts of one document, written when all of its pages are drawn."""

    def __init__(self) -> None:
        self._current: dict[int, Codes] = {}
        self._all: list[Codes] = []

    def codes(self, face: Face) -> Codes:
        """Return the codes of a font in this document."""
        found = self._current.get(id(face))
        if found is None or found.full:
            found = self._current[id(face)] = Codes(face, f"T{len(self._all) + 1}")
            self._all.append(found)
        return found

    def write(self, file: FileWriter) -> Iterator[tuple[str, int]]:
        """Write all fonts into a file; yield the name in the pages' operators and the number of each."""
        for codes in self._all:
            yield codes.name, _Font(file, codes).write()


class _Font:
    """Writes one font."""

    def __init__(self, file: FileWriter, codes: Codes) -> None:
        self._file = file
        self._codes = codes
        self._face = codes.face
        self._program = cut(codes)
        self._base = name(f"{_tag(self._program)}+{codes.face.name}")

    def write(self) -> int:
        unicode = self._file.stream(_unicode_map(self._codes))
        return self._file.put(
            f"<</Type/Font/Subtype/Type0/BaseFont{self._base}/Encoding/Identity-H"
            f"/DescendantFonts[{self._descendant()} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _descendant(self) -> int:
        kind, glyphs = "CIDFontType0", ""
        if self._face.truetype:
            kind = "CIDFontType2"
            glyphs = f"/CIDToGIDMap {self._file.stream(_glyph_map(self._codes, self._program))} 0 R"
        return self._file.put(
            f"<</Type/Font/Subtype/{kind}/BaseFont{self._base}{_IDENTITY}"
            f"/FontDescriptor {self._descriptor()} 0 R/DW {_EM}/W[{_widths(self._codes)}]{glyphs}>>"
        )

    def _descriptor(self) -> int:
        extents = self._face.font.get_font_extents("ltr")
        box = " ".join(str(self._em(corner)) for corner in self._face.bounds())
        return self._file.put(
            f"<</Type/FontDescriptor/FontName{self._base}/Flags {_SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {self._em(extents.ascender)}/Descent {self._em(extents.descender)}"
            f"/CapHeight {_CAP_HEIGHT}/StemV {_STEM[self._face.weight]}{self._font_file()}>>"
        )

    def _font_file(self) -> str:
        data = self._program.data
        if self._face.truetype:
            return f"/FontFile2 {self._file.stream(data, f'/Length1 {len(data)}')} 0 R"
        return f"/FontFile3 {self._file.stream(data, '/Subtype/CIDFontType0C')} 0 R"

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


def _widths(codes: Codes) -> str:
    """Return the widths: a code, then the widths of that code and of those that follow it."""
    rows: list[tuple[int, list[str]]] = []
    after = -1
    for code, parts, _ in codes.signs():
        if code != after:
            rows.append((code, []))
        rows[-1][1].append(numbers(round(codes.width(parts) * _EM / codes.face.upem, 3)))
        after = code + 1
    return "".join(f"{first}[{' '.join(widths)}]" for first, widths in rows)


def _unicode_map(codes: Codes) -> bytes:
    """Return the map from codes to text, as a CMap."""
    rows = [f"<{code:04X}> <{utf16(text)}>" for code, _, text in codes.signs()]
    blocks = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    return _CMAP.format(body="\n".join(blocks)).encode("ascii")
