"""Lines as operators of a PDF page.

Glyphs are written from left to right also where the text runs to the left: that is what programs
that extract text expect, they turn it round by themselves.
"""

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfgen.canvas import Canvas

from planner.document.text.embed import DocumentFonts, EmbeddedFont
from planner.document.text.faces import EM
from planner.document.text.glyphs import Placed, placed_glyphs, visual_runs
from planner.document.text.layout import Line
from planner.document.text.runs import Run

_NOTHING = "\u200b"
"""Stands for a further glyph of a character that has its text already: it has no width and no shape."""


def paint_line(canvas: Canvas, line: Line, x: float, y: float) -> None:
    """Draw a line.

    Args:
        canvas: ReportLab's canvas; its fill colour is set and stays as the line's last.
        line: what to draw.
        x: left end of the line's visible part, in points.
        y: baseline, in points.
    """
    if line.resume == line.start:
        return
    fonts = DocumentFonts.of(canvas)
    if line.leftward:
        x -= line.blank_width
    for run in visual_runs(line):
        canvas.setFillColorRGB(*run.style.fill)
        font = fonts.font(run.face)
        ends_line = run.end == line.end and line.resume < len(line.paragraph.text)
        ops, x = _run_ops(run, font, x, y, ends_line=ends_line)
        canvas.addLiteral(f"BT /{font.name} {fp_str(run.style.size)} Tf {ops} ET")


def _run_ops(run: Run, font: EmbeddedFont, x: float, y: float, *, ends_line: bool) -> tuple[str, float]:
    """Return a run's operators and where the next run begins."""
    if run.plain and not run.missing:
        codes = "".join(map(font.plain.__getitem__, run.text))
        return f"{_matrix(x, y)} <{codes}> Tj", x + sum(run.widths())
    pen = _Pen(font, run.style.size / EM, x, y)
    for placed in placed_glyphs(run, at_line_end=ends_line):
        pen.write(placed)
    return " ".join(pen.finished()), pen.x


class _Pen:
    """Writes shaped glyphs; sets the place anew only where the widths alone do not lead to it."""

    def __init__(self, font: EmbeddedFont, factor: float, x: float, y: float) -> None:
        self.x = x
        self._font = font
        self._factor = factor
        self._y = y
        self._ops: list[str] = []
        self._codes: list[str] = []
        self._reached: tuple[float, float] | None = None

    def write(self, placed: Placed) -> None:
        glyph = placed.glyph
        place = self.x + glyph.dx * self._factor, self._y + glyph.dy * self._factor
        code = self._font.code(glyph.gid, placed.text or _NOTHING)
        spoken = placed.text if self._font.exact(code, placed.text) else None
        if spoken is None or not self._at(place):
            self._flush()
            self._ops.append(_matrix(*place))
        self._codes.append(code)
        if spoken is None:
            self._flush(_actual_text(placed.text))
        self._reached = place[0] + self._font.face.advance(glyph.gid) * self._factor, place[1]
        self.x += glyph.advance * self._factor

    def finished(self) -> list[str]:
        self._flush()
        return self._ops

    def _at(self, place: tuple[float, float]) -> bool:
        reached = self._reached
        return reached is not None and all(abs(a - b) < 0.001 for a, b in zip(reached, place, strict=True))

    def _flush(self, mark: str = "") -> None:
        if self._codes:
            shown = f"<{''.join(self._codes)}> Tj"
            self._ops.append(f"{mark} {shown} EMC" if mark else shown)
            self._codes.clear()


def _matrix(x: float, y: float) -> str:
    return f"1 0 0 1 {fp_str(x, y)} Tm"


def _actual_text(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
