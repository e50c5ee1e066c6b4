"""A font cut down to what a document draws."""

from dataclasses import dataclass

import uharfbuzz as hb

from planner.paper.text.codes import Codes, Parts, is_single
from planner.paper.text.compose import Composite, with_composites
from planner.paper.text.faces import WEIGHTS, Face

_UNUSED_TABLES = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "cmap",
    "gasp",
    "name",
    "post",
    "vhea",
    "vmtx",
)
"""What a program that draws a page never reads, as the page names glyphs and places by itself."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font as it is embedded.

    Attributes:
        data: a TrueType font, or the bare CFF table of one with PostScript outlines.
        glyphs: for TrueType, the glyph number of each sign.
    """

    data: bytes
    glyphs: dict[Parts, int]


def cut(codes: Codes) -> Program:
    """Return the font with the drawn glyphs alone, at its weight, with a glyph for each sign."""
    drawn = [parts for _, parts, _ in codes.signs()]
    plan = hb.SubsetPlan(codes.face.program, _wanted(codes.face, drawn))
    result = plan.execute()
    if not codes.face.truetype:
        return Program(bytes(result.reference_table("CFF ").data), {})
    numbers = dict(plan.old_to_new_glyph_mapping)
    composites = [parts for parts in dict.fromkeys(drawn) if not is_single(parts)]
    glyphs = {parts: numbers[parts[0][0]] for parts in drawn if is_single(parts)}
    glyphs |= {parts: result.glyph_count + i for i, parts in enumerate(composites)}
    added = [_composite(codes, parts, numbers) for parts in composites]
    return Program(with_composites(bytes(result.blob.data), added), glyphs)


def _wanted(face: Face, drawn: list[Parts]) -> hb.SubsetInput:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0} | {gid for parts in drawn for gid, _, _ in parts})
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES)
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    if not face.truetype:
        wanted.flags |= hb.SubsetFlags.RETAIN_GIDS
    for axis in face.program.axis_infos:
        place = WEIGHTS[face.weight] if axis.tag == "wght" else axis.default_value
        wanted.pin_axis_location(face.program, axis.tag, place)
    return wanted


def _composite(codes: Codes, parts: Parts, numbers: dict[int, int]) -> Composite:
    boxes = (codes.face.box(gid) for gid, _, _ in parts)
    moved = [
        (left + dx, bottom + dy, right + dx, top + dy)
        for (left, bottom, right, top), (_, dx, dy) in zip(boxes, parts, strict=True)
    ]
    lefts, bottoms, rights, tops = zip(*moved, strict=True)
    renumbered = tuple((numbers[gid], dx, dy) for gid, dx, dy in parts)
    return Composite(renumbered, codes.width(parts), (min(lefts), min(bottoms), max(rights), max(tops)))
