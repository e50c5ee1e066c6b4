"""Glyphs that are put together from glyphs of the same font.

Shaping often gives several glyphs for one character as a reader sees it: a base and its marks, an
Arabic letter and its dots. Programs that extract text guess from the glyphs' places which belong
together, and often guess wrong. So the embedded font gets one composite glyph for each such group,
and the page has one code for it.

Source of the tables' forms: the OpenType specification, chapters glyf, loca, hmtx, hhea, maxp and head.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import uharfbuzz as hb

Part: TypeAlias = tuple[int, int, int]
"""A glyph's number and its shift to the right and upwards, in units of the font."""

_WORDS_AND_OFFSETS = 0x0003
_MORE = 0x0020
_UINT16 = 0xFFFF


@dataclass(frozen=True, slots=True)
class Composite:
    """A glyph made of others.

    Attributes:
        parts: the others, with their numbers in the font that the glyph is added to.
        advance: its width in units of the font.
        box: left, bottom, right and top of what it draws, in units of the font.
    """

    parts: tuple[Part, ...]
    advance: int
    box: tuple[int, int, int, int]


def with_composites(program: bytes, composites: Sequence[Composite]) -> bytes:
    """Return a TrueType font with more glyphs at its end, in the order given.

    Args:
        program: the font; its tables are those that `embed` keeps.
        composites: the glyphs to add.
    """
    if not composites:
        return program
    face = hb.Face(hb.Blob(program))
    tables = {tag: bytearray(face.reference_table(tag).data) for tag in face.table_tags}
    count = face.glyph_count
    _add_outlines(tables, composites)
    _add_metrics(tables, composites, count)
    _raise_limits(tables["maxp"], composites, count)
    return _assembled(tables)


def _add_outlines(tables: dict[str, bytearray], composites: Sequence[Composite]) -> None:
    head, glyf = tables["head"], tables["glyf"]
    offsets = _glyph_offsets(tables["loca"], long=head[51] == 1)
    for composite in composites:
        glyf += bytes(-len(glyf) % 4)
        offsets[-1] = len(glyf)
        glyf += _outline(composite)
        offsets.append(len(glyf))
    head[50:52] = struct.pack(">h", 1)
    tables["loca"] = bytearray(struct.pack(f">{len(offsets)}L", *offsets))


def _glyph_offsets(loca: bytearray, *, long: bool) -> list[int]:
    if long:
        return list(struct.unpack(f">{len(loca) // 4}L", loca))
    return [half * 2 for half in struct.unpack(f">{len(loca) // 2}H", loca)]


def _outline(composite: Composite) -> bytes:
    last = len(composite.parts) - 1
    parts = (
        struct.pack(">HHhh", _WORDS_AND_OFFSETS | (_MORE if i < last else 0), gid, dx, dy)
        for i, (gid, dx, dy) in enumerate(composite.parts)
    )
    return struct.pack(">h4h", -1, *composite.box) + b"".join(parts)


def _add_metrics(tables: dict[str, bytearray], composites: Sequence[Composite], count: int) -> None:
    """Write a full entry for every glyph: a font may leave out the equal widths of its last ones."""
    hhea, hmtx = tables["hhea"], tables["hmtx"]
    full = struct.unpack_from(">H", hhea, 34)[0]
    width = hmtx[full * 4 - 4 : full * 4 - 2]
    bearings = hmtx[full * 4 :]
    entries = hmtx[: full * 4]
    for i in range(count - full):
        entries += width + bearings[i * 2 : i * 2 + 2]
    for composite in composites:
        entries += struct.pack(">Hh", composite.advance, composite.box[0])
    widest = max(struct.unpack_from(">H", hhea, 10)[0], *(composite.advance for composite in composites))
    struct.pack_into(">H", hhea, 10, widest)
    struct.pack_into(">H", hhea, 34, count + len(composites))
    tables["hmtx"] = entries


def _raise_limits(maxp: bytearray, composites: Sequence[Composite], count: int) -> None:
    most = max(len(composite.parts) for composite in composites)
    points, contours, of_points, of_contours = struct.unpack_from(">4H", maxp, 6)
    elements, depth = struct.unpack_from(">2H", maxp, 28)
    limits = (most * max(points, of_points), most * max(contours, of_contours))
    struct.pack_into(">H", maxp, 4, count + len(composites))
    struct.pack_into(">2H", maxp, 10, *(min(limit, _UINT16) for limit in limits))
    struct.pack_into(">2H", maxp, 28, max(elements, most), depth + 1)


def _assembled(tables: dict[str, bytearray]) -> bytes:
    """Return the tables as a font file with its directory and checksums."""
    struct.pack_into(">L", tables["head"], 8, 0)
    names = sorted(tables)
    power = len(names).bit_length() - 1
    header = struct.pack(">L4H", 0x00010000, len(names), 16 << power, power, 16 * len(names) - (16 << power))
    starts = [12 + 16 * len(names)]
    for name in names:
        starts.append(starts[-1] + len(tables[name]) + -len(tables[name]) % 4)
    directory = b"".join(
        struct.pack(">4s3L", name.encode("ascii"), _checksum(tables[name]), start, len(tables[name]))
        for name, (start, _) in zip(names, pairwise(starts), strict=True)
    )
    body = b"".join(bytes(tables[name]) + bytes(-len(tables[name]) % 4) for name in names)
    program = bytearray(header + directory + body)
    place = starts[names.index("head")] + 8
    struct.pack_into(">L", program, place, (0xB1B0AFBA - _checksum(program)) & 0xFFFFFFFF)
    return bytes(program)


def _checksum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF
