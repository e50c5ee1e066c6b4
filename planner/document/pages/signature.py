"""One approver's place on the sign-off page: decision and line on the left, a field on the right."""

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from planner.document.blocks import Named, Signature
from planner.document.pages import theme
from planner.document.pages.setting import CellStyles, Strip, draw_strips, height_of, strips
from planner.document.tags.fields import draw_signature_field
from planner.document.text.block import draw_line, lines_for
from planner.document.text.clean import printable
from planner.signing.field_names import signature_field_name

_LEFT = 0.48
_RIGHT = 0.46
_BOX_HEIGHT = 72.0
"""Of the box to sign digitally, at least."""
_CAPTION = theme.FURNITURE.leading
"""Height of the words below line and box."""
_CAPTION_BASELINE = 1.5
_INSET = 3.0
"""Between the dashed box and the field in it."""
_LINE_ROOM = 34.0
"""Room for a signature by hand above its line."""
_WORDS = CellStyles(theme.CELL_STRONG, theme.BODY_STRONG, theme.QUIET)


class SignatureFlow(Flowable):  # type: ignore[misc]
    """Role, name and decision above a line to sign by hand; beside them a box to sign digitally."""

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
        self.height = _CAPTION + max(_BOX_HEIGHT, height_of(self._words) + _LINE_ROOM)
        return self.width, self.height

    def draw(self) -> None:
        """Draw words, line and box."""
        left = self.width * _LEFT
        draw_strips(self.canv, self._words, (0, self.height), left)
        self.canv.setStrokeColor(HexColor(theme.INK))
        self.canv.setLineWidth(0.6)
        self.canv.line(0, _CAPTION, left, _CAPTION)
        draw_line(self.canv, 0, _CAPTION_BASELINE, "Sign by hand here", theme.FURNITURE)
        self._draw_box(self.width * (1 - _RIGHT))

    def _draw_box(self, x: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor(theme.GREY))
        canvas.setLineWidth(0.5)
        canvas.setDash(2, 2)
        canvas.rect(x, _CAPTION, self.width - x, self.height - _CAPTION)
        canvas.setDash()
        draw_line(canvas, x, _CAPTION_BASELINE, "Or digitally in this box", theme.FURNITURE)
        signature = self._signature
        if signature.approver:
            draw_signature_field(
                canvas,
                signature_field_name(signature.approver),
                printable(f"Signature of {signature.name}, {signature.role}"),
                (x + _INSET, _CAPTION + _INSET, self.width - _INSET, self.height - _INSET),
            )

    def _decision(self, room: float) -> list[Strip]:
        signature = self._signature
        found = strips(signature.decision, _WORDS, room)
        signed = f"Signed as {signature.signed_as}" if signature.signed_as else ""
        for text, style in (
            (signed, theme.CELL),
            (signature.when, theme.QUIET),
            (signature.reason, theme.CELL),
        ):
            found += [Strip(line, style) for line in lines_for(text, style, room)] if text else []
        return found
