"""One approver's place on the sign-off page: by hand on the left, a box on the right."""

from reportlab.lib.colors import HexColor
from reportlab.platypus.flowables import Flowable

from planner.document.blocks import Named, Signature
from planner.document.pages import theme
from planner.document.pages.setting import CellStyles, Strip, draw_strips, height_of, strips
from planner.document.text.block import draw_line, lines_for

_LEFT = 0.48
_RIGHT = 0.46
_BOX_HEIGHT = 72.0
_BOX_PAD = 8.0
_LINE_ROOM = 34.0
"""Room for a signature by hand above its line."""
_WORDS = CellStyles(theme.CELL_STRONG, theme.BODY_STRONG, theme.QUIET)


class SignatureFlow(Flowable):  # type: ignore[misc]
    """Role and name above a line to sign by hand, and the decision in a dashed box."""

    def __init__(self, signature: Signature) -> None:
        super().__init__()
        self._signature = signature
        self._left: list[Strip] = []
        self._right: list[Strip] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height; the box grows with the reason."""
        self._left = strips(Named(self._signature.role, self._signature.name), _WORDS, width * _LEFT)
        self._right = self._decision(width * _RIGHT - 2 * _BOX_PAD)
        inside = max(_BOX_HEIGHT, height_of(self._right) + 2 * _BOX_PAD)
        below = theme.FURNITURE.leading + _LINE_ROOM
        self.width = width
        self.height = max(inside, height_of(self._left) + below)
        return self.width, self.height

    def draw(self) -> None:
        """Draw line, box and words."""
        left, start = self.width * _LEFT, self.width * (1 - _RIGHT)
        hand = theme.FURNITURE.leading
        self.canv.setStrokeColor(HexColor(theme.INK))
        self.canv.setLineWidth(0.6)
        self.canv.line(0, hand, left, hand)
        draw_line(self.canv, 0, 1.5, "Sign by hand here", theme.FURNITURE)
        draw_strips(self.canv, self._left, (0, self.height), left)
        self.canv.setStrokeColor(HexColor(theme.GREY))
        self.canv.setLineWidth(0.5)
        self.canv.setDash(2, 2)
        self.canv.rect(start, 0, self.width - start, self.height)
        self.canv.setDash()
        draw_strips(self.canv, self._right, (start + _BOX_PAD, self.height - _BOX_PAD), left)

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
