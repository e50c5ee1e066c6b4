"""Lines as operators of a PDF page.

Glyphs are written from left to right also where the text runs to the left: that is what programs
that extract text expect, they turn it round by themselves.
"""

import unicodedata

from reportlab.lib.rl_accel import fp_str

from planner.paper.text.canvas import TextCanvas
from planner.paper.text.codes import NOTHING, Codes
from planner.paper.text.embed import utf16
from planner.paper.text.glyphs import Sign, signs, visual_runs
from planner.paper.text.layout import Line
from planner.paper.text.runs import Run

_PRIVATE = "Co"
"""Characters without a meaning of their own: PDF/A-3a wants their text beside them, wherever they stand."""


def paint_line(canvas: TextCanvas, line: Line, x: float, y: float) -> None:
    """Draw a line.

    Args:
        canvas: where; its fill colour is set and stays as the line's last.
        line: what to draw.
        x: left end of the line's visible part, in points.
        y: baseline, in points.
    """
    if line.resume == line.start:
        return
    fonts = canvas.fonts
    plain = line.paragraph.plain
    if plain is not None:
        # Nearly all lines: one font, and each character is one glyph.
        codes = fonts.codes(plain.face)
        written = "".join(map(codes.plain.__getitem__, plain.text[line.start : line.resume]))
        opening = canvas.text_opening(plain.style, codes.name)
        canvas.write(f"{opening} {fp_str(x, y)} Td <{written}> Tj ET")
        return
    if line.leftward:
        x -= line.blank_width
    runs = visual_runs(line)
    for run in runs:
        codes = fonts.codes(run.face)
        ends_line = run.end == line.end and line.resume < len(line.paragraph.text)
        ops, x = _run_ops(run, codes, x, y, ends_line=ends_line, is_last=run is runs[-1])
        canvas.write(f"{canvas.text_opening(run.style, codes.name)} {ops} ET")


def _run_ops(
    run: Run, codes: Codes, x: float, y: float, *, ends_line: bool, is_last: bool
) -> tuple[str, float]:
    """Return a run's operators and where the next run begins, if there is one."""
    if run.plain and not run.missing:
        written = "".join(map(codes.plain.__getitem__, run.text))
        return f"{fp_str(x, y)} Td <{written}> Tj", x + (0.0 if is_last else sum(run.widths()))
    pen = _Pen(codes, run.factor, x, y)
    advance = 0
    for sign in signs(run, at_line_end=ends_line):
        pen.write(sign)
        advance = sign.x + sign.advance
    ops = " ".join(pen.finished())
    if run.missing and any(unicodedata.category(char) == _PRIVATE for char in run.text):
        ops = f"/Span <</ActualText <FEFF{utf16(run.text)}>>> BDC {ops} EMC"
    return ops, x + advance * run.factor


class _Pen:
    """Writes signs; sets the place anew only where the widths alone do not lead to it."""

    def __init__(self, codes: Codes, factor: float, x: float, y: float) -> None:
        self._codes = codes
        self._factor = factor
        self._x = x
        self._y = y
        self._ops: list[str] = []
        self._written: list[str] = []
        self._reached = -1

    def write(self, sign: Sign) -> None:
        code = self._codes.code(sign.parts, sign.text)
        if code is None:
            self._spell(sign)
            return
        if sign.x != self._reached:
            self._move(sign.x)
        self._written.append(code)
        self._reached = sign.x + self._codes.width(sign.parts)

    def finished(self) -> list[str]:
        self._flush()
        return self._ops

    def _spell(self, sign: Sign) -> None:
        """Write the glyphs one by one, each with its share of the text."""
        codes = self._codes
        shares = _shares(sign.text, len(sign.parts))
        said = [
            codes.code(((gid, 0, 0),), share) for (gid, _, _), share in zip(sign.parts, shares, strict=True)
        ]
        written = [code or codes.glyph_code(gid) for code, (gid, _, _) in zip(said, sign.parts, strict=True)]
        shown: list[str] = []
        for code, (_, dx, dy) in zip(written, sign.parts, strict=True):
            shown += [self._matrix(sign.x + dx, dy), f"<{code}> Tj"]
        if None in said:
            shown = [f"/Span <</ActualText <FEFF{utf16(sign.text)}>>> BDC", *shown, "EMC"]
        self._flush()
        self._ops += shown
        self._reached = -1

    def _move(self, x: int) -> None:
        self._flush()
        self._ops.append(self._matrix(x, 0))

    def _matrix(self, x: int, y: int) -> str:
        return _matrix(self._x + x * self._factor, self._y + y * self._factor)

    def _flush(self) -> None:
        if self._written:
            self._ops.append(f"<{''.join(self._written)}> Tj")
            self._written.clear()


def _matrix(x: float, y: float) -> str:
    return f"1 0 0 1 {fp_str(x, y)} Tm"


def _shares(text: str, count: int) -> list[str]:
    """Return a text as so many pieces: a character each, and the rest for the last."""
    return [*text[: count - 1].ljust(count - 1, NOTHING), text[count - 1 :] or NOTHING]
