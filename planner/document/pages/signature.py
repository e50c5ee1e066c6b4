"""One approver's place on the sign-off page: the decision, and beside it the place to sign."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from planner.document.blocks import Named, Signature
from planner.document.pages import theme
from planner.document.pages.direction import draw_begun, placed
from planner.document.pages.setting import CellStyles, Strip, draw_strips, height_of, strips
from planner.language import say
from planner.paper.tags.drawing import Tags
from planner.paper.tags.fields import draw_signature_field
from planner.paper.text.block import lines_for
from planner.paper.text.clean import printable
from planner.paper.text.flow import DrawnFlow
from planner.signoff.drawing import HEIGHT, WIDTH, Point, strokes_of
from planner.signoff.field_names import signature_field_name

_LEFT = 0.48
_RIGHT = 0.46
_BOX_HEIGHT = 72.0
"""Of the place to sign in, at least."""
_CAPTION = theme.FURNITURE.leading
"""Height of the words below line or box."""
_CAPTION_BASELINE = 1.5
_INSET = 3.0
"""Between the dashed box and the field in it."""
_INK = 1.1
"""Thickness of the strokes of a drawn signature."""
_WORDS = CellStyles(theme.CELL_STRONG, theme.BODY_STRONG, theme.QUIET)


class SignatureFlow(DrawnFlow):
    """Role, name and decision; beside them a line to sign on, or a box to sign digitally."""

    def __init__(self, signature: Signature) -> None:
        super().__init__()
        self._signature = signature
        self._words: list[Strip] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height; it grows with the reason."""
        self._words = [
            *strips(Named(self._signature.role, self._signature.name), _WORDS, width * _LEFT),
            *self._decision(width * _LEFT),
        ]
        self.width = width
        self.height = _CAPTION + max(_BOX_HEIGHT, height_of(self._words))
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, and the place to sign in."""
        words, place = self.width * _LEFT, self._place
        draw_strips(self.canv, self._words, (placed(0, words, self.width), self.height), words)
        x = placed(self.width - place, place, self.width)
        if self._signature.approver:
            self._draw_box(x)
        else:
            self._draw_line(x)

    @property
    def _place(self) -> float:
        """Width of the place to sign in."""
        return self.width * _RIGHT

    def _draw_caption(self, x: float, words: str) -> None:
        edges = (x, x + self._place)
        draw_begun(self.canv, (x, _CAPTION_BASELINE), words, theme.FURNITURE, edges)

    def _draw_line(self, x: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor(theme.INK))
        canvas.setLineWidth(0.6)
        canvas.line(x, _CAPTION, x + self._place, _CAPTION)
        strokes = strokes_of(self._signature.drawing)
        if strokes:
            self._draw_strokes(strokes, x)
        caption = say("Drawn on the screen") if strokes else say("Sign by hand here")
        self._draw_caption(x, caption)

    def _draw_strokes(self, strokes: list[list[Point]], x: float) -> None:
        tall = _BOX_HEIGHT - 2 * _INSET
        scale, bottom = tall / HEIGHT, _CAPTION + _INSET
        x += placed(0, WIDTH * scale, self._place)
        told = printable(say("Drawn signature of {name}", name=self._signature.name))
        with Tags.of(self.canv).figure(told, (x, bottom, x + WIDTH * scale, bottom + tall)):
            self.canv.setLineWidth(_INK)
            self.canv.setLineCap(1)
            self.canv.setLineJoin(1)
            self.canv.drawPath(_path(self.canv, strokes, scale, (x, bottom + tall)))
            self.canv.setLineCap(0)
            self.canv.setLineJoin(0)

    def _draw_box(self, x: float) -> None:
        canvas, signature = self.canv, self._signature
        canvas.setStrokeColor(HexColor(theme.GREY))
        canvas.setLineWidth(0.5)
        canvas.setDash(2, 2)
        canvas.rect(x, _CAPTION, self._place, self.height - _CAPTION)
        canvas.setDash()
        self._draw_caption(x, say("The digital signature stands in this box"))
        draw_signature_field(
            canvas,
            signature_field_name(signature.approver),
            printable(say("Signature of {name}, {role}", name=signature.name, role=signature.role)),
            (x + _INSET, _CAPTION + _INSET, x + self._place - _INSET, self.height - _INSET),
        )

    def _decision(self, room: float) -> list[Strip]:
        signature = self._signature
        found = strips(signature.decision, _WORDS, room)
        signed = (
            say("Signed as {name_and_way}", name_and_way=signature.signed_as) if signature.signed_as else ""
        )
        for text, style in (
            (signed, theme.CELL),
            (signature.when, theme.QUIET),
            (signature.reason, theme.CELL),
        ):
            found += [Strip(line, style) for line in lines_for(text, style, room)] if text else []
        return found


def _path(
    canvas: Canvas, strokes: list[list[Point]], scale: float, corner: tuple[float, float]
) -> PDFPathObject:
    """Return strokes as a path below and to the right of a corner."""
    left, top = corner
    path = canvas.beginPath()
    for stroke in strokes:
        path.moveTo(left + stroke[0][0] * scale, top - stroke[0][1] * scale)
        for x, y in stroke[1:] or [(stroke[0][0] + 1, stroke[0][1])]:
            path.lineTo(left + x * scale, top - y * scale)
    return path
